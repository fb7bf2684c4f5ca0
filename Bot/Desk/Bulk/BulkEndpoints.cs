using System.Globalization;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Desk.Cases;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Bulk;

/// <summary>A case among several, as it was seen when it was chosen.</summary>
public sealed record ChosenCase(string CaseNumber, int Version, string EnterpriseName, RequestStatus Status);

/// <param name="Refusal">Null when it was done; a case that there is not (any more) has neither.</param>
public sealed record BulkResult(string CaseNumber, bool IsDone, Refusal? Refusal);

/// <summary>Several cases, what can be done with them, and what came of it.</summary>
/// <param name="Chosen">Those that are left to work on.</param>
public sealed record BulkModel(
    IReadOnlyList<ChosenCase> Chosen,
    IReadOnlyList<BulkResult> Results,
    string Action,
    string Text,
    string Reason,
    string Body,
    DeskRules Rules,
    IReadOnlyList<StaffMember> Staff
);

/// <summary><c>POST /desk/bulk/{action}</c>: one wish for many cases. Each is decided and stored for itself.</summary>
internal static class BulkEndpoints
{
    private const int Most = 100;

    public static async Task<IResult> ActAsync(
        string action,
        HttpContext context,
        RequestStore store,
        RequestChanges changes,
        CaseActionRules rules,
        DeskSettings settings,
        IStaff staff,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (SignedInAccount.From(context.User) is not { } me)
        {
            return Results.NotFound();
        }

        var chosen = await ChosenAsync(form, me, store, cancellationToken);
        var results = new List<BulkResult>();
        if (action is "take" or "reply" or "close" or "hand-over" or "move")
        {
            foreach (var item in chosen)
            {
                results.Add(await OneAsync(item, action, form, me, changes, rules, time, cancellationToken));
            }
        }

        var failed = results.Where(result => !result.IsDone).Select(result => result.CaseNumber).ToHashSet(StringComparer.Ordinal);
        var left = new List<ChosenCase>();
        foreach (var item in chosen.Where(item => results.Count == 0 || failed.Contains(item.CaseNumber)))
        {
            if ((results.Count == 0 ? item : await FreshAsync(item, me, store, cancellationToken)) is { } fresh)
            {
                left.Add(fresh);
            }
        }

        var model = new BulkModel(
            left,
            results,
            action,
            FormText.Of(form),
            form["reason"].ToString(),
            form["body"].ToString(),
            await settings.GetAsync(cancellationToken),
            await staff.ListAsync(cancellationToken)
        );
        return PageResults.Show<BulkPage>(
            context,
            model,
            chosen.Count == 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }

    private static async Task<BulkResult> OneAsync(
        ChosenCase item,
        string action,
        IFormCollection form,
        SignedInAccount me,
        RequestChanges changes,
        CaseActionRules rules,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        _ = CaseNumber.TryParse(item.CaseNumber, out var number);
        var wish = new Wish(item.Version, me.ToOfficial(), "desk", time.GetUtcNow());
        if (
            action == "reply"
            && item.Status is RequestStatus.Submitted
            && await changes.ChangeAsync(number, me.ToReader(), stored => RequestRules.Take(stored, wish), cancellationToken)
                is { Decision: CaseDecision.Changed }
        )
        {
            wish = wish with { SeenVersion = wish.SeenVersion + 1 };
        }

        var rule = await rules.ForAsync(action, form, wish, cancellationToken);
        var outcome = rule is null ? null : await changes.ChangeAsync(number, me.ToReader(), rule, cancellationToken);
        return new BulkResult(
            item.CaseNumber,
            outcome?.Decision is CaseDecision.Changed or CaseDecision.AlreadyDone,
            (outcome?.Decision as CaseDecision.Refused)?.Reason
        );
    }

    /// <summary>The cases that were ticked, of those that there are for this person. One without a version is taken as it is now.</summary>
    private static async Task<IReadOnlyList<ChosenCase>> ChosenAsync(
        IFormCollection form,
        SignedInAccount me,
        RequestStore store,
        CancellationToken cancellationToken
    )
    {
        var chosen = new List<ChosenCase>();
        foreach (var ticked in form["cases"].OfType<string>().Distinct(StringComparer.Ordinal).Take(Most))
        {
            var parts = ticked.Split(':', 2);
            if (
                CaseNumber.TryParse(parts[0], out var number)
                && await store.FindAsync(number, me.ToReader(), cancellationToken) is { Request: var request }
            )
            {
                var seen =
                    parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                        ? version
                        : request.Version;
                chosen.Add(new ChosenCase(request.CaseNumber, seen, request.Facts.EnterpriseName ?? "", request.Status));
            }
        }

        return chosen;
    }

    private static async Task<ChosenCase?> FreshAsync(
        ChosenCase item,
        SignedInAccount me,
        RequestStore store,
        CancellationToken cancellationToken
    ) =>
        CaseNumber.TryParse(item.CaseNumber, out var number)
        && await store.FindAsync(number, me.ToReader(), cancellationToken) is { Request: var request }
            ? item with
            {
                Version = request.Version,
                Status = request.Status,
            }
            : null;
}
