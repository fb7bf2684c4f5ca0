using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// Rules that ended and are still asked for by name. An article about such a rule cites the old document with its last day and
/// what replaced it.
/// </summary>
internal static class EndedRules
{
    /// <summary>The article is about a rule that had ended by the day asked about: its first basis, or one that the question
    /// names.</summary>
    public static bool IsAbout(Article article, Understanding asked) =>
        article.Basis[0].InForce.Until < asked.AskedAbout || NamedIn(article, asked) is not null;

    /// <summary>The ended basis that the question names, or null.</summary>
    public static LegalBasis? NamedIn(Article article, Understanding asked) =>
        article.Basis.FirstOrDefault(basis =>
            basis.InForce.Until < asked.AskedAbout && asked.Documents.Any(document => document.Number == basis.Document)
        );
}
