using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Policy;

/// <summary>
/// Words that decide where a message belongs before any article is looked at; see <c>signals.yaml</c>. Texts are folded: lower case,
/// without diacritics and punctuation.
/// </summary>
internal sealed record SignalPolicy
{
    public WordPatterns Crisis { get; init; } = WordPatterns.None;

    /// <summary>Words of danger that are told from others by their diacritics: "từ từ" (slowly) has other ones.</summary>
    public IReadOnlyList<string> CrisisWithMarks { get; init; } = [];

    public WordPatterns Personal { get; init; } = WordPatterns.None;

    /// <summary>What a form refuses is explained by an article; nobody decided it.</summary>
    public WordPatterns OwnNumber { get; init; } = WordPatterns.None;

    public WordPatterns Unwritten { get; init; } = WordPatterns.None;

    public WordPatterns Alternatives { get; init; } = WordPatterns.None;

    public WordPatterns MissingFact { get; init; } = WordPatterns.None;

    /// <summary>Two words that are one, of which the second alone means something else.</summary>
    public IReadOnlyList<string> Compounds { get; init; } = [];

    /// <summary>The asker's own file, a decision, a complaint or a dispute: only a person with the file can answer.</summary>
    public bool IsPersonal(string folded) => Personal.IsIn(folded) && !OwnNumber.IsIn(folded);

    /// <summary>Somebody may be in danger: a person must help at once.</summary>
    /// <param name="text">As typed.</param>
    public bool IsCrisis(string folded, string text) =>
        Crisis.IsIn(folded) || CrisisWithMarks.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Asks for advice between alternatives, or about a product or an address that is not named: a fact is missing that only the asker has.
    /// </summary>
    public bool LacksAFact(string folded) =>
        Compares(folded)
        || MissingFact.IsIn(
            Compounds.Aggregate(
                folded,
                (text, words) => text.Replace(words, words.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)
            )
        );

    /// <summary>
    /// The words of a matter that is the Department's and of which articles tell nothing yet; null when there are none. An article that
    /// names it goes first.
    /// </summary>
    public string? UnwrittenIn(string folded) => Unwritten.FindIn(folded);

    /// <summary>Asks which of two to choose.</summary>
    public bool Compares(string folded) => Alternatives.IsIn(folded);
}
