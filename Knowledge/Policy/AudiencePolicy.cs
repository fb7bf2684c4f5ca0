using PolicyAssistantBot.Knowledge.Content.Patterns;
using PolicyAssistantBot.Knowledge.Language;
using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Policy;

/// <summary>For whom a message asks, or of whom a statement tells. A text may name several.</summary>
[Flags]
internal enum Audiences
{
    /// <summary>The text names none.</summary>
    None = 0,
    Household = 1,
    Company = 2,
    Cooperative = 4,
    ForeignOwned = 8,
}

/// <summary>The words that name an audience; see <c>audiences.yaml</c>.</summary>
internal sealed record AudiencePolicy
{
    [YamlMember(Alias = "household")]
    public WordPatterns HouseholdWords { get; init; } = WordPatterns.None;

    /// <summary>The word for a household with its marks; with other marks it is another word.</summary>
    [YamlMember(Alias = "householdWithMarks")]
    public string HouseholdWord { get; init; } = "";

    /// <summary>Compounds in which that word means something else, with marks.</summary>
    public IReadOnlyList<string> Compounds { get; init; } = [];

    /// <summary>Verbs after which that word says on whose behalf something is done ("hỏi hộ bác"); single words without marks.</summary>
    public IReadOnlyList<string> OnBehalfVerbs { get; init; } = [];

    /// <summary>Words after it with which it is a household even after such a verb: "làm hộ kinh doanh".</summary>
    public IReadOnlyList<string> HouseholdEndings { get; init; } = [];

    [YamlMember(Alias = "company")]
    public WordPatterns CompanyWords { get; init; } = WordPatterns.None;

    [YamlMember(Alias = "cooperative")]
    public WordPatterns CooperativeWords { get; init; } = WordPatterns.None;

    [YamlMember(Alias = "foreign")]
    public WordPatterns ForeignWords { get; init; } = WordPatterns.None;

    /// <param name="text">As typed or written.</param>
    public Audiences Find(string text)
    {
        var words = VietnameseText.SplitIntoWords(text);
        var folded = VietnameseText.Fold(string.Join(' ', words));
        return (NamesHousehold(words, folded) ? Audiences.Household : Audiences.None)
            | (CompanyWords.IsMatch(folded) ? Audiences.Company : Audiences.None)
            | (CooperativeWords.IsMatch(folded) ? Audiences.Cooperative : Audiences.None)
            | (ForeignWords.IsMatch(folded) ? Audiences.ForeignOwned : Audiences.None);
    }

    /// <summary>Whether a text names a household; "hở em" and "xem hộ chị" do not, though without marks they look like it.</summary>
    public bool NamesHousehold(string text)
    {
        var words = VietnameseText.SplitIntoWords(text);
        return NamesHousehold(words, VietnameseText.Fold(string.Join(' ', words)));
    }

    private bool NamesHousehold(IReadOnlyList<string> words, string folded)
    {
        var foldedWords = folded.Split(' ');
        var foldedWord = VietnameseText.Fold(HouseholdWord);
        if (foldedWords.Length != words.Count || !foldedWords.Contains(foldedWord))
        {
            return HouseholdWords.IsMatch(folded);
        }

        var hasMarked = false;
        for (var i = 0; i < foldedWords.Length; i++)
        {
            if (foldedWords[i] != foldedWord)
            {
                continue;
            }

            if (IsOtherWord(words, foldedWords, i))
            {
                foldedWords[i] = OtherWord;
            }
            else
            {
                hasMarked |= IsMarked(words[i]);
            }
        }

        return hasMarked || HouseholdWords.IsMatch(string.Join(' ', foldedWords));
    }

    /// <summary>Stands for a word that only looks like a household; no pattern matches it.</summary>
    private const string OtherWord = "-";

    private bool IsOtherWord(IReadOnlyList<string> words, string[] foldedWords, int index)
    {
        var isBare = words[index].All(char.IsAscii);
        var previous = index > 0 ? words[index - 1] : "";
        var next = index + 1 < words.Count ? words[index + 1] : "";
        return (!isBare && !IsMarked(words[index]))
            || Compounds.Contains($"{previous} {words[index]}", StringComparer.OrdinalIgnoreCase)
            || Compounds.Contains($"{words[index]} {next}", StringComparer.OrdinalIgnoreCase)
            || (
                index > 0
                && OnBehalfVerbs.Contains(foldedWords[index - 1])
                && !(index + 1 < foldedWords.Length && HouseholdEndings.Contains(foldedWords[index + 1]))
            );
    }

    private bool IsMarked(string word) => string.Equals(word, HouseholdWord, StringComparison.OrdinalIgnoreCase);
}
