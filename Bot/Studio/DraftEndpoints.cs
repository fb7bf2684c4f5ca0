using System.Globalization;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Studio.Editing;
using PolicyAssistantBot.Studio.Pages;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Texts;
using static PolicyAssistantBot.Studio.StudioEndpoints;

namespace PolicyAssistantBot.Studio;

/// <summary><c>/studio/drafts</c>: write, submit, review and publish.</summary>
internal static class DraftEndpoints
{
    public static void MapDrafts(this RouteGroupBuilder pages)
    {
        pages
            .MapGet(
                "/drafts/new",
                (HttpContext context) => PageResults.Show<NewArticlePage>(context, new NewArticleModel(null, "", Topics.All[0], "", ""))
            )
            .RequireAuthorization(Policies.EditKnowledge);
        pages.MapPost("/drafts/new", CreateAsync).RequireAuthorization(Policies.EditKnowledge);
        pages
            .MapGet(
                "/drafts/{key}",
                (string key, string? done, HttpContext context, StudioPages studio, CancellationToken token) =>
                    studio.ShowEditorAsync(context, key, done, token)
            )
            .RequireAuthorization(Policies.EditKnowledge);
        pages.MapPost("/drafts/{key}/save", SaveAsync).RequireAuthorization(Policies.EditKnowledge);
        pages.MapPost("/drafts/{key}/file", SaveFileAsync).RequireAuthorization(Policies.EditKnowledge);
        pages.MapPost("/drafts/{key}/submit", SubmitAsync).RequireAuthorization(Policies.EditKnowledge);
        pages.MapGet(
            "/drafts/{key}/review",
            (string key, HttpContext context, StudioPages studio, CancellationToken token) =>
                studio.ShowReviewAsync(context, key, null, token)
        );
        pages.MapDecision("discard", Policies.ReadStudio, "/studio", (c, form, by) => StudioRules.Discard(c.Draft!, Version(form), by));
        pages.MapDecision("remark", Policies.ReadStudio, null, (c, form, by) => StudioRules.Remark(c.Draft!, form["text"], by));
        pages.MapDecision(
            "ask",
            Policies.ReadStudio,
            "/studio",
            (c, form, by) => StudioRules.AskForChanges(c.Draft!, Version(form), form["text"], by, c.Now)
        );
        pages.MapDecision(
            "approve",
            Policies.ReviewKnowledge,
            null,
            (c, form, by) => StudioRules.Approve(c.Draft!, form["digest"].ToString(), by, c.Now)
        );
        pages.MapDecision(
            "schedule",
            Policies.PublishKnowledge,
            null,
            (c, form, by) =>
                ReadHanoiTime(form["at"]) is { } at
                    ? StudioRules.Schedule(c.Draft!, Version(form), at, by, c.Now)
                    : new StudioDecision.Refused(StudioRefusal.WrongTime)
        );
        pages.MapDecision(
            "unschedule",
            Policies.PublishKnowledge,
            null,
            (c, form, by) => StudioRules.Unschedule(c.Draft!, Version(form), by, c.Now)
        );
        pages.MapPost("/drafts/{key}/publish", PublishAsync).RequireAuthorization(Policies.PublishKnowledge);
    }

    /// <param name="next">Where the person goes afterwards; null for the review.</param>
    private static void MapDecision(
        this RouteGroupBuilder pages,
        string action,
        string policy,
        string? next,
        Func<Store.DraftCase, IFormCollection, StudioPerson, StudioDecision> decide
    ) =>
        pages
            .MapPost(
                $"/drafts/{{key}}/{action}",
                async (string key, HttpContext context, StudioService studio, CancellationToken token) =>
                {
                    var form = await context.Request.ReadFormAsync(token);
                    var by = Person(context);
                    var decision = await studio.DecideAsync(key, by, c => decide(c, form, by), token);
                    return Finish(context, decision, next ?? $"/studio/drafts/{key}/review");
                }
            )
            .RequireAuthorization(policy);

