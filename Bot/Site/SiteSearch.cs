using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Site;

/// <summary>Finds articles for the search box of the public pages.</summary>
internal static class SiteSearch
{
    /// <summary>In characters; a longer query is cut.</summary>
    public const int MaxQueryLength = 200;

    private const int MaxArticles = 12;

    /// <summary>Several passages belong to one article.</summary>
    private const int MaxPassages = 60;

    public static IReadOnlyList<Article> Find(KnowledgeBase knowledge, string query, Lang lang) =>
        [
            .. knowledge
                .Index.Search(query, new SearchOptions { Lang = lang, Count = MaxPassages })
                .Hits.Select(hit => knowledge.Find(hit.Passage.ArticleKey))
                .OfType<Article>()
                .Distinct()
                .Take(MaxArticles),
        ];
}
