using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Gaps;

namespace PolicyAssistantBot.Knowledge.Upkeep;

/// <summary>What the articles do not know, by the body that can say.</summary>
public sealed record GapList(IReadOnlyList<GapsOfBody> Bodies)
{
    public int Count => Bodies.Sum(body => body.Gaps.Count);

    /// <summary>Each gap once, where it is written: articles that share it are named beside it.</summary>
    public static GapList Create(IReadOnlyList<Article> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var articlesBySharedKey = articles
            .Where(article => article.Filing?.SameAs is not null)
            .ToLookup(article => article.Filing!.SameAs!);
        return new GapList([
            .. articles
                .Where(article => article.OwnGap is not null)
                .Select(article => new ArticleGap(
                    article,
                    article.OwnGap!,
                    [.. articlesBySharedKey[article.Key].Select(other => other.Key)]
                ))
                .GroupBy(gap => gap.Gap.Ask, StringComparer.Ordinal)
                .Select(body => new GapsOfBody(
                    PublicBodies.Find(body.Key)?.Name ?? new LocalizedText(body.Key, body.Key),
                    [.. body.OrderByDescending(gap => gap.AlsoIn.Count).ThenBy(gap => gap.Article.Key, StringComparer.Ordinal)]
                ))
                .OrderByDescending(body => body.Gaps.Count)
                .ThenBy(body => body.Name.Vi, StringComparer.Ordinal),
        ]);
    }
}

public sealed record GapsOfBody(LocalizedText Name, IReadOnlyList<ArticleGap> Gaps);

/// <param name="AlsoIn">The keys of the articles that are applied for in the same way.</param>
public sealed record ArticleGap(Article Article, KnowledgeGap Gap, IReadOnlyList<string> AlsoIn);