    private static async Task<IResult> CreateAsync(HttpContext context, StudioService studio, CancellationToken token)
    {
        var form = await context.Request.ReadFormAsync(token);
        var (key, topic) = (form["key"].ToString().Trim(), form["topic"].ToString());
        var (vi, en) = (form["title-vi"].ToString().Trim().Normalize(), form["title-en"].ToString().Trim());
        if (!ArticleKeys.IsValid(key) || !Topics.All.Contains(topic) || vi.Length == 0 || en.Length == 0)
        {
            return Show(StudioTexts.KeyHint, StatusCodes.Status422UnprocessableEntity);
        }

        return await studio.CreateAsync(key, topic, new LocalizedText(vi, en), Person(context), token) switch
        {
            StudioDecision.Refused { Refusal: var refusal } => Show(StudioTexts.Explain(refusal), StatusOf(refusal)),
            _ => Results.LocalRedirect($"/studio/drafts/{key}"),
        };

        IResult Show(LocalizedText problem, int status) =>
            PageResults.Show<NewArticlePage>(context, new NewArticleModel(problem, key, topic, vi, en), status);
    }

    private static async Task<IResult> SaveAsync(
        string key,
        HttpContext context,
        StudioService service,
        StudioPages studio,
        CancellationToken token
    )
    {
        var form = await context.Request.ReadFormAsync(token);
        var head = ReadNumber(form["head"]);
        var outcome = await service.SaveAsync(
            key,
            Version(form),
            head,
            article => ArticleForm.Apply(article, form),
            Person(context),
            token
        );
        return outcome switch
        {
            SaveOutcome.Conflict conflict => StudioPages.ShowConflict(context, conflict),
            SaveOutcome.Refused refused => Refuse(context, refused.Refusal),
            SaveOutcome.Saved { IsMerged: true } => Results.LocalRedirect($"/studio/drafts/{key}?done=merged"),
            _ => Results.LocalRedirect($"/studio/drafts/{key}?done=saved"),
        };
    }

    private static async Task<IResult> SaveFileAsync(
        string key,
        HttpContext context,
        StudioService service,
        StudioPages studio,
        CancellationToken token
    )
    {
        var form = await context.Request.ReadFormAsync(token);
        var text = form["text"].ToString().ReplaceLineEndings("\n").Normalize();
        return await service.SaveTextAsync(key, Version(form), text, Person(context), token) switch
        {
            SaveOutcome.Refused { Refusal: StudioRefusal.Stale } => await studio.ShowStaleFileAsync(context, key, text, token),
            SaveOutcome.Refused refused => Refuse(context, refused.Refusal),
            _ => Results.LocalRedirect($"/studio/drafts/{key}?done=saved"),
        };
    }

    private static async Task<IResult> SubmitAsync(
        string key,
        HttpContext context,
        StudioService service,
        StudioPages studio,
        CancellationToken token
    )
    {
        var form = await context.Request.ReadFormAsync(token);
        return await service.SubmitAsync(key, Version(form), form["reason"], Person(context), token) switch
        {
            StudioDecision.Refused { Refusal: StudioRefusal.Findings or StudioRefusal.NoReason } refused => await studio.ShowEditorAsync(
                context,
                key,
                null,
                token,
                refused.Refusal
            ),
            var decision => Finish(context, decision, $"/studio/drafts/{key}/review"),
        };
    }

    private static async Task<IResult> PublishAsync(
        string key,
        HttpContext context,
        StudioService service,
        StudioPages studio,
        CancellationToken token
    )
    {
        var form = await context.Request.ReadFormAsync(token);
        return await service.PublishAsync(key, Version(form), Person(context), token) switch
        {
            StudioDecision.Refused { Refusal: StudioRefusal.Missing } refused => Refuse(context, refused.Refusal),
            StudioDecision.Refused refused => await studio.ShowReviewAsync(context, key, refused.Refusal, token),
            _ => Results.LocalRedirect("/studio/sets?done=published"),
        };
    }

    /// <summary>A time as browsers send it, without a zone: Hanoi's.</summary>
    private static DateTimeOffset? ReadHanoiTime(string? text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new DateTimeOffset(at, HanoiTime.Offset)
            : null;

    private static int Version(IFormCollection form) => ReadNumber(form["version"]);

    private static int ReadNumber(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
