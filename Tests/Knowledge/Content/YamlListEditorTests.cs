using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content.Editing;

namespace PolicyAssistantBot.Tests.Knowledge.Content;

/// <summary>One entry of a document is changed and everything else stays as it is written.</summary>
public sealed class YamlListEditorTests
{
    private const string Blocks = """
        # top
        list: # here
          # of a
          - key: a
            text: |
              one
              # two

          # of b
          - { key: b }   # beside b
        # end
        other: 1
        """;

    private static readonly YamlItem Item = new YamlItem().AddPlain("key", "c").Add("text", new LocalizedText("một\n\nhai", "it's"));

    [Fact]
    public void Comments_outside_the_entry_stay()
    {
        Assert.Equal(
            Blocks.Replace("- key: a\n    text: |\n      one\n      # two\n", "- { key: x }\n", StringComparison.Ordinal),
            YamlListEditor.Replace(Blocks, "list", 0, new YamlItem().AddPlain("key", "x"))
        );
        Assert.Equal(
            Blocks.Replace("  - { key: b }   # beside b\n", "", StringComparison.Ordinal),
            YamlListEditor.Remove(Blocks, "list", 1)
        );
        Assert.Equal(
            Blocks.Replace(
                "# beside b\n",
                "# beside b\n  - key: c\n    text:\n      vi: |-\n        một\n\n        hai\n      en: 'it''s'\n",
                StringComparison.Ordinal
            ),
            YamlListEditor.Insert(Blocks, "list", 2, Item)
        );
        Assert.StartsWith(
            "# top\nlist: # here\n  # of a\n  - { key: x }\n  - key: a",
            YamlListEditor.Insert(Blocks, "list", 0, new YamlItem().AddPlain("key", "x")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("list: []\nother: 1")]
    [InlineData("list:\nother: 1")]
    [InlineData("other: 1")]
    [InlineData("list: [{ key: a }, { key: b }]\nother: 1")]
    [InlineData("list:\n- key: a\n- key: b\nother: 1\n")]
    public void Every_layout_of_a_list_takes_an_entry_and_gives_it_back(string text)
    {
        var added = YamlListEditor.Insert(text, "list", int.MaxValue, Item);
        Assert.NotNull(added);
        Assert.Contains("other: 1", added, StringComparison.Ordinal);
        var last = added.Contains("key: a", StringComparison.Ordinal) ? 2 : 0;
        var removed = YamlListEditor.Remove(added, "list", last);
        Assert.DoesNotContain("key: c", removed, StringComparison.Ordinal);
        Assert.NotNull(YamlListEditor.Insert(removed!, "list", 0, Item));
    }

    [Theory]
    [InlineData("' \" \\ # { } [ ] : , & * ! % @ `")]
    [InlineData("- a\n  b: c\n")]
    [InlineData(" first\nsecond\r\nthird\u2028\u0085\t")]
    [InlineData("null")]
    [InlineData("true")]
    public void Any_text_is_read_as_it_was_entered(string text)
    {
        var written = YamlListEditor.Insert("list: []\n", "list", 0, new YamlItem().Add("text", new LocalizedText(text, "x\ny")));
        Assert.NotNull(written);
        Assert.NotNull(YamlListEditor.SetValue("field: x\n", "field", text));
    }

    [Theory]
    [InlineData("list: [ &a { key: a } ]")]
    [InlineData("list: { key: a }")]
    [InlineData("list: [")]
    [InlineData("- list")]
    public void What_cannot_be_changed_safely_is_refused(string text) =>
        Assert.Null(YamlListEditor.Replace(text, "list", 0, new YamlItem().AddPlain("key", "x")));

    [Fact]
    public void A_value_is_replaced()
    {
        Assert.Equal("a: 'y' # c\nb: 2\n", YamlListEditor.SetValue("a: x # c\nb: 2\n", "a", "y"));
        Assert.Equal("a:\n  ['1', '2']\n# c\nb: 2\n", YamlListEditor.SetList("a:\n  - x\n# c\nb: 2\n", "a", ["1", "2"]));
    }
}
