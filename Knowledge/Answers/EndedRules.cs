using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// Rules that ended and are still asked for by name. An article about such a rule cites the old document with its last day and
/// what replaced it; the question names the old document by its number.
/// </summary>
internal static class EndedRules
{
    /// <summary>The article is about a rule that had ended by the day asked about: its first basis, or one that the question names.</summary>
    public static bool IsAbout(Article article, Understanding asked) =>
        article.Basis[0].InForce.Until < asked.AskedAbout || NamedIn(article, asked) is not null;

    /// <summary>The ended basis that the question names by its number, or null.</summary>
    public static LegalBasis? NamedIn(Article article, Understanding asked) => article.Basis.FirstOrDefault(basis =>
        basis.InForce.Until < asked.AskedAbout && Names(asked.Folded, basis.Document));

    /// <summary>The question holds the document's number and year ("39 2024"), or its number after a word for a document ("nghi dinh 123").</summary>
    private static bool Names(string folded, string document)
    {
        var parts = document.Split('/');
        if (parts.Length < 2)
        {
            return false;
        }

        var number = parts[0].TrimStart('0');
        return Contains(folded, $"{number} {parts[1]}")
            || Contains(folded, $"{parts[0]} {parts[1]}")
            || KindsOfDocument.Any(kind => Contains(folded, $"{kind} {parts[0]}") || Contains(folded, $"{kind} {number}"));
    }

    private static readonly string[] KindsOfDocument =
        ["luat", "nghi dinh", "nd", "thong tu", "tt", "nghi quyet", "nq", "quyet dinh", "qd", "decree", "law", "circular", "resolution", "decision"];

    private static bool Contains(string folded, string words) =>
        $" {folded} ".Contains($" {words} ", StringComparison.Ordinal);
}
