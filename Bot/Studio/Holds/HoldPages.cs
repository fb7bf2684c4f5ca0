using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Navigation;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.Holds;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;
using PolicyAssistantBot.Studio.Texts;

namespace PolicyAssistantBot.Studio.Holds;

/// <param name="Wanted">What was typed and not done, or what the page begins with.</param>
public sealed record HoldsModel(
    IReadOnlyList<HoldRow> InForce,
    IReadOnlyList<HoldRow> Lifted,
    StudioPerson Person,
    HoldFields Wanted,
    LocalizedText? Notice,
    LocalizedText? Problem
);

/// <summary>The fields of the form as they were typed.</summary>
public sealed record HoldFields(
    HoldScope Scope,
    string Key,
    string TextVi,
    string TextEn,
    string ReplacedBy,
    string Reason,
    bool IsWithdrawal
)
{
    public static HoldFields Empty { get; } = new(HoldScope.Article, "", "", "", "", "", IsWithdrawal: false);
}

/// <summary>The page about holds, and what is sent from it.</summary>
internal sealed class HoldPages(HoldStore store, LiveHolds live, DatabaseArticles articles)
{
    public async Task<IResult> ShowAsync(
        HttpContext context,
        HoldFields wanted,
        LocalizedText? notice,
        StudioRefusal? refusal,
        CancellationToken token
    ) =>
        PageResults.Show<HoldsPage>(
            context,
            new HoldsModel(
                await store.ListInForceAsync(token),
                await store.ListLiftedAsync(token),
                StudioResults.Person(context),
                wanted,
                notice,
                refusal is { } reason ? StudioTexts.Explain(reason) : null
            ),
            refusal is { } refused ? StudioResults.StatusOf(refused) : StatusCodes.Status200OK
        );

    public async Task<IResult> PlaceAsync(HttpContext context, CancellationToken token)
    {
        var fields = Read(await context.Request.ReadFormAsync(token));
        var by = StudioResults.Person(context);
        var wanted = new WantedHold(
            fields.Scope,
            fields.Key,
            fields.IsWithdrawal,
            fields.TextVi,
            fields.TextEn,
            fields.ReplacedBy.Length == 0 ? null : fields.ReplacedBy,
            fields.Reason
        );
        var decision = await store.PlaceAsync((rows, number, now) => HoldRules.Place(wanted, rows, number, IsKnown, by, now), by, token);
        return await FinishAsync(context, decision, "placed", fields, token);
    }

    public async Task<IResult> LiftAsync(HttpContext context, int number, CancellationToken token)
    {
        var form = await context.Request.ReadFormAsync(token);
        var by = StudioResults.Person(context);
        var decision = await store.LiftAsync(
            number,
            (row, now) => row.LiftAskedById is null ? HoldRules.AskToLift(row, form["reason"], by) : HoldRules.Lift(row, by, now),
            by,
            token
        );
        var done = decision is HoldDecision.Changed { Event: StudioEventKind.Lifted } ? "lifted" : "asked";
        return await FinishAsync(context, decision, done, HoldFields.Empty, token);
    }

    private async Task<IResult> FinishAsync(
        HttpContext context,
        HoldDecision decision,
        string done,
        HoldFields fields,
        CancellationToken token
    )
    {
        if (decision is HoldDecision.Refused { Refusal: var refusal })
        {
            return refusal == StudioRefusal.Missing
                ? StudioResults.Refuse(context, refusal)
                : await ShowAsync(context, fields, null, refusal, token);
        }

        await live.RefreshAsync(token);
        return Results.LocalRedirect($"/studio/holds?done={done}");
    }

    private static HoldFields Read(IFormCollection form) =>
        new(
            Enum.TryParse<HoldScope>(form["scope"], out var scope) ? scope : HoldScope.Article,
            form["key"].ToString().Trim().Normalize(),
            form["text-vi"].ToString().Trim(),
            form["text-en"].ToString().Trim(),
            form["replaced-by"].ToString().Trim(),
            form["reason"].ToString().Trim(),
            form["withdrawal"] == "true"
        );

    private bool IsKnown(HoldScope scope, string key) =>
        scope switch
        {
            HoldScope.Everything => true,
            HoldScope.Topic => Topics.All.Contains(key),
            HoldScope.Article => articles.Current.Find(key)?.Key == key,
            _ => LegalRegister.Default.Documents.Any(document => document.Number == key)
                || articles.Current.Articles.Any(article => article.Basis.Any(basis => basis.Document == key)),
        };
}

internal static class HoldEndpoints
{
    /// <summary>Supervisors hold too, who otherwise have no part in the Studio.</summary>
    public static void MapHolds(this RouteGroupBuilder pages)
    {
        pages
            .MapGet(
                "/holds",
                (string? done, string? article, HttpContext context, HoldPages holds, CancellationToken token) =>
                    holds.ShowAsync(context, HoldFields.Empty with { Key = article ?? "" }, NoticeOf(done), null, token)
            )
            .RequireAuthorization(Policies.SeeHolds);
        pages
            .MapPost("/holds", (HttpContext context, HoldPages holds, CancellationToken token) => holds.PlaceAsync(context, token))
            .RequireAuthorization(Policies.HoldKnowledge);
        pages
            .MapPost(
                "/holds/{number:int}/lift",
                (int number, HttpContext context, HoldPages holds, CancellationToken token) => holds.LiftAsync(context, number, token)
            )
            .RequireAuthorization(Policies.HoldKnowledge);
    }

    /// <summary>Every page says what is on hold, so that nobody wonders why the assistant does not answer.</summary>
    public static PageBanner CreateBanner(IServiceProvider provider) =>
        new(
            lang =>
                provider.GetRequiredService<LiveHolds>().Current.Holds.Count(hold => !hold.IsWithdrawal) is > 0 and var count
                    ? [HoldTexts.Banner.With(lang, count)]
                    : [],
            "/studio/holds",
            Roles.Editor | Roles.Reviewer | Roles.Publisher | Roles.Auditor | Roles.Supervisor
        );

    private static LocalizedText? NoticeOf(string? done) =>
        done switch
        {
            "placed" => HoldTexts.Placed,
            "asked" => HoldTexts.Asked,
            "lifted" => HoldTexts.LiftedNotice,
            _ => null,
        };
}
