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

    /// <summary>Looks for articles, and answers the query as the chat would, so that both say alike what no article is about.</summary>
    public static SearchFindings Find(KnowledgeBase knowledge, string query, Lang lang, TimeProvider time)
    {
        IReadOnlyList<Article> articles =
        [
            .. knowledge
                .Index.Search(query, new SearchOptions { Lang = lang, Count = MaxPassages })
                .Hits.Select(hit => knowledge.Find(hit.Passage.ArticleKey))
                .OfType<Article>()
                .Distinct()
                .Take(MaxArticles),
        ];
        return new(articles, articles.Count > 0 && IsAnswered(knowledge, query, lang, time));
    }

    private static bool IsAnswered(KnowledgeBase knowledge, string query, Lang lang, TimeProvider time) =>
        new AnswerPipeline(() => knowledge, time).Ask(new Question(query, lang)) is not (Answer.Unanswerable or Answer.OutOfScope);
}

/// <summary>What a search of the public pages found.</summary>
/// <param name="Articles">The articles that share words with the query, best first.</param>
/// <param name="IsAnswered">False where no article is about it, although they share some of its words.</param>
public sealed record SearchFindings(IReadOnlyList<Article> Articles, bool IsAnswered)
{
    public static SearchFindings None { get; } = new([], false);
}
