namespace PolicyAssistantBot.Knowledge.Content.Gaps;

/// <summary>
/// Completes articles that are applied for in the same way as another: what they do not say themselves is taken from it. The known facts
/// become a section of their own.
/// </summary>
internal static class FilingFacts
{
    /// <summary>The id of the section with the known facts.</summary>
    public const string SectionId = "filing";

    public static IReadOnlyList<Article> Complete(IReadOnlyList<Article> articles)
    {
        var articlesByKey = articles.ToDictionary(article => article.Key, StringComparer.Ordinal);
        return
        [
            .. articles.Select(article =>
                Complete(article, article.Filing?.SameAs is { } key ? articlesByKey.GetValueOrDefault(key) : null)
            ),
        ];
    }

    private static Article Complete(Article article, Article? same)
    {
        var known = CollectKnownLines(article, same);
        var gap = MergeGaps(article.OwnGap, same?.OwnGap, known, article.Filing);
        if (known.Count == 0)
        {
            return article with { Gap = gap };
        }

        return article with
        {
            Gap = gap,
            SectionsVi = [.. article.SectionsVi, CreateSection(known, Lang.Vi)],
            SectionsEn = [.. article.SectionsEn, CreateSection(known, Lang.En)],
        };
    }

    private static List<FilingLine> CollectKnownLines(Article article, Article? same)
    {
        var own = article.Filing?.Known ?? [];
        var unknown = article.OwnGap?.Facts ?? [];
        return
        [
            .. own.Concat(
                    (same?.Filing?.Known ?? []).Where(line => own.All(ownLine => ownLine.Fact != line.Fact) && !unknown.Contains(line.Fact))
                )
                .OrderBy(line => line.Fact),
        ];
    }

    /// <summary>The article's own gap, with what the other article does not know either and this one does not say.</summary>
    private static KnowledgeGap? MergeGaps(KnowledgeGap? own, KnowledgeGap? same, List<FilingLine> known, Filing? filing)
    {
        if (same is null)
        {
            return own;
        }

        var inherited = same.Facts.Where(fact => !(filing?.Known.Any(line => line.Fact == fact) ?? false)).ToList();
        return own is null
            ? inherited.Count == 0
                ? null
                : same with
                {
                    Facts = inherited,
                    About = null,
                }
            : own with
            {
                Facts = [.. own.Facts.Union(inherited).Order()],
            };
    }

    private static Section CreateSection(IEnumerable<FilingLine> known, Lang lang) =>
        new(
            SectionId,
            FilingTexts.Heading[lang],
            string.Join('\n', known.Select(line => FilingTexts.Line.With(lang, FilingTexts.GetTitle(line.Fact)[lang], line.Text[lang])))
        );
}
