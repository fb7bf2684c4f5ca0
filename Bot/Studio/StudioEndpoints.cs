using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Studio.Holds;
using PolicyAssistantBot.Studio.Pages;
using PolicyAssistantBot.Studio.Texts;
using PolicyAssistantBot.Studio.Unsaved;
using PolicyAssistantBot.Studio.Urgent;

namespace PolicyAssistantBot.Studio;

/// <summary><c>/studio</c>: the pages on which editors, reviewers and publishers keep the articles.</summary>
internal static class StudioEndpoints
{
    public static void MapStudio(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<StudioPages>() is null)
        {
            routes.MapStudioOff();
            return;
        }

        var pages = routes.MapPages("/studio").RequireAuthorization(Policies.ReadStudio);
        pages.MapGet("/", (HttpContext context, StudioPages studio, CancellationToken token) => studio.ShowTodayAsync(context, token));
        pages.MapArticles();
        pages.MapDrafts();
        pages.MapEditor();
        pages.MapSets();
        routes.MapPages("/studio").MapHolds();
        pages.MapGet(
            "/audit",
            (long? before, bool? prove, HttpContext context, StudioPages studio, CancellationToken token) =>
                studio.ShowAuditAsync(context, before, prove == true, token)
        );
    }

    /// <summary>Where the articles are those of a folder, the pages say so.</summary>
    private static void MapStudioOff(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/studio");
        pages.MapGet("/", SayOff).RequireAuthorization(Policies.ReadStudio);
        pages.MapGet("/holds", SayOff).RequireAuthorization(Policies.SeeHolds);

        static RazorComponentResult SayOff(HttpContext context) =>
            PageResults.Message(context, StudioTexts.OffTitle, StudioTexts.OffText, StatusCodes.Status200OK);
    }

    private static void MapArticles(this RouteGroupBuilder pages)
    {
        pages.MapGet(
            "/articles",
            (
                string? search,
                string? topic,
                string? state,
                string? after,
                HttpContext context,
                StudioPages studio,
                CancellationToken token
            ) => studio.ShowArticlesAsync(context, search, topic, state, after, token)
        );
        pages.MapGet(
            "/articles/{key}",
            (string key, HttpContext context, StudioPages studio, CancellationToken token) => studio.ShowArticleAsync(context, key, token)
        );
        pages.MapGet(
            "/articles/{key}/compare",
            (string key, int? before, int? after, HttpContext context, StudioPages studio, CancellationToken token) =>
                studio.CompareAsync(context, key, before, after, token)
        );
        pages.MapForm(
            "/articles/{key}/draft",
            Policies.EditKnowledge,
            async sent => sent.Finish(await sent.Service.StartAsync(sent.Key, sent.By, sent.Token), $"/studio/drafts/{sent.Key}")
        );
        pages.MapForm(
            "/articles/{key}/restore/{number:int}",
            Policies.EditKnowledge,
            async sent =>
                sent.Finish(await sent.Service.RestoreAsync(sent.Key, sent.Number, sent.By, sent.Token), $"/studio/drafts/{sent.Key}")
        );
    }

    private static void MapSets(this RouteGroupBuilder pages)
    {
        pages.MapGet(
            "/sets",
            (string? done, HttpContext context, StudioPages studio, CancellationToken token) => studio.ShowSetsAsync(context, done, token)
        );
        pages
            .MapGet(
                "/sets/{number:int}/rollback",
                (int number, HttpContext context, StudioPages studio, CancellationToken token) =>
                    studio.ShowRollBackAsync(context, number, null, token)
            )
            .RequireAuthorization(Policies.PublishKnowledge);
        pages.MapForm(
            "/sets/{number:int}/reviewed",
            Policies.ReviewKnowledge,
            async sent =>
                await sent.Context.RequestServices.GetRequiredService<UrgentStore>().ReviewAsync(sent.Number, sent.By, sent.Token)
                    is { } refusal
                    ? StudioResults.Refuse(sent.Context, refusal)
                    : Results.LocalRedirect("/studio")
        );
        pages.MapForm(
            "/sets/{number:int}/rollback",
            Policies.PublishKnowledge,
            async sent =>
                await sent.Service.RollBackAsync(sent.Number, sent.Form["reason"], sent.By, sent.Token) is { } refusal
                    ? await sent.Pages.ShowRollBackAsync(sent.Context, sent.Number, refusal, sent.Token)
                    : Results.LocalRedirect("/studio/sets?done=back")
        );
    }
}
