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

    /// <summary>Words for a household that without their marks are other words.</summary>
    public IReadOnlyList<string> HouseholdWithMarks { get; init; } = [];

    /// <summary>Compounds in which those words mean something else.</summary>
    public IReadOnlyList<string> Compounds { get; init; } = [];

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
        return (HouseholdWords.IsMatch(folded) || NamesHouseholdWithMarks(words) ? Audiences.Household : Audiences.None)
            | (CompanyWords.IsMatch(folded) ? Audiences.Company : Audiences.None)
            | (CooperativeWords.IsMatch(folded) ? Audiences.Cooperative : Audiences.None)
            | (ForeignWords.IsMatch(folded) ? Audiences.ForeignOwned : Audiences.None);
    }

    private bool NamesHouseholdWithMarks(IReadOnlyList<string> words)
    {
        var text = $" {string.Join(' ', words).ToLowerInvariant()} ";
        foreach (var compound in Compounds)
        {
            text = text.Replace($" {compound} ", " ", StringComparison.Ordinal);
        }

        return HouseholdWithMarks.Any(word => text.Contains($" {word} ", StringComparison.Ordinal));
    }
}
