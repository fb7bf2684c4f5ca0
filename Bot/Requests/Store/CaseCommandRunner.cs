using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>Carries out what officials do with cases.</summary>
internal sealed class CaseCommandRunner(CaseTransaction caseTransaction)
{
    /// <param name="rule">Decides on the case as it is when it is changed; runs again when another change was stored first.</param>
    /// <returns>Null when there is no such case; otherwise the decision and the case as it is now.</returns>
    public Task<ChangeOutcome?> ChangeAsync(
        CaseNumber number,
        Func<CaseWithHistory, CaseDecision> rule,
        CancellationToken cancellationToken
    ) => ChangeAsync(number, CaseAccess.Full, rule, cancellationToken);

    /// <param name="access">Only the cases that this reader may see exist.</param>
    /// <inheritdoc cref="ChangeAsync(CaseNumber, Func{CaseWithHistory, CaseDecision}, CancellationToken)"/>
    public Task<ChangeOutcome?> ChangeAsync(
        CaseNumber number,
        CaseAccess access,
        Func<CaseWithHistory, CaseDecision> rule,
        CancellationToken cancellationToken
    ) => ChangeAsync(number, null, access, (stored, _) => new CaseChange(stored, rule(stored)), cancellationToken);

    /// <param name="secondNumber">A second case that the rule sees and may change too; null when there is none.</param>
    /// <param name="access">Only the cases that this reader may see exist, of both.</param>
    /// <inheritdoc cref="ChangeAsync(CaseNumber, Func{CaseWithHistory, CaseDecision}, CancellationToken)"/>
    public Task<ChangeOutcome?> ChangeAsync(
        CaseNumber number,
        CaseNumber? secondNumber,
        CaseAccess access,
        Func<CaseWithHistory, CaseWithHistory?, CaseChange> rule,
        CancellationToken cancellationToken
    ) =>
        caseTransaction.RunAsync(
            async db =>
                await CaseStore.ReadAsync(db, number.ToString(), access, cancellationToken) is not { } stored ? null
                : secondNumber is not { } second ? rule(stored, null)
                : rule(stored, await CaseStore.ReadAsync(db, second.ToString(), access, cancellationToken)),
            cancellationToken
        );
}
