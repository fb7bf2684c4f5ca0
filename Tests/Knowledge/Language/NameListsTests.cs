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
        "place-lead",
        "title",
        "title-unmarked",
        "role",
        "introduction",
        "mention",
        "brand",
        "country",
        "country-short",
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
        Assert.Equal(29, Entries.Count);
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

    /// <summary>From none of these questions was anything learnt.</summary>
    [Fact]
    public void Of_untrained_questions_without_names_two_in_a_hundred_lose_a_word_and_three_without_marks()
    {
        var texts = ReadQuestions().Distinct().ToList();
        Assert.True(texts.Count > 3000);
        AssertTouched(texts, 0.015);
        AssertTouched([.. texts.Select(text => text.ToLowerInvariant())], 0.015);
        AssertTouched([.. texts.Select(VietnameseText.Fold)], 0.03);
    }

    private static void AssertTouched(List<string> texts, double limit)
    {
        var touched = texts
            .Select(text => (text, masked: PersonNames.Replace(text, "[name]")))
            .Where(pair => pair.text != pair.masked)
            .ToList();
        Assert.True(touched.Count <= limit * texts.Count, $"{touched.Count}: {string.Join('\n', touched.Select(pair => pair.masked))}");
    }

    private static IEnumerable<string> ReadQuestions() =>
        new[] { "Knowledge/Evaluation", "Tests/Knowledge/Understanding" }
            .SelectMany(folder => SourceTree.Files(folder, ".tsv"))
            .Where(file => !file.EndsWith("facts.tsv", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(SourceTree.Combine(file)))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t').MaxBy(cell => cell.Length)!);
}
