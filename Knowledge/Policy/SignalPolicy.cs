using PolicyAssistantBot.Knowledge.Content.Patterns;
using PolicyAssistantBot.Knowledge.Language;
using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Policy;

/// <summary>
/// Words that decide where a message belongs before any article is looked at; see <c>signals.yaml</c>. Texts are folded: lower case,
/// without diacritics and punctuation.
/// </summary>
internal sealed record SignalPolicy
{
    [YamlMember(Alias = "crisis")]
    public WordPatterns CrisisPhrases { get; init; } = WordPatterns.None;

    /// <summary>Words of danger that are told from others by their diacritics: "từ từ" (slowly) has other ones.</summary>
    public IReadOnlyList<string> CrisisWithMarks { get; init; } = [];

    [YamlMember(Alias = "personal")]
    public WordPatterns PersonalPhrases { get; init; } = WordPatterns.None;

    /// <summary>What a form refuses is explained by an article; nobody decided it.</summary>
    [YamlMember(Alias = "ownNumber")]
    public WordPatterns OwnNumberFormQuestions { get; init; } = WordPatterns.None;

    [YamlMember(Alias = "unwritten")]
    public WordPatterns UnwrittenMatters { get; init; } = WordPatterns.None;

    [YamlMember(Alias = "alternatives")]
    public WordPatterns ComparisonPhrases { get; init; } = WordPatterns.None;

    [YamlMember(Alias = "missingFact")]
    public WordPatterns MissingFactPhrases { get; init; } = WordPatterns.None;

    /// <summary>Something was bought, signed or paid.</summary>
    [YamlMember(Alias = "bought")]
    public WordPatterns PurchasePhrases { get; init; } = WordPatterns.None;

    /// <summary>The same words of something that was not, or may be.</summary>
    [YamlMember(Alias = "notBought")]
    public WordPatterns NoPurchasePhrases { get; init; } = WordPatterns.None;

    /// <summary>People of whom it is told are not insured.</summary>
    [YamlMember(Alias = "uninsured")]
    public WordPatterns UninsuredPhrases { get; init; } = WordPatterns.None;

    /// <summary>Something is to be added to an open request.</summary>
    [YamlMember(Alias = "addition")]
    public WordPatterns AdditionPhrases { get; init; } = WordPatterns.None;

    /// <summary>The same where a colon follows, before what is added.</summary>
    [YamlMember(Alias = "additionBefore")]
    public WordPatterns AdditionOpenings { get; init; } = WordPatterns.None;

    /// <summary>Two words that are one, of which the second alone means something else.</summary>
    public IReadOnlyList<string> Compounds { get; init; } = [];

    /// <summary>The asker's own file, a decision, a complaint or a dispute: only a person with the file can answer.</summary>
    public bool IsPersonal(string folded) => PersonalPhrases.IsMatch(folded) && !OwnNumberFormQuestions.IsMatch(folded);

    /// <summary>Somebody may be in danger: a person must help at once.</summary>
    /// <param name="text">As typed.</param>
    public bool IsCrisis(string folded, string text) =>
        CrisisPhrases.IsMatch(folded) || CrisisWithMarks.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Asks for advice between alternatives, or about a product or an address that is not named: a fact is missing that only the asker has.
    /// </summary>
    public bool LacksFact(string folded) =>
        AsksToCompare(folded)
        || MissingFactPhrases.IsMatch(
            Compounds.Aggregate(
                folded,
                (text, words) => text.Replace(words, words.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)
            )
        );

    /// <summary>
    /// The words of a matter that is the Department's and of which articles tell nothing yet; null when there are none. An article that
    /// names it goes first.
    /// </summary>
    public string? FindUnwrittenMatter(string folded) => UnwrittenMatters.FindMatch(folded);

    /// <summary>Whether something was bought or signed already.</summary>
    public bool TellsOfPurchase(string folded) => PurchasePhrases.IsMatch(NoPurchasePhrases.RemoveFrom(folded));

    /// <summary>Whether a text adds to an open request: "tôi muốn bổ sung thêm: …".</summary>
    /// <param name="text">As typed.</param>
    public bool AddsToRequest(string text)
    {
        var sentences = text.Split('?');
        return sentences.Any(sentence =>
            AdditionPhrases.IsMatch(Normalize(sentence))
            || (sentence.LastIndexOf(':') is > 0 and var colon && AdditionOpenings.IsMatch(Normalize(sentence[..colon])))
        );
    }

    private static string Normalize(string text) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));

    /// <summary>Asks which of two to choose.</summary>
    public bool AsksToCompare(string folded) => ComparisonPhrases.IsMatch(folded);
}
