using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Rules.Places;

namespace PolicyAssistantBot.Site;

/// <summary>
/// Lists that the chat compares in the browser with what is being typed, so that nothing leaves the page before it is sent. Public, and the
/// same for everybody.
/// </summary>
internal static class SiteLists
{
    public static string TitlesPath(Lang lang) => $"{SitePaths.Root(lang)}/titles.json";

    public static string WardsPath(Lang lang) => $"{SitePaths.Root(lang)}/wards.json";

    /// <summary>The titles of all articles, each of which is a question that the assistant answers.</summary>
    public static IResult ListTitles(HttpContext http, KnowledgeBase knowledge, Lang lang) =>
        Show(http, knowledge.Articles.Where(article => article.Topic != "request-form").Select(article => article.Title[lang]));

    public static IResult ListWards(HttpContext http, Lang lang) => Show(http, Wards.All.Select(ward => ward.FullName[lang]));

    private static JsonHttpResult<string[]> Show(HttpContext http, IEnumerable<string> texts)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return TypedResults.Json(texts.Order(StringComparer.Ordinal).ToArray());
    }
}
