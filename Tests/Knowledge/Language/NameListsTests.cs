using System.Text;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Language.Masking;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Language;

/// <summary>The lists from which names of people are recognised, and what is taken for a name although it is none.</summary>
public sealed class NameListsTests
{
    /// <summary>Kinds with words of other languages.</summary>
    private static readonly string[] OtherLanguages =
    [
        "organisation-lead",
        "title",
        "title-unmarked",
        "role",
        "introduction",
        "mention",
        "brand",
        "country",
        "place",
        "street",
    ];

    /// <summary>Syllables that <see cref="VietnameseSyllables"/> does not know: names of the highlands, and rare rhymes.</summary>
    private static readonly string[] OtherSyllables =
    [
        "ksor",
        "kpă",
        "niê",
        "kon",
        "tum",
        "đắk",
        "lắk",
        "web",
        "quỳnh",
        "bệnh",
        "tếnh",
        "link",
        "mệnh",
    ];

    private static readonly ILookup<string, string> Entries = NameLists.ReadEntries(
        File.ReadLines(SourceTree.Combine("Knowledge", "Language", "Data", "names.tsv"))
    );

    [Fact]
    public void Every_kind_is_read_and_every_entry_stands_once_in_small_letters()
    {
        Assert.Equal(24, Entries.Count);
        foreach (var kind in Entries)
        {
            Assert.DoesNotContain(kind.GroupBy(entry => entry), same => same.Count() > 1);
            Assert.DoesNotContain(kind, entry => VietnameseText.Normalize(entry) != entry);
        }
    }

    [Fact]
    public void Every_word_of_a_name_is_a_Vietnamese_syllable() =>
        Assert.DoesNotContain(
            Entries
                .Where(kind => !OtherLanguages.Contains(kind.Key))
                .SelectMany(kind => kind.SelectMany(entry => entry.Split('_')))
                .Except(OtherSyllables),
            syllable => !VietnameseSyllables.IsPossible(VietnameseText.Fold(syllable))
        );

    [Fact]
    public void Wards_are_not_taken_for_people()
    {
        var wards = File.ReadLines(SourceTree.Combine("Knowledge", "Rules", "Data", "wards.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t')[0]);
        Assert.DoesNotContain(
            wards.Select(ward => $"Xưởng của chúng tôi ở phường {ward}, Hà Nội"),
            text => PersonalData.Mask(text) != text
        );
    }

    [Theory]
    [InlineData("questions")]
    [InlineData("articles")]
    public void Fewer_than_one_word_in_a_hundred_is_taken_for_a_name_where_there_are_none(string what)
    {
        var texts = what == "articles" ? ReadArticles() : ReadQuestions();
        var (written, unmarked) = (new Count(), new Count());
        foreach (var text in texts)
        {
            written.Add(text);
            unmarked.Add(VietnameseText.Fold(text));
        }

        Assert.True(written.Share < 0.01, written.ToString());
        Assert.True(unmarked.Share < 0.01, unmarked.ToString());
    }

    private static IEnumerable<string> ReadArticles() =>
        SourceTree.Files("Knowledge/Articles", ".md").SelectMany(file => File.ReadLines(SourceTree.Combine(file)));

    /// <summary>Every question and sentence of the training and test sets that are in the source tree.</summary>
    private static IEnumerable<string> ReadQuestions() =>
        new[] { "Knowledge/Evaluation", "Knowledge/Policy", "Knowledge/Understanding", "Tests/Knowledge" }
            .SelectMany(folder => SourceTree.Files(folder, ".tsv"))
            .Where(file =>
                !file.EndsWith("facts.tsv", StringComparison.Ordinal) && !file.EndsWith("names-heldout.tsv", StringComparison.Ordinal)
            )
            .SelectMany(file => File.ReadLines(SourceTree.Combine(file)))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t').MaxBy(cell => cell.Length)!);

    /// <summary>How many words of how many were masked as names, with examples for the failure message.</summary>
    private sealed class Count
    {
        private readonly List<string> examples = [];
        private int words;
        private int masked;

        public double Share => (double)masked / words;

        public void Add(string text)
        {
            var name = PersonNames.Replace(text, "\uE000");
            var total = VietnameseText.SplitIntoWords(text).Count;
            words += total;
            if (name != text)
            {
                masked += total - VietnameseText.SplitIntoWords(name).Count;
                examples.Add($"{text} -> {name.Replace("\uE000", "[name]", StringComparison.Ordinal)}");
            }
        }

        public override string ToString() =>
            new StringBuilder($"{masked} of {words} words: ").AppendJoin("\n", examples.Take(300)).ToString();
    }
}
