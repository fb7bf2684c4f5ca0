using PolicyAssistantBot.Knowledge.Evaluation.Names;
using PolicyAssistantBot.Knowledge.Language.Masking;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Language;

/// <summary>The training of the masking of names, with few sentences.</summary>
public sealed class NameTrainingTests
{
    private static readonly NameTrainingOptions Few = new()
    {
        Templates = 3000,
        Plain = 1000,
        Replaced = 1000,
        Inserted = 500,
        Variants = 1,
    };

    private static readonly string[] Lines = [.. NameModelFile.Create(ReadPlain(), Few)];

    [Fact]
    public void The_same_texts_give_the_same_file() => Assert.Equal(Lines, NameModelFile.Create(ReadPlain(), Few));

    [Fact]
    public void What_was_learnt_finds_a_name_and_leaves_a_question_alone()
    {
        var model = NameModel.Read(Lines);
        const string Text = "Tôi là Nguyễn Văn Hùng, hỏi về vay vốn";
        var (start, end) = Assert.Single(PersonNames.Find(Text, model, NameLists.Default));
        Assert.Equal("Nguyễn Văn Hùng", Text[start..end]);
        Assert.Empty(PersonNames.Find("Doanh nghiệp nhỏ được hỗ trợ bao nhiêu?", model, NameLists.Default));
    }

    [Fact]
    public void A_line_that_is_none_is_refused() => Assert.Throws<InvalidDataException>(() => NameModel.Read(["1\tx"]));

    /// <summary>When it fails, run <c>knowledge train names</c> (docs/privacy.md).</summary>
    [Fact]
    public void The_weights_are_those_of_the_lists_and_templates() =>
        Assert.Contains(
            $"digest\t{NameModelFile.ComputeDigest(new NameTrainingOptions())}",
            NameLists.ReadFile("names-model.tsv").Take(10)
        );

    [Fact]
    public void The_data_of_the_names_are_small() =>
        Assert.True(
            SourceTree
                .Files("Knowledge/Language/Data", ".tsv")
                .Where(file => Path.GetFileName(file).StartsWith("name", StringComparison.Ordinal))
                .Sum(file => new FileInfo(SourceTree.Combine(file)).Length) <= 2_000_000
        );

    private static IEnumerable<string> ReadPlain() =>
        File.ReadLines(SourceTree.Combine("Knowledge", "Policy", "Phrasings", "P1.tsv")).Select(line => line.Split('\t')[^1]);
}
