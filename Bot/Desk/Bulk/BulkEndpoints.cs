using System.Globalization;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Bulk;

/// <summary>A selected case, as it was when it was selected.</summary>
public sealed record SelectedCase(string CaseNumber, int Version, string EnterpriseName, CaseStatus Status);

/// <param name="Refusal">Null when the action was done, and when the case no longer exists for the official.</param>
public sealed record BulkResult(string CaseNumber, bool IsDone, Refusal? Refusal);

/// <summary>Several cases, and the results of the action that was done with them.</summary>
/// <param name="SelectedCases">The cases that the next action is for.</param>
/// <param name="Values">What was entered for <paramref name="Action"/>.</param>
public sealed record BulkModel(
    IReadOnlyList<SelectedCase> SelectedCases,
    IReadOnlyList<BulkResult> Results,
    string Action,
    ActionValues Values,
    ActionSources Sources
);

/// <summary><c>POST /desk/bulk/{action}</c>: one action on many cases. Each case is decided and stored on its own.</summary>
internal static class BulkEndpoints
{
    private const int MaxCases = 100;

    public static async Task<IResult> ActAsync(
        string action,
        HttpContext context,
        CaseStore caseStore,
        DeskActionList actions,
        DeskActionRunner runner,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (SignedInAccount.From(context.User) is not { } account)
        {
            return Results.NotFound();
        }

        var selectedCases = await ReadSelectedCasesAsync(form, account, caseStore, cancellationToken);
        var results = new List<BulkResult>();
        var values = ActionValues.FromForm(form);
        if (actions.Find(action) is { } deskAction && deskAction.IsOfferedIn(ActionPlaces.Bulk))
        {
            foreach (var selectedCase in selectedCases)
            {
                var command = new CaseCommand(selectedCase.Version, account.ToOfficial(), "desk", time.GetUtcNow());
                results.Add(await RunAsync(selectedCase, deskAction, values, command, account.ToCaseAccess(), runner, cancellationToken));
            }
        }

        var failed = results.Where(result => !result.IsDone).Select(result => result.CaseNumber).ToHashSet(StringComparer.Ordinal);
        var remainingCases = new List<SelectedCase>();
        foreach (var selectedCase in selectedCases.Where(selectedCase => results.Count == 0 || failed.Contains(selectedCase.CaseNumber)))
        {
            if (
                (results.Count == 0 ? selectedCase : await ReloadAsync(selectedCase, account, caseStore, cancellationToken)) is { } reloaded
            )
            {
                remainingCases.Add(reloaded);
            }
        }

        var model = new BulkModel(remainingCases, results, action, values, await runner.LoadAsync(cancellationToken));
        return PageResults.Show<BulkPage>(
            context,
            model,
            selectedCases.Count == 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }

    private static async Task<BulkResult> RunAsync(
        SelectedCase selectedCase,
        DeskAction action,
        ActionValues values,
        CaseCommand command,
        CaseAccess access,
        DeskActionRunner runner,
        CancellationToken cancellationToken
    )
    {
        _ = CaseNumber.TryParse(selectedCase.CaseNumber, out var number);
        var outcome = await runner.RunAsync(action, number, access, command, values, cancellationToken);
        return new BulkResult(
            selectedCase.CaseNumber,
            outcome?.Decision is CaseDecision.Changed or CaseDecision.AlreadyDone,
            (outcome?.Decision as CaseDecision.Refused)?.Reason
        );
    }

    /// <summary>The ticked cases that the official may see. A case without a version is used in its current one.</summary>
    private static async Task<IReadOnlyList<SelectedCase>> ReadSelectedCasesAsync(
        IFormCollection form,
        SignedInAccount account,
        CaseStore caseStore,
        CancellationToken cancellationToken
    )
    {
        var selectedCases = new List<SelectedCase>();
        foreach (var selected in form["cases"].OfType<string>().Distinct(StringComparer.Ordinal).Take(MaxCases))
        {
            var parts = selected.Split(':', 2);
            if (
                CaseNumber.TryParse(parts[0], out var number)
                && await caseStore.FindAsync(number, account.ToCaseAccess(), cancellationToken) is { Request: var request }
            )
            {
                var expectedVersion =
                    parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                        ? version
                        : request.Version;
                selectedCases.Add(
                    new SelectedCase(request.CaseNumber, expectedVersion, request.Facts.EnterpriseName ?? "", request.Status)
                );
            }
        }

        return selectedCases;
    }

    private static async Task<SelectedCase?> ReloadAsync(
        SelectedCase selectedCase,
        SignedInAccount account,
        CaseStore caseStore,
        CancellationToken cancellationToken
    ) =>
        CaseNumber.TryParse(selectedCase.CaseNumber, out var number)
        && await caseStore.FindAsync(number, account.ToCaseAccess(), cancellationToken) is { Request: var request }
            ? selectedCase with
            {
                Version = request.Version,
                Status = request.Status,
            }
            : null;
}
