using System.Globalization;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Bulk;

/// <summary>A selected case, as it was when it was selected.</summary>
public sealed record ChosenCase(string CaseNumber, int Version, string EnterpriseName, CaseStatus Status);

/// <param name="Refusal">Null when the action was done, and when the case no longer exists for the official.</param>
public sealed record BulkResult(string CaseNumber, bool IsDone, Refusal? Refusal);

/// <summary>Several cases, and the results of the action that was done with them.</summary>
/// <param name="Chosen">The cases that the next action is for.</param>
/// <param name="Values">What was entered for <paramref name="Action"/>.</param>
public sealed record BulkModel(
    IReadOnlyList<ChosenCase> Chosen,
    IReadOnlyList<BulkResult> Results,
    string Action,
    ActionValues Values,
    ActionSources Sources
);

/// <summary><c>POST /desk/bulk/{action}</c>: one action on many cases. Each case is decided and stored on its own.</summary>
internal static class BulkEndpoints
{
    private const int Most = 100;

    public static async Task<IResult> ActAsync(
        string action,
        HttpContext context,
        CaseStore store,
        DeskActionList actions,
        DeskActionRunner runner,
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
        var values = ActionValues.Of(form);
        if (actions.Find(action) is { } known && known.IsIn(ActionPlaces.Bulk))
        {
            foreach (var item in chosen)
            {
                var command = new CaseCommand(item.Version, me.ToOfficial(), "desk", time.GetUtcNow());
                results.Add(await RunAsync(item, known, values, command, me.ToReader(), runner, cancellationToken));
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

        var model = new BulkModel(left, results, action, values, await runner.LoadAsync(cancellationToken));
        return PageResults.Show<BulkPage>(
            context,
            model,
            chosen.Count == 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }

    private static async Task<BulkResult> RunAsync(
        ChosenCase item,
        DeskAction action,
        ActionValues values,
        CaseCommand command,
        CaseViewer reader,
        DeskActionRunner runner,
        CancellationToken cancellationToken
    )
    {
        _ = CaseNumber.TryParse(item.CaseNumber, out var number);
        if (
            action.TakesUnassigned
            && item.Status is CaseStatus.Submitted
            && await runner.RunAsync(DeskActions.Take, number, reader, command, ActionValues.None, cancellationToken)
                is { Decision: CaseDecision.Changed }
        )
        {
            command = command with { SeenVersion = command.SeenVersion + 1 };
        }

        var outcome = await runner.RunAsync(action, number, reader, command, values, cancellationToken);
        return new BulkResult(
            item.CaseNumber,
            outcome?.Decision is CaseDecision.Changed or CaseDecision.AlreadyDone,
            (outcome?.Decision as CaseDecision.Refused)?.Reason
        );
    }

    /// <summary>The ticked cases that the official may see. A case without a version is used in its current one.</summary>
    private static async Task<IReadOnlyList<ChosenCase>> ChosenAsync(
        IFormCollection form,
        SignedInAccount me,
        CaseStore store,
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
        CaseStore store,
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
