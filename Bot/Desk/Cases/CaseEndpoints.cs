using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>One case, and the actions on it.</summary>
internal static class CaseEndpoints
{
    private const string DeskChannel = "desk";

    public static async Task<RazorComponentResult> ShowAsync(
        string number,
        HttpContext context,
        CaseStore caseStore,
        CasePageService casePages,
        CancellationToken cancellationToken
    ) =>
        CaseNumber.TryParse(number, out var caseNumber)
        && SignedInAccount.From(context.User) is { } account
        && await caseStore.FindAsync(caseNumber, account.ToCaseAccess(), cancellationToken) is { } stored
            ? await casePages.ShowAsync(context, account, stored, null, cancellationToken)
            : CasePageService.ShowNotFound(context);

    public static async Task<Results<RazorComponentResult, RedirectHttpResult>> ActAsync(
        string number,
        string action,
        HttpContext context,
        DeskActionList actions,
        DeskActionRunner runner,
        CasePageService casePages,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            !CaseNumber.TryParse(number, out var caseNumber)
            || SignedInAccount.From(context.User) is not { } account
            || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var expectedVersion)
        )
        {
            return CasePageService.ShowNotFound(context);
        }

        var command = new CaseCommand(expectedVersion, account.ToOfficial(), DeskChannel, time.GetUtcNow());
        var outcome =
            actions.Find(action) is { } deskAction && deskAction.IsOfferedIn(ActionPlaces.Page)
                ? await runner.RunAsync(
                    deskAction,
                    caseNumber,
                    account.ToCaseAccess(),
                    command,
                    ActionValues.FromForm(form),
                    cancellationToken
                )
                : null;
        if (outcome is null)
        {
            return await casePages.ShowActionImpossibleAsync(context, account, caseNumber, FormText.Read(form), cancellationToken);
        }

        return outcome.Decision is CaseDecision.Refused { Reason: var refusal }
            ? await casePages.ShowAsync(
                context,
                account,
                outcome.After,
                new Attempt(action, expectedVersion, ActionValues.FromForm(form), refusal),
                cancellationToken
            )
            : TypedResults.LocalRedirect($"/desk/cases/{caseNumber}");
    }

    /// <summary>Appends a template or the suggestion to what was typed. Nothing is stored or sent.</summary>
    public static async Task<RazorComponentResult> InsertAsync(
        string number,
        string what,
        HttpContext context,
        CaseStore caseStore,
        ReplyInserts inserts,
        CasePageService casePages,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            !CaseNumber.TryParse(number, out var caseNumber)
            || SignedInAccount.From(context.User) is not { } account
            || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var expectedVersion)
            || await caseStore.FindAsync(caseNumber, account.ToCaseAccess(), cancellationToken) is not { } stored
        )
        {
            return CasePageService.ShowNotFound(context);
        }

        var inserted = await inserts.FindAsync(what, form["template"], stored.Request, account, cancellationToken);
        var values = ActionValues.FromForm(form).WithValue(ActionField.TextInputName, ReplyDrafts.Append(FormText.Read(form), inserted));
        var attempt = new Attempt(DeskActions.Reply.Key, expectedVersion, values, null);
        return await casePages.ShowAsync(context, account, stored, attempt, cancellationToken);
    }

    public static async Task<Results<RazorComponentResult, RedirectHttpResult>> AddNoteAsync(
        string number,
        HttpContext context,
        CaseStore caseStore,
        CaseNoteStore noteStore,
        CasePageService casePages,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            !CaseNumber.TryParse(number, out var caseNumber)
            || SignedInAccount.From(context.User) is not { } account
            || await caseStore.FindAsync(caseNumber, account.ToCaseAccess(), cancellationToken) is not { } stored
        )
        {
            return CasePageService.ShowNotFound(context);
        }

        return await noteStore.AddAsync(caseNumber, account.ToOfficial(), FormText.Read(form), cancellationToken) is { } refusal
            ? await casePages.ShowAsync(
                context,
                account,
                stored,
                new Attempt("note", stored.Request.Version, ActionValues.FromForm(form), refusal),
                cancellationToken
            )
            : TypedResults.LocalRedirect($"/desk/cases/{caseNumber}#notes");
    }

    /// <summary>What an open page polls every few seconds: whether the case changed, and who else views it.</summary>
    public static async Task<Results<JsonHttpResult<CaseLiveState>, NotFound>> GetLiveStateAsync(
        string number,
        bool? typing,
        HttpContext context,
        CaseStore caseStore,
        CasePresence presence,
        CancellationToken cancellationToken
    )
    {
        if (
            !CaseNumber.TryParse(number, out var caseNumber)
            || SignedInAccount.From(context.User) is not { } account
            || await caseStore.GetVersionAsync(caseNumber, account.ToCaseAccess(), cancellationToken) is not { } version
        )
        {
            return TypedResults.NotFound();
        }

        var otherViewers = presence.ReportViewing(caseNumber.ToString(), new CaseViewer(account.Id, account.DisplayName, typing == true));
        return TypedResults.Json(new CaseLiveState(version, PresenceText.FormatOtherViewers(otherViewers, PageLanguage.Get(context))));
    }
}

/// <param name="Version">Of the case, to see whether it changed.</param>
/// <param name="People">Who else has the case open, in one sentence; empty when no one else has.</param>
internal sealed record CaseLiveState(int Version, string People);
