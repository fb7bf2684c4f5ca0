using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.Channels;
using PolicyAssistantBot.Design.Public;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Privacy.Page;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Site.Errors;
using PolicyAssistantBot.Site.Home;
using PolicyAssistantBot.Site.Lookup;
using PolicyAssistantBot.Switches;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Site;

/// <summary>
/// The public pages: the start page, every published article at an address of its own, lists by topic, a search, the sitemap and feeds,
/// contact, accessibility, privacy, the status of a request, and the page for addresses that do not exist.
/// </summary>
internal static class SiteEndpoints
{
    private const string CacheControl = "public, max-age=300";
    private const string ContactTopic = "organisation";
    private const string XmlType = "application/xml; charset=utf-8";

    private static readonly string[] PrivatePaths = ["/desk", "/api/", "/v3/"];

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddSite(this IServiceCollection services) => services.AddSingleton<LookupTickets>();

    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        routes.MapPrivacy();
        routes.MapGuidance();
        routes.MapLookup();
    }

    public static void MapGuidance(this IEndpointRouteBuilder routes)
    {
        foreach (var lang in Enum.GetValues<Lang>())
        {
            var root = SitePaths.Root(lang);
            var topics = lang == Lang.En ? "topics" : "chu-de";
            Map(routes, PublicPages.Home(lang), (http, knowledge, context) => ShowHome(http, knowledge, context(lang)));
            Map(routes, PublicPages.Contact(lang), (http, knowledge, context) => ShowContact(http, knowledge, context(lang)));
            Map(
                routes,
                PublicPages.Accessibility(lang),
                (http, _, context) => Show<AccessibilityPage>(http, At(context(lang), PublicPages.Accessibility), null)
            );
            Map(routes, root, (http, knowledge, context) => ShowGuidance(http, knowledge, context(lang)));
            Map(
                routes,
                $"{root}/{topics}/{{topic}}",
                (http, knowledge, context) => ShowTopic(http, knowledge, context(lang), (string)http.Request.RouteValues["topic"]!)
            );
            Map(
                routes,
                SiteFeeds.AtomPath(lang),
                (http, knowledge, context) => ShowXml(http, SiteFeeds.CreateAtom(knowledge, lang, context(lang).BaseAddress))
            );
            Map(routes, SiteLists.TitlesPath(lang), (http, knowledge, _) => SiteLists.ListTitles(http, knowledge, lang));
            Map(routes, SiteLists.WardsPath(lang), (http, _, _) => SiteLists.ListWards(http, lang));
            Map(
                routes,
                $"{root}/{{slug}}",
                (http, knowledge, context) => ShowArticle(http, knowledge, context(lang), (string)http.Request.RouteValues["slug"]!)
            );
        }

        Map(
            routes,
            SiteFeeds.SitemapPath,
            (http, knowledge, context) => ShowXml(http, SiteFeeds.CreateSitemap(knowledge, context(Lang.Vi).BaseAddress))
        );
        Map(
            routes,
            "/robots.txt",
            (http, _, context) =>
                TypedResults.Text(
                    string.Concat(
                        "User-agent: *\n",
                        string.Concat(PrivatePaths.Select(path => $"Disallow: {http.Request.PathBase}{path}\n"))
                    ) + $"Sitemap: {context(Lang.Vi).BaseAddress}{SiteFeeds.SitemapPath}\n",
                    "text/plain; charset=utf-8",
                    Encoding.UTF8
                )
        );
        Map(routes, "/favicon.ico", (_, _, _) => TypedResults.Redirect("/site/mark.svg"));
    }

    /// <summary>Answers with a page in words where nothing else did and the client shows pages.</summary>
    public static void UseNotFoundPage(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                await next(http);
                var response = http.Response;
                if (
                    response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false, ContentLength: null or 0 }
                    && HttpMethods.IsGet(http.Request.Method)
                    && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
                )
                {
                    var lang = http.Request.Path.StartsWithSegments("/en", StringComparison.OrdinalIgnoreCase) ? Lang.En : Lang.Vi;
                    await ShowNotFound(http, CreateContext(http, lang) with { Path = http.Request.Path }).ExecuteAsync(http);
                }
            }
        );

    private static void Map(
        IEndpointRouteBuilder routes,
        string pattern,
        Func<HttpContext, KnowledgeBase, Func<Lang, SiteContext>, IResult> show
    ) =>
        routes
            .MapMethods(
                pattern,
                Methods,
                (HttpContext http, LiveKnowledge knowledge) => show(http, knowledge.Current, lang => CreateContext(http, lang))
            )
            .WithMetadata(new DoorMetadata(Door.Page))
            .ExcludeFromDescription()
            .AllowAnonymous();

    /// <summary>What pages need to know of the request; the path is that of the list of topics until a page says another.</summary>
    internal static SiteContext CreateContext(HttpContext http, Lang lang)
    {
        var publicUrl = http.RequestServices.GetRequiredService<IOptions<PublicUrlOptions>>().Value.PublicUrl;
        var baseAddress = publicUrl?.AbsoluteUri.TrimEnd('/') ?? $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";
        var unit = http.RequestServices.GetRequiredService<IOptions<RequestOptions>>().Value;
        return new SiteContext(lang, SitePaths.Root(lang), SitePaths.Root(lang == Lang.En ? Lang.Vi : Lang.En), baseAddress)
        {
            Unit = lang == Lang.En ? unit.UnitEn : unit.UnitVi,
            Contact = (lang == Lang.En ? unit.ContactEn : unit.ContactVi)?.Trim() ?? "",
        };
    }

    /// <summary>The same page in both languages.</summary>
    private static SiteContext At(SiteContext context, Func<Lang, string> getPath) =>
        context with
        {
            Path = getPath(context.Lang),
            OtherPath = getPath(context.Other),
        };

    private static TimeProvider GetTime(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>();

    private static Dictionary<string, int> CountByTopic(KnowledgeBase knowledge) =>
        knowledge.Articles.CountBy(article => article.Topic).ToDictionary(StringComparer.Ordinal);

    private static RazorComponentResult<HomePage> ShowHome(HttpContext http, KnowledgeBase knowledge, SiteContext context) =>
        Show<HomePage>(
            http,
            At(context, PublicPages.Home),
            new HomeModel(CountByTopic(knowledge), ReadPause(http, context.Lang), LookupEndpoints.IsByNumber(http))
        );

    private static IReadOnlyList<string> ReadPause(HttpContext http, Lang lang) =>
        http.RequestServices.GetService<SwitchBoard>()?.Find(Switch.WebChat) is { } pause
            ? PauseTexts.Compose(pause.Until, http.RequestServices.GetRequiredService<IOptions<RequestOptions>>().Value, lang)
            : [];

    private static RazorComponentResult<ContactPage> ShowContact(HttpContext http, KnowledgeBase knowledge, SiteContext context) =>
        Show<ContactPage>(
            http,
            At(context, PublicPages.Contact),
            new ContactModel([
                .. knowledge
                    .Articles.Where(article => article.Topic == ContactTopic)
                    .OrderBy(article => article.Title[context.Lang], StringComparer.InvariantCulture),
            ])
        );

    private static RazorComponentResult<GuidancePage> ShowGuidance(HttpContext http, KnowledgeBase knowledge, SiteContext context)
    {
        var typed = http.Request.Query["q"].ToString().Trim();
        var query = typed.Length <= SiteSearch.MaxQueryLength ? typed : typed[..SiteSearch.MaxQueryLength];
        return Show<GuidancePage>(
            http,
            context,
            new GuidanceModel(
                CountByTopic(knowledge),
                query.Length == 0 ? null : query,
                query.Length == 0 ? SearchFindings.None : SiteSearch.Find(knowledge, query, context.Lang, GetTime(http))
            )
        );
    }

    private static IResult ShowTopic(HttpContext http, KnowledgeBase knowledge, SiteContext context, string slug)
    {
        if (SitePaths.FindTopic(slug, context.Lang) is not { } topic)
        {
            return ShowNotFound(http, context);
        }

        return Show<TopicPage>(
            http,
            context with
            {
                Path = SitePaths.OfTopic(topic, context.Lang),
                OtherPath = SitePaths.OfTopic(topic, context.Other),
            },
            new TopicModel(
                topic,
                [
                    .. knowledge
                        .Articles.Where(article => article.Topic == topic)
                        .OrderBy(article => article.Title[context.Lang], StringComparer.InvariantCulture),
                ]
            )
        );
    }

    private static IResult ShowArticle(HttpContext http, KnowledgeBase knowledge, SiteContext context, string slug)
    {
        if (SitePaths.Of(knowledge).FindArticle(slug) is not { } article)
        {
            return ShowNotFound(http, context);
        }

        var path = SitePaths.OfArticle(article, context.Lang);
        if (path != http.Request.Path)
        {
            return TypedResults.Redirect(path, permanent: true);
        }

        var today = HanoiTime.DayOf(GetTime(http).GetUtcNow());
        var hold = http.RequestServices.GetRequiredService<AnswerPipeline>().FindHold(article.Key);
        return Show<ArticlePage>(
            http,
            context with
            {
                Path = path,
                OtherPath = SitePaths.OfArticle(article, context.Other),
            },
            new ArticleModel(
                article,
                today,
                hold is null ? article.GetSectionsOn(today, context.Lang) : [],
                [.. article.FollowUps.Concat(article.Related).Select(knowledge.Find).OfType<Article>().Distinct()],
                knowledge.Register,
                hold
            )
        );
    }

    private static RazorComponentResult<NotFoundPage> ShowNotFound(HttpContext http, SiteContext context)
    {
        SetHeaders(http, "no-store");
        return Create<NotFoundPage>(context, null, StatusCodes.Status404NotFound);
    }

    /// <summary>A page that is for one reader alone.</summary>
    internal static RazorComponentResult<TPage> ShowPrivate<TPage>(HttpContext http, SiteContext context, object model, int status)
        where TPage : IComponent
    {
        SetHeaders(http, "no-store");
        return Create<TPage>(context, model, status);
    }

    private static RazorComponentResult<TPage> Show<TPage>(HttpContext http, SiteContext context, object? model)
        where TPage : IComponent
    {
        SetHeaders(http, CacheControl);
        return Create<TPage>(context, model, StatusCodes.Status200OK);
    }

    private static RazorComponentResult<TPage> Create<TPage>(SiteContext context, object? model, int status)
        where TPage : IComponent
    {
        var parameters = new Dictionary<string, object?> { ["Context"] = context };
        if (model is not null)
        {
            parameters["Model"] = model;
        }

        return new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }

    private static ContentHttpResult ShowXml(HttpContext http, string xml)
    {
        http.Response.Headers.CacheControl = CacheControl;
        return TypedResults.Text(xml, XmlType, Encoding.UTF8);
    }

    private static void SetHeaders(HttpContext http, string cacheControl)
    {
        http.Response.Headers.CacheControl = cacheControl;
        http.Response.Headers.ContentSecurityPolicy = SiteFiles.CreateContentSecurityPolicy(http.Request.Host);
        http.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        http.Response.Headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
    }
}
