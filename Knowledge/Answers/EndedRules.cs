using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// Finds articles about rules that have ended and are still asked for by name. Such an article cites the old document with its last day
/// and its replacement.
/// </summary>
internal static class EndedRules
{
    /// <summary>
    /// The article was written about a rule that had ended: its first basis, or one that the question names. An article one of whose
    /// figures has ended since is not about an ended rule.
    /// </summary>
    public static bool IsAbout(Article article, Understanding understanding) =>
        HadEnded(article.Basis[0], article, understanding) || FindNamedBasis(article, understanding) is not null;

    /// <summary>The ended basis that the question names, or null.</summary>
    public static LegalBasis? FindNamedBasis(Article article, Understanding understanding) =>
        article.Basis.FirstOrDefault(basis =>
            HadEnded(basis, article, understanding) && understanding.Documents.Any(document => document.Number == basis.Document)
        );

    private static bool HadEnded(LegalBasis basis, Article article, Understanding understanding) =>
        basis.InForce.Until < understanding.AskedAbout && StatementPeriods.IsCitedAsEnded(basis, article);
}
