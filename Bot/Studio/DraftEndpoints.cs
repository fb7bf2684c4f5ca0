using System.Globalization;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Studio.Editing;
using PolicyAssistantBot.Studio.Pages;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Texts;
using PolicyAssistantBot.Studio.Unsaved;
using static PolicyAssistantBot.Studio.StudioResults;

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
        pages.MapForm("/drafts/new", Policies.EditKnowledge, CreateAsync);
        pages
            .MapGet(
                "/drafts/{key}",
                (string key, string? done, HttpContext context, StudioPages studio, CancellationToken token) =>
                    studio.ShowEditorAsync(context, key, done, token)
            )
            .RequireAuthorization(Policies.EditKnowledge);
        pages.MapForm("/drafts/{key}/save", Policies.EditKnowledge, SaveAsync);
        pages.MapForm("/drafts/{key}/file", Policies.EditKnowledge, SaveFileAsync);
        pages.MapForm("/drafts/{key}/submit", Policies.EditKnowledge, SubmitAsync);
        pages.MapForm("/drafts/{key}/publish", Policies.PublishKnowledge, PublishAsync);
        pages.MapForm("/drafts/{key}/urgent", Policies.PublishKnowledge, PublishUrgentlyAsync);
        pages.MapGet(
            "/drafts/{key}/review",
            (string key, HttpContext context, StudioPages studio, CancellationToken token) =>
                studio.ShowReviewAsync(context, key, null, token)
        );
        pages.MapDecision("discard", Policies.ReadStudio, (c, sent) => StudioRules.Discard(c.Draft!, sent.Version, sent.By), "/studio");
        pages.MapDecision("remark", Policies.ReadStudio, (c, sent) => StudioRules.Remark(c.Draft!, sent.Form["text"], sent.By));
        pages.MapDecision(
            "ask",
            Policies.ReadStudio,
            (c, sent) => StudioRules.AskForChanges(c.Draft!, sent.Version, sent.Form["text"], sent.By, c.Now),
            "/studio"
        );
        pages.MapDecision(
            "approve",
            Policies.ReviewKnowledge,
            (c, sent) => StudioRules.Approve(c.Draft!, sent.Form["digest"].ToString(), sent.By, c.Now)
        );
        pages.MapDecision(
            "accept",
            Policies.PublishKnowledge,
            (c, sent) =>
                AcceptanceRules.Accept(
                    c.Draft!,
                    sent.Version,
                    c.Report,
                    sent.Form["question"].ToString(),
                    sent.Form["reason"],
                    sent.By,
                    c.Now
                )
        );
        pages.MapDecision(
            "schedule",
            Policies.PublishKnowledge,
            (c, sent) =>
                ReadHanoiTime(sent.Form["at"]) is { } at
                    ? StudioRules.Schedule(c.Draft!, sent.Version, at, sent.By, c.Now)
                    : new StudioDecision.Refused(StudioRefusal.WrongTime)
        );
        pages.MapDecision(
            "unschedule",
            Policies.PublishKnowledge,
            (c, sent) => StudioRules.Unschedule(c.Draft!, sent.Version, sent.By, c.Now)
        );
    }

    /// <param name="next">Where the person goes afterwards; null for the review.</param>
    private static void MapDecision(
        this RouteGroupBuilder pages,
        string action,
        string policy,
        Func<Store.DraftCase, SentForm, StudioDecision> decide,
        string? next = null
    ) =>
        pages.MapForm(
            $"/drafts/{{key}}/{action}",
            policy,
            async sent =>
                sent.Finish(
                    await sent.Service.DecideAsync(sent.Key, sent.By, c => decide(c, sent), sent.Token),
                    next ?? $"/studio/drafts/{sent.Key}/review"
                )
        );

    private static async Task<IResult> CreateAsync(SentForm sent)
    {
        var (key, topic) = (sent.Form["key"].ToString().Trim(), sent.Form["topic"].ToString());
        var (vi, en) = (sent.Form["title-vi"].ToString().Trim().Normalize(), sent.Form["title-en"].ToString().Trim());
        if (!ArticleKeys.IsValid(key) || !Topics.All.Contains(topic) || vi.Length == 0 || en.Length == 0)
        {
            return Show(StudioTexts.KeyHint, StatusCodes.Status422UnprocessableEntity);
        }

        return await sent.Service.CreateAsync(key, topic, new LocalizedText(vi, en), sent.By, sent.Token) switch
        {
            StudioDecision.Refused { Refusal: var refusal } => Show(StudioTexts.Explain(refusal), StatusOf(refusal)),
            _ => Results.LocalRedirect($"/studio/drafts/{key}"),
        };

        IResult Show(LocalizedText problem, int status) =>
            PageResults.Show<NewArticlePage>(sent.Context, new NewArticleModel(problem, key, topic, vi, en), status);
    }

    private static async Task<IResult> SaveAsync(SentForm sent)
    {
        var head = SentForm.ReadNumber(sent.Form["head"]);
        return await sent.Service.SaveAsync(
            sent.Key,
            sent.Version,
            head,
            article => ArticleForm.Apply(article, sent.Form),
            sent.By,
            sent.Token
        ) switch
        {
            SaveOutcome.Conflict conflict => StudioPages.ShowConflict(sent.Context, conflict),
            SaveOutcome.Refused refused => Refuse(sent.Context, refused.Refusal),
            SaveOutcome.Saved saved => await FinishSaveAsync(sent, saved),
            _ => throw new InvalidOperationException("A save has no other outcome."),
        };
    }

    /// <summary>What was kept while it was typed is in the draft now.</summary>
    private static async Task<IResult> FinishSaveAsync(SentForm sent, SaveOutcome.Saved saved)
    {
        await sent.Context.RequestServices.GetRequiredService<UnsavedWork>().DropAsync(sent.Key, sent.By.Id, sent.Token);
        return Results.LocalRedirect($"/studio/drafts/{sent.Key}?done={(saved.IsMerged ? "merged" : "saved")}");
    }

    private static async Task<IResult> SaveFileAsync(SentForm sent)
    {
        var text = sent.Form["text"].ToString().ReplaceLineEndings("\n").Normalize();
        return await sent.Service.SaveTextAsync(sent.Key, sent.Version, text, sent.By, sent.Token) switch
        {
            SaveOutcome.Refused { Refusal: StudioRefusal.Stale } => await sent.Pages.ShowStaleFileAsync(
                sent.Context,
                sent.Key,
                text,
                sent.Token
            ),
            SaveOutcome.Saved saved => await FinishSaveAsync(sent, saved),
            var outcome => Refuse(sent.Context, ((SaveOutcome.Refused)outcome).Refusal),
        };
    }

    private static async Task<IResult> SubmitAsync(SentForm sent) =>
        await sent.Service.SubmitAsync(sent.Key, sent.Version, sent.Form["reason"], sent.By, sent.Token) switch
        {
            StudioDecision.Refused { Refusal: StudioRefusal.Findings or StudioRefusal.NoReason } refused =>
                await sent.Pages.ShowEditorAsync(sent.Context, sent.Key, null, sent.Token, refused.Refusal),
            var decision => sent.Finish(decision, $"/studio/drafts/{sent.Key}/review"),
        };

    private static async Task<IResult> PublishAsync(SentForm sent) =>
        await FinishPublicationAsync(sent, await sent.Service.PublishAsync(sent.Key, sent.Version, sent.By, sent.Token));

    private static async Task<IResult> PublishUrgentlyAsync(SentForm sent) =>
        await FinishPublicationAsync(
            sent,
            await sent.Service.PublishUrgentlyAsync(sent.Key, sent.Version, sent.Form["reason"], sent.By, sent.Token)
        );

    private static async Task<IResult> FinishPublicationAsync(SentForm sent, StudioDecision published) =>
        published switch
        {
            StudioDecision.Refused { Refusal: not StudioRefusal.Missing and var refusal } => await sent.Pages.ShowReviewAsync(
                sent.Context,
                sent.Key,
                refusal,
                sent.Token
            ),
            var decision => sent.Finish(decision, "/studio/sets?done=published"),
        };

    /// <summary>A time as browsers send it, without a zone: Hanoi's.</summary>
    private static DateTimeOffset? ReadHanoiTime(string? text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new DateTimeOffset(at, HanoiTime.Offset)
            : null;
}
