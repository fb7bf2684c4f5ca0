using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using PolicyAssistantBot.Design.Public;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Site;

/// <summary>What machines read of the public pages: the sitemap (sitemaps.org 0.9), Atom feeds (RFC 4287) and schema.org data.</summary>
internal static class SiteFeeds
{
    public const string SitemapPath = "/sitemap.xml";

    private const int MaxEntries = 50;
    private const int SummaryLength = 300;

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    public static string AtomPath(Lang lang) => $"{SitePaths.Root(lang)}/atom.xml";

    public static string CreateSitemap(KnowledgeBase knowledge, string baseAddress)
    {
        var topics = Topics.All.Where(topic => knowledge.Articles.Any(article => article.Topic == topic));
        IEnumerable<(Func<Lang, string> Path, DateOnly? Changed)> pages =
        [
            (PublicPages.Home, null),
            (SitePaths.Root, null),
            .. topics.Select(topic => ((Func<Lang, string>)(lang => SitePaths.OfTopic(topic, lang)), (DateOnly?)null)),
            .. knowledge.Articles.Select(article =>
                ((Func<Lang, string>)(lang => SitePaths.OfArticle(article, lang)), (DateOnly?)article.Checked)
            ),
        ];
        return ToText(
            new XElement(
                Sitemap + "urlset",
                new XAttribute(XNamespace.Xmlns + "xhtml", Xhtml.NamespaceName),
                pages.SelectMany(page => Enum.GetValues<Lang>().Select(lang => CreateUrl(page.Path, page.Changed, lang, baseAddress)))
            )
        );
    }

    /// <summary>The articles that were checked last.</summary>
    public static string CreateAtom(KnowledgeBase knowledge, Lang lang, string baseAddress)
    {
        List<Article> articles =
        [
            .. knowledge.Articles.OrderByDescending(article => article.Checked).ThenBy(article => article.Key, StringComparer.Ordinal),
        ];
        return ToText(
            new XElement(
                Atom + "feed",
                new XAttribute(XNamespace.Xml + "lang", lang.Code()),
                new XElement(Atom + "title", SiteTexts.FeedTitle[lang]),
                new XElement(Atom + "id", baseAddress + AtomPath(lang)),
                new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", baseAddress + AtomPath(lang))),
                new XElement(Atom + "updated", ToTimestamp(articles.Count == 0 ? default : articles[0].Checked)),
                new XElement(Atom + "author", new XElement(Atom + "name", PublicTexts.Product[lang])),
                articles.Take(MaxEntries).Select(article => CreateEntry(article, lang, baseAddress))
            )
        );
    }

    /// <summary>The schema.org description of an article as JSON that is safe inside a script element.</summary>
    public static string CreateStructuredData(Article article, SiteContext context, string description) =>
        // The default encoder escapes <, > and &, so that no text can end the element.
        new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Article",
            ["headline"] = article.Title[context.Lang],
            ["description"] = description,
            ["inLanguage"] = context.Lang.Code(),
            ["dateModified"] = article.Checked.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["mainEntityOfPage"] = context.BaseAddress + context.Path,
            ["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = article.Owner },
            ["isBasedOn"] = new JsonArray([.. article.Basis.Select(basis => (JsonNode)basis.Document)]),
        }.ToJsonString(JsonSerializerOptions.Web);

    private static XElement CreateUrl(Func<Lang, string> path, DateOnly? changed, Lang lang, string baseAddress) =>
        new(
            Sitemap + "url",
            new XElement(Sitemap + "loc", baseAddress + path(lang)),
            changed is { } day ? new XElement(Sitemap + "lastmod", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
            Enum.GetValues<Lang>()
                .Select(other => new XElement(
                    Xhtml + "link",
                    new XAttribute("rel", "alternate"),
                    new XAttribute("hreflang", other.Code()),
                    new XAttribute("href", baseAddress + path(other))
                ))
        );

    private static XElement CreateEntry(Article article, Lang lang, string baseAddress)
    {
        var address = baseAddress + SitePaths.OfArticle(article, lang);
        var summary = article.GetSections(lang) is [var first, ..] ? ArticleHtml.ToPlainText(first.Markdown, SummaryLength) : "";
        return new XElement(
            Atom + "entry",
            new XElement(Atom + "title", article.Title[lang]),
            new XElement(Atom + "id", $"{baseAddress}{SitePaths.Root(lang)}#{article.Key}"),
            new XElement(Atom + "link", new XAttribute("href", address)),
            new XElement(Atom + "updated", ToTimestamp(article.Checked)),
            new XElement(Atom + "summary", summary)
        );
    }

    private static string ToTimestamp(DateOnly day) =>
        new DateTimeOffset(day, TimeOnly.MinValue, HanoiTime.Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string ToText(XElement root) => $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root}\n";
}
