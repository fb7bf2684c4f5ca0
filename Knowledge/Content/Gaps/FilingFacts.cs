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
        var byKey = articles.ToDictionary(article => article.Key, StringComparer.Ordinal);
        return [.. articles.Select(article => Complete(article, article.Filing?.SameAs is { } key ? byKey.GetValueOrDefault(key) : null))];
    }

    private static Article Complete(Article article, Article? same)
    {
        var known = Known(article, same);
        var gap = Gap(article.OwnGap, same?.OwnGap, known, article.Filing);
        if (known.Count == 0)
        {
            return article with { Gap = gap };
        }

        return article with
        {
            Gap = gap,
            SectionsVi = [.. article.SectionsVi, Section(known, Lang.Vi)],
            SectionsEn = [.. article.SectionsEn, Section(known, Lang.En)],
        };
    }

    private static List<FilingLine> Known(Article article, Article? same)
    {
        var own = article.Filing?.Known ?? [];
        var unknown = article.OwnGap?.Facts ?? [];
        return
        [
            .. own.Concat(
                    (same?.Filing?.Known ?? []).Where(line => own.All(mine => mine.Fact != line.Fact) && !unknown.Contains(line.Fact))
                )
                .OrderBy(line => line.Fact),
        ];
    }

    /// <summary>The article's own gap, with what the other article does not know either and this one does not say.</summary>
    private static KnowledgeGap? Gap(KnowledgeGap? own, KnowledgeGap? same, List<FilingLine> known, Filing? filing)
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

    private static Section Section(IEnumerable<FilingLine> known, Lang lang) =>
        new(
            SectionId,
            FilingTexts.Heading[lang],
            string.Join('\n', known.Select(line => FilingTexts.Line.With(lang, FilingTexts.Title(line.Fact)[lang], line.Text[lang])))
        );
}
