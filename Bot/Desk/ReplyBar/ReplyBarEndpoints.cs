using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Cases;
using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Drafts;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.ReplyBar;

/// <summary>The forms of the reply bar: one box for replies, questions, notes and forwarding.</summary>
internal static class ReplyBarEndpoints
{
    public static void MapReplyBar(this IEndpointRouteBuilder pages)
    {
        pages
            .MapPost("/cases/{number}/send", SendAsync)
            .RequireAuthorization(Policies.WorkOnCases)
            .WithMetadata(new RequestSizeLimitAttribute(CaseFileEndpoints.MaxFormBytes));
        pages.MapPost("/cases/{number}/undo", UndoAsync).RequireAuthorization(Policies.WorkOnCases);
        pages.MapPost("/cases/{number}/draft", SaveDraftAsync).RequireAuthorization(Policies.WorkOnCases);
    }

    private static async Task<IResult> SendAsync(
        string number,
        HttpContext context,
        CaseStore caseStore,
        DeskActionList actions,
        ReplyBarService replyBar,
        CasePageService casePages,
        NeighbourFinder neighbours,
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

        var values = ActionValues.FromForm(form);

        // The case's place among the others is lost once it is answered.
        var (access, button) = (account.ToCaseAccess(), form["do"].ToString());
        var next =
            button != ReplyBarButtons.SendAndNext ? null
            : await FindNextOfListAsync(form["next"], caseStore, access, cancellationToken) is { } listed ? listed
            : (await neighbours.FindAsync(caseNumber.ToString(), access, cancellationToken)).Next?.CaseNumber;
        var outcome = await caseStore.FindAsync(caseNumber, access, cancellationToken) is { } stored
            ? await replyBar.RunAsync(
                caseNumber,
                stored,
                account,
                new ReplyBarForm(form["mode"].ToString(), button, values, expectedVersion, form.Files) { Id = form["form"] },
                cancellationToken
            )
            : new ReplyBarOutcome.Gone();
        return outcome switch
        {
            ReplyBarOutcome.Kept kept => await casePages.ShowAsync(context, account, kept.Current, kept.Attempt, cancellationToken),
            ReplyBarOutcome.Done done => Results.LocalRedirect(
                next is null ? DoneTexts.AddressOf(caseNumber, done.Key) : DoneTexts.AddressOfNext(next, done.Key, caseNumber)
            ),
            _ => await casePages.ShowActionImpossibleAsync(
                context,
                account,
                caseNumber,
                TypedText.ListInReplyBar(actions, values),
                cancellationToken
            ),
        };
    }

    /// <summary>The next case of the list that the official came from, as the page's script knows it, unless it is done by now.</summary>
    private static async Task<string?> FindNextOfListAsync(
        string? typed,
        CaseStore caseStore,
        CaseAccess access,
        CancellationToken cancellationToken
    ) =>
        CaseNumber.TryParse(typed, out var number)
        && await caseStore.FindAsync(number, access, cancellationToken) is { Request.Status: var status }
        && status.IsOpen()
            ? number.ToString()
            : null;

    private static async Task<IResult> UndoAsync(
        string number,
        HttpContext context,
        DelayedNoticeService notices,
        TimeProvider time,
        CasePageService casePages,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            !CaseNumber.TryParse(number, out var caseNumber)
            || SignedInAccount.From(context.User) is not { } account
            || !int.TryParse(form["from"], NumberStyles.None, CultureInfo.InvariantCulture, out var firstSequence)
        )
        {
            return CasePageService.ShowNotFound(context);
        }

        var command = new CaseCommand(0, account.ToOfficial(), DeskChannel.Id, time.GetUtcNow());
        var outcome = await notices.UndoAsync(caseNumber, account.ToCaseAccess(), command, firstSequence, cancellationToken);
        return outcome is null ? CasePageService.ShowNotFound(context)
            : outcome.Decision is CaseDecision.Refused { Reason: var refusal }
                ? await casePages.ShowAsync(
                    context,
                    account,
                    outcome.After,
                    new Attempt(DoneTexts.Undo, outcome.After.Request.Version, ActionValues.None, refusal),
                    cancellationToken
                )
            : Results.LocalRedirect(DoneTexts.AddressOf(caseNumber, DoneTexts.Undo));
    }

    /// <summary>
    /// What the page's script sends while an official types, and before it sends a form; with <c>check</c> when there is nothing new to
    /// save and only the session and the connection matter. 409 when the case is no longer there for the official: then only the page
    /// that answers the form can explain why.
    /// </summary>
    private static async Task<IResult> SaveDraftAsync(
        string number,
        HttpContext context,
        CaseStore caseStore,
        ReplyBarService replyBar,
        CancellationToken cancellationToken
    )
    {
        if (
            !CaseNumber.TryParse(number, out var caseNumber)
            || SignedInAccount.From(context.User) is not { } account
            || await caseStore.GetVersionAsync(caseNumber, account.ToCaseAccess(), cancellationToken) is null
        )
        {
            return TypedResults.Conflict();
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (form.ContainsKey("check"))
        {
            return TypedResults.NoContent();
        }

        var values = ActionValues.FromForm(form);
        var receipt = await replyBar.SaveDraftAsync(caseNumber, account, form["mode"].ToString(), values, cancellationToken);
        var lang = PageLanguage.Get(context);
        return receipt switch
        {
            { At: { } at } => TypedResults.Json(new SavedDraft(ReplyBarTexts.DraftAt.With(lang, LocalFormat.Time(at, lang)))),
            { State: DraftState.Empty } => TypedResults.Json(new SavedDraft("")),
            { State: DraftState.TooLong } => TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge),
            _ => TypedResults.Conflict(),
        };
    }
}

/// <param name="Text">When the draft was saved, in words; empty when there is nothing to keep.</param>
internal sealed record SavedDraft(string Text);
