using System.Globalization;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.Desk.Pages;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Desk;

/// <summary>One case, and what is done with it.</summary>
internal static class CaseEndpoints
{
    private const string Channel = "desk";

    public static async Task<IResult> ShowAsync(
        string number, HttpContext context, RequestStore store, ConversationExcerpt excerpt, CancellationToken cancellationToken) =>
        CaseNumber.TryParse(number, out var read) && SignedInAccount.From(context.User) is { } me
        && await store.FindAsync(read, me.ToReader(), cancellationToken) is { } stored
            ? await PageAsync(context, excerpt, stored, null, cancellationToken)
            : Unknown(context);

    public static async Task<IResult> ActAsync(
        string number, string action, HttpContext context, RequestChanges changes, ConversationExcerpt excerpt, TimeProvider time, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (!CaseNumber.TryParse(number, out var read) || SignedInAccount.From(context.User) is not { } me
            || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
        {
            return Unknown(context);
        }

        var wish = new Wish(seen, me.ToOfficial(), Channel, time.GetUtcNow());
        var outcome = action == "merge" ? await changes.MergeAsync(read, CaseNumber.TryParse(form["body"], out var into) ? into : null, me.ToReader(), wish, cancellationToken)
            : RuleFor(action, form, wish) is { } rule ? await changes.ChangeAsync(read, me.ToReader(), rule, cancellationToken)
            : null;
        if (outcome is null)
        {
            return await GoneAsync(context, read.ToString(), me, Text(form), cancellationToken);
        }

        return outcome.Decision is Decision.Refused { Reason: var refusal }
            ? await PageAsync(context, excerpt, outcome.Now, new Attempt(action, seen, Text(form), form["reason"].ToString(), form["body"].ToString(), refusal), cancellationToken)
            : Results.LocalRedirect($"/desk/cases/{read}");
    }

    private static Func<StoredRequest, Decision>? RuleFor(string action, IFormCollection form, Wish wish) => action switch
    {
        "take" => stored => RequestRules.Take(stored, wish),
        "release" => stored => RequestRules.Release(stored, wish),
        "reply" => stored => RequestRules.Reply(stored, wish, Text(form)),
        "ask-back" => stored => RequestRules.AskBack(stored, wish, Text(form)),
        "close" when Enum.TryParse<CloseReason>(form["reason"], out var reason) && Enum.IsDefined(reason) =>
            stored => RequestRules.Close(stored, wish, reason, Text(form)),
        "reopen" => stored => RequestRules.Reopen(stored, wish, Text(form)),
        "forward" => stored => RequestRules.Forward(stored, wish, form["body"], Text(form)),
        _ => null,
    };

    /// <summary>Browsers send line ends as CR LF.</summary>
    private static string Text(IFormCollection form) => form["text"].ToString().ReplaceLineEndings("\n");

    private static async Task<IResult> PageAsync(
        HttpContext context, ConversationExcerpt excerpt, StoredRequest stored, Attempt? attempt, CancellationToken cancellationToken)
    {
        if (SignedInAccount.From(context.User) is not { } me)
        {
            return Unknown(context);
        }

        await context.RequestServices.GetRequiredService<ViewLog>().RecordAsync(me, stored.Request.CaseNumber, ViewedThing.Case, cancellationToken);
        var model = new CaseModel(
            stored,
            await excerpt.ReadAsync(stored.Request, cancellationToken),
            RequestHistory.Verify(stored.Request, stored.History)?.Sequence,
            me.Has(Roles.Official | Roles.Supervisor),
            attempt);
        return PageResults.Show<CasePage>(context, model, attempt?.Refusal switch
        {
            null => StatusCodes.Status200OK,
            Refusal.TextMissing or Refusal.TextTooLong or Refusal.UnfitTarget => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status409Conflict,
        });
    }

    /// <summary>
    /// There is no such case, or there is none for this person any more: somebody else has it now. Who was shown it before is told so and gets
    /// back what was typed; for anyone else it does not exist.
    /// </summary>
    private static async Task<IResult> GoneAsync(HttpContext context, string number, SignedInAccount me, string text, CancellationToken cancellationToken)
    {
        var services = context.RequestServices;
        var store = services.GetRequiredService<RequestStore>();
        return CaseNumber.TryParse(number, out var read)
            && await store.FindAsync(read, me.ToReader(), cancellationToken) is null
            && await services.GetRequiredService<ViewLog>().HasSeenAsync(me.Id, number, cancellationToken)
            && await store.FindAsync(read, cancellationToken) is { Request.OwnerName: { } owner }
            ? PageResults.Show<HandedOnPage>(context, new HandedOnModel(number, owner, text), StatusCodes.Status409Conflict)
            : Unknown(context);
    }

    private static IResult Unknown(HttpContext context) =>
        PageResults.Message(context, DeskTexts.NotFound, DeskTexts.NotFoundText, StatusCodes.Status404NotFound);
}
