using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Lists;
using PolicyAssistantBot.Desk.ReplyBar;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>One case, and the actions on it.</summary>
internal static class CaseEndpoints
{
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
        CaseStore caseStore,
        UnsentReplyCheck unsentReply,
        CaseLists caseLists,
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

        var (deskAction, values) = (actions.Find(action), ActionValues.FromForm(form));
        if (
            deskAction == DeskActions.Merge
            && await caseLists.FindBySerialAsync(values[DeskActions.TargetInputName], account.ToCaseAccess(), cancellationToken)
                is { } target
        )
        {
            values = values.WithValue(DeskActions.TargetInputName, target.ToString());
        }

        if (
            deskAction is not null
            && await unsentReply.IsAskedAsync(deskAction, caseNumber.ToString(), account, values, cancellationToken)
            && await caseStore.FindAsync(caseNumber, account.ToCaseAccess(), cancellationToken) is { } open
        )
        {
            var attempt = new Attempt(action, expectedVersion, UnsentReplyCheck.AddSeen(values), new Refusal.DraftWaiting());
            return await casePages.ShowAsync(context, account, open, attempt, cancellationToken);
        }

        var command = new CaseCommand(expectedVersion, account.ToOfficial(), DeskChannel.Id, time.GetUtcNow());
        var outcome =
            deskAction?.IsOfferedIn(ActionPlaces.Page) == true
                ? await runner.RunAsync(deskAction, caseNumber, account.ToCaseAccess(), command, values, cancellationToken)
                : null;
        if (outcome is null)
        {
            var texts = TypedText.List(deskAction?.Fields ?? [], values);
            return await casePages.ShowActionImpossibleAsync(context, account, caseNumber, texts, cancellationToken);
        }

        if (outcome.Decision is CaseDecision.Refused { Reason: var refusal })
        {
            var attempt = new Attempt(action, expectedVersion, values, refusal);
            return await casePages.ShowAsync(context, account, outcome.After, attempt, cancellationToken);
        }

        // Who gave a case away may not see it any more.
        var isStillSeen = await caseStore.GetVersionAsync(caseNumber, account.ToCaseAccess(), cancellationToken) is not null;
        return TypedResults.LocalRedirect(
            isStillSeen
                ? DoneTexts.AddressOf(caseNumber, action)
                : GivenAway.AddressOf(caseNumber, action, values[DeskActions.TargetInputName])
        );
    }

    /// <summary>What an open page polls every few seconds: whether the case changed, and who else views it.</summary>
    public static async Task<Results<JsonHttpResult<CaseLiveState>, NotFound>> GetLiveStateAsync(
        string number,
        bool? typing,
        int? since,
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
        var lang = PageLanguage.Get(context);
        var changes =
            since is { } known
            && known != version
            && await caseStore.FindAsync(caseNumber, account.ToCaseAccess(), cancellationToken) is { } now
                ? PresenceText.FormatChanges([.. now.History.Where(e => e.Sequence > known)], lang)
                : null;
        return TypedResults.Json(new CaseLiveState(version, PresenceText.FormatOtherViewers(otherViewers, lang)) { Changes = changes });
    }
}

/// <param name="Version">Of the case, to see whether it changed.</param>
/// <param name="People">Who else has the case open, in one sentence; empty when no one else has.</param>
internal sealed record CaseLiveState(int Version, string People)
{
    /// <summary>What happened since the version that the page shows, in one sentence; null when nothing did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Changes { get; init; }
}
