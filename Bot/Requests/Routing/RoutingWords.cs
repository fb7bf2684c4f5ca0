using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Requests.Routing;

/// <summary>
/// Finds the words of a rule in a request. Marks distinguish words: <c>vay</c> (loan) is not <c>vậy</c> (so). Only a request that was typed
/// without any marks is compared without them.
/// </summary>
internal sealed class RoutingWords
{
    private readonly IReadOnlyList<(string Text, string? WithoutMarks)> texts;

    /// <param name="texts">What the asker wrote at different times, maybe once with marks and once without.</param>
    public RoutingWords(params IEnumerable<string?> texts) => this.texts = [.. texts.OfType<string>().Select(Prepare)];

    public bool Contains(string phrase)
    {
        var (exact, withoutMarks) = (ToComparable(phrase), ToComparable(VietnameseText.Fold(phrase)));
        return texts.Any(text =>
            text.Text.Contains(exact, StringComparison.Ordinal)
            || text.WithoutMarks?.Contains(withoutMarks, StringComparison.Ordinal) == true
        );
    }

    /// <summary>The words as they are stored in a rule: in lower case, separated by single spaces, with their marks.</summary>
    public static string ToPhrase(string text) => string.Join(' ', VietnameseText.SplitIntoWords(text));

    /// <summary>Whether every request that contains the narrower phrase contains the wider one.</summary>
    public static bool Covers(string wider, string narrower) =>
        ToComparable(narrower).Contains(ToComparable(wider), StringComparison.Ordinal);

    private static (string Text, string? WithoutMarks) Prepare(string text)
    {
        var folded = VietnameseText.Fold(text);
        return (ToComparable(text), folded == VietnameseText.Normalize(text) ? ToComparable(folded) : null);
    }

    /// <summary>One spelling for each syllable, so that <c>hoà</c> and <c>hòa</c> are the same, between spaces.</summary>
    private static string ToComparable(string text) =>
        $" {string.Join(' ', VietnameseText.SplitIntoWords(text).Select(VietnameseText.Canonicalize))} ";
}
