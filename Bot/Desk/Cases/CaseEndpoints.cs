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
    private const string Channel = "desk";

    public static async Task<RazorComponentResult> ShowAsync(
        string number,
        HttpContext context,
        CaseStore store,
        CasePages pages,
        CancellationToken cancellationToken
    ) =>
        CaseNumber.TryParse(number, out var read)
        && SignedInAccount.From(context.User) is { } me
        && await store.FindAsync(read, me.ToReader(), cancellationToken) is { } stored
            ? await pages.ShowAsync(context, me, stored, null, cancellationToken)
            : CasePages.ShowUnknown(context);

    public static async Task<Results<RazorComponentResult, RedirectHttpResult>> ActAsync(
        string number,
        string action,
        HttpContext context,
        DeskActionList actions,
        DeskActionRunner runner,
        CasePages pages,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            !CaseNumber.TryParse(number, out var read)
            || SignedInAccount.From(context.User) is not { } me
            || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
        )
        {
            return CasePages.ShowUnknown(context);
        }

        var command = new CaseCommand(seen, me.ToOfficial(), Channel, time.GetUtcNow());
        var outcome =
            actions.Find(action) is { } known && known.IsIn(ActionPlaces.Page)
                ? await runner.RunAsync(known, read, me.ToReader(), command, ActionValues.Of(form), cancellationToken)
                : null;
        if (outcome is null)
        {
            return await pages.ShowGoneAsync(context, me, read, FormText.Of(form), cancellationToken);
        }

        return outcome.Decision is CaseDecision.Refused { Reason: var refusal }
            ? await pages.ShowAsync(context, me, outcome.Now, new Attempt(action, seen, ActionValues.Of(form), refusal), cancellationToken)
            : TypedResults.LocalRedirect($"/desk/cases/{read}");
    }

    /// <summary>Appends a template or the suggestion to what was typed. Nothing is stored or sent.</summary>
    public static async Task<RazorComponentResult> InsertAsync(
        string number,
        string what,
        HttpContext context,
        CaseStore store,
        ReplyInserts inserts,
        CasePages pages,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            !CaseNumber.TryParse(number, out var read)
            || SignedInAccount.From(context.User) is not { } me
            || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            || await store.FindAsync(read, me.ToReader(), cancellationToken) is not { } stored
        )
        {
            return CasePages.ShowUnknown(context);
        }

        var inserted = await inserts.FindAsync(what, form["template"], stored.Request, me, cancellationToken);
        var values = ActionValues.Of(form).With(ActionField.Text, ReplyDrafts.Append(FormText.Of(form), inserted));
        var attempt = new Attempt(DeskActions.Reply.Key, seen, values, null);
        return await pages.ShowAsync(context, me, stored, attempt, cancellationToken);
    }

    public static async Task<Results<RazorComponentResult, RedirectHttpResult>> NoteAsync(
        string number,
        HttpContext context,
        CaseStore store,
        CaseNoteStore notes,
        CasePages pages,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (
            !CaseNumber.TryParse(number, out var read)
            || SignedInAccount.From(context.User) is not { } me
            || await store.FindAsync(read, me.ToReader(), cancellationToken) is not { } stored
        )
        {
            return CasePages.ShowUnknown(context);
        }

        return await notes.AddAsync(read, me.ToOfficial(), FormText.Of(form), cancellationToken) is { } refusal
            ? await pages.ShowAsync(
                context,
                me,
                stored,
                new Attempt("note", stored.Request.Version, ActionValues.Of(form), refusal),
                cancellationToken
            )
            : TypedResults.LocalRedirect($"/desk/cases/{read}#notes");
    }

    /// <summary>What an open page polls every few seconds: whether the case changed, and who else views it.</summary>
    public static async Task<Results<JsonHttpResult<CaseLive>, NotFound>> LiveAsync(
        string number,
        bool? typing,
        HttpContext context,
        CaseStore store,
        CasePresence presence,
        CancellationToken cancellationToken
    )
    {
        if (
            !CaseNumber.TryParse(number, out var read)
            || SignedInAccount.From(context.User) is not { } me
            || await store.VersionAsync(read, me.ToReader(), cancellationToken) is not { } version
        )
        {
            return TypedResults.NotFound();
        }

        var others = presence.Report(read.ToString(), new CaseViewer(me.Id, me.DisplayName, typing == true));
        return TypedResults.Json(new CaseLive(version, PresenceText.Of(others, PageLanguage.Of(context))));
    }
}

/// <param name="Version">Of the case, to see whether it changed.</param>
/// <param name="People">Who else has the case open, in one sentence; empty when no one else has.</param>
internal sealed record CaseLive(int Version, string People);
