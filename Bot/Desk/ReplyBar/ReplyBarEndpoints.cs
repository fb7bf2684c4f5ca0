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
using PolicyAssistantBot.Requests.Lists;
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
        pages.MapPost("/cases/{number}/draft", SaveDraftAsync).RequireAuthorization(Policies.WorkOnCases);
    }

    private static async Task<IResult> SendAsync(
        string number,
        HttpContext context,
        CaseStore caseStore,
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

        var (access, button) = (account.ToCaseAccess(), form["do"].ToString());
        var outcome = await caseStore.FindAsync(caseNumber, access, cancellationToken) is { } stored
            ? await replyBar.RunAsync(
                caseNumber,
                stored,
                account,
                new ReplyBarForm(form["mode"].ToString(), button, ActionValues.FromForm(form), expectedVersion, form.Files),
                cancellationToken
            )
            : new ReplyBarOutcome.Gone();
        return outcome switch
        {
            ReplyBarOutcome.Kept kept => await casePages.ShowAsync(context, account, kept.Current, kept.Attempt, cancellationToken),
            ReplyBarOutcome.Done done => Results.LocalRedirect(
                button == ReplyBarButtons.SendAndNext
                && (await neighbours.FindAsync(caseNumber.ToString(), access, cancellationToken)).Next is { } next
                    ? DoneTexts.AddressOfNext(next.CaseNumber, done.Key, caseNumber)
                    : DoneTexts.AddressOf(caseNumber, done.Key)
            ),
            _ => await casePages.ShowActionImpossibleAsync(context, account, caseNumber, FormText.Read(form), cancellationToken),
        };
    }

    /// <summary>What the page's script sends while an official types.</summary>
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
            return TypedResults.NotFound();
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var values = ActionValues.FromForm(form);
        var savedAt = await replyBar.SaveDraftAsync(caseNumber, account, form["mode"].ToString(), values, cancellationToken);
        var lang = PageLanguage.Get(context);
        return TypedResults.Json(new SavedDraft(savedAt is { } at ? ReplyBarTexts.DraftAt.With(lang, LocalFormat.Time(at, lang)) : ""));
    }
}

/// <param name="Text">When the draft was saved, in words; empty when there is nothing to keep.</param>
internal sealed record SavedDraft(string Text);
