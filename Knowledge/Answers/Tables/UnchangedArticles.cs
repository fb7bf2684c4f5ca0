using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers.Tables;

/// <summary>Tells which articles of a version are those of the version before, so that what was computed for them is taken over.</summary>
internal sealed class UnchangedArticles
{
    private readonly Dictionary<string, (Article Read, Article WithPeriods)> before;

    /// <param name="read">The articles of the version before, as they were read.</param>
    /// <param name="withPeriods">The same with the periods of their statements.</param>
    public UnchangedArticles(IReadOnlyList<Article> read, IReadOnlyList<Article> withPeriods) =>
        before = read.Zip(withPeriods).ToDictionary(pair => pair.First.Key, StringComparer.Ordinal);

    /// <summary>The article of the version before with its periods; null where it was another.</summary>
    /// <param name="article">As it was read.</param>
    public Article? Find(Article article) =>
        before.TryGetValue(article.Key, out var known) && IsSame(known.Read, article) ? known.WithPeriods : null;

    /// <summary>Files that did not change are not read again, so lists are compared as objects, except those that are made anew.</summary>
    private static bool IsSame(Article known, Article article) =>
        known == article with { SectionsVi = known.SectionsVi, SectionsEn = known.SectionsEn }
        && known.SectionsVi.SequenceEqual(article.SectionsVi)
        && known.SectionsEn.SequenceEqual(article.SectionsEn);
}
