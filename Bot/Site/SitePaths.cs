using System.Globalization;
using System.Runtime.CompilerServices;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Site;

/// <summary>
/// The addresses of the public pages. An article's address is its title and its key, such as
/// <c>/huong-dan/ho-tro-chi-phi-tu-van-b3-consult</c>. The key alone identifies the article, so an address is still valid after the title
/// was changed or articles were merged.
/// </summary>
internal sealed class SitePaths
{
    private const int MaxTitleLength = 80;

    private static readonly ConditionalWeakTable<KnowledgeBase, SitePaths> Cache = [];
    private readonly Dictionary<string, Article> articlesByKey = new(StringComparer.Ordinal);

    private SitePaths(KnowledgeBase knowledge)
    {
        foreach (var article in knowledge.Articles)
        {
            foreach (var key in article.Keys)
            {
                articlesByKey.TryAdd(ToSlug(key), article);
            }
        }
    }

    public static SitePaths Of(KnowledgeBase knowledge) => Cache.GetValue(knowledge, current => new SitePaths(current));

    /// <summary>The list of all topics.</summary>
    public static string Root(Lang lang) => PublicPaths.Guidance(lang);

    public static string OfTopic(string topic, Lang lang) =>
        lang == Lang.En ? $"{Root(lang)}/topics/{topic}" : $"{Root(lang)}/chu-de/{ToSlug(Topics.GetName(topic).Vi)}";

    /// <summary>The topic with this last part of an address; null when there is none.</summary>
    public static string? FindTopic(string slug, Lang lang) =>
        Topics.All.FirstOrDefault(topic => OfTopic(topic, lang).EndsWith($"/{slug}", StringComparison.Ordinal));

    public static string OfArticle(Article article, Lang lang) =>
        $"{Root(lang)}/{Shorten(ToSlug(article.Title[lang]))}-{ToSlug(article.Key)}";

    /// <summary>The article that an address names: the longest end of it that is a key. Null when there is none.</summary>
    public Article? FindArticle(string slug)
    {
        for (var start = 0; start >= 0 && start < slug.Length; start = slug.IndexOf('-', start) is var dash && dash < 0 ? -1 : dash + 1)
        {
            if (articlesByKey.TryGetValue(slug[start..], out var article))
            {
                return article;
            }
        }

        return null;
    }

    private static string ToSlug(string text) =>
        string.Join(
                '-',
                VietnameseText
                    .SplitIntoWords(VietnameseText.Fold(text))
                    .Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit)))
            )
            .ToLower(CultureInfo.InvariantCulture)
            .Replace("--", "-", StringComparison.Ordinal)
            .Trim('-');

    private static string Shorten(string slug) =>
        slug.Length <= MaxTitleLength ? slug : slug[..Math.Max(slug.LastIndexOf('-', MaxTitleLength), 1)];
}
