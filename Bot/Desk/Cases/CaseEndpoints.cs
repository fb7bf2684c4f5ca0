using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>One case, and what is done with it.</summary>
internal static class CaseEndpoints
{
    private const string Channel = "desk";

    public static async Task<RazorComponentResult> ShowAsync(
        string number,
        HttpContext context,
        RequestStore store,
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
        RequestChanges changes,
        CaseActionRules rules,
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

        var wish = new Wish(seen, me.ToOfficial(), Channel, time.GetUtcNow());
        var outcome =
            action == "merge"
                ? await changes.MergeAsync(
                    read,
                    CaseNumber.TryParse(form["body"], out var into) ? into : null,
                    me.ToReader(),
                    wish,
                    cancellationToken
                )
            : await rules.ForAsync(action, form, wish, cancellationToken) is { } rule
                ? await changes.ChangeAsync(read, me.ToReader(), rule, cancellationToken)
            : null;
        if (outcome is null)
        {
            return await pages.ShowGoneAsync(context, me, read, FormText.Of(form), cancellationToken);
        }

        return outcome.Decision is CaseDecision.Refused { Reason: var refusal }
            ? await pages.ShowAsync(context, me, outcome.Now, AttemptOf(action, seen, form, refusal), cancellationToken)
            : TypedResults.LocalRedirect($"/desk/cases/{read}");
    }

    /// <summary>Appends a template or the suggestion to what was typed. Nothing is stored or sent.</summary>
    public static async Task<RazorComponentResult> InsertAsync(
        string number,
        string what,
        HttpContext context,
        RequestStore store,
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
        var attempt = AttemptOf("reply", seen, form, null) with { Text = ReplyDrafts.Append(FormText.Of(form), inserted) };
        return await pages.ShowAsync(context, me, stored, attempt, cancellationToken);
    }

    public static async Task<Results<RazorComponentResult, RedirectHttpResult>> NoteAsync(
        string number,
        HttpContext context,
        RequestStore store,
        CaseNotes notes,
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
            ? await pages.ShowAsync(context, me, stored, AttemptOf("note", stored.Request.Version, form, refusal), cancellationToken)
            : TypedResults.LocalRedirect($"/desk/cases/{read}#notes");
    }

    /// <summary>What an open page asks for every few seconds: whether the case changed, and who else looks at it.</summary>
    public static async Task<Results<JsonHttpResult<CaseLive>, NotFound>> LiveAsync(
        string number,
        bool? typing,
        HttpContext context,
        RequestStore store,
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

        var others = presence.Look(read.ToString(), new CaseViewer(me.Id, me.DisplayName, typing == true));
        return TypedResults.Json(new CaseLive(version, PresenceText.Of(others, PageLanguage.Of(context))));
    }

    private static Attempt AttemptOf(string action, int seen, IFormCollection form, Refusal? refusal) =>
        new(action, seen, FormText.Of(form), form["reason"].ToString(), form["body"].ToString(), refusal)
        {
            Choices = [.. form["missing"].OfType<string>()],
        };
}

/// <param name="Version">Of the case, to see whether it changed.</param>
/// <param name="People">Who else has the case open, in one sentence; empty when nobody has.</param>
internal sealed record CaseLive(int Version, string People);
