using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>Carries out what officials do with cases.</summary>
internal sealed class RequestChanges(CaseTransaction cases)
{
    /// <param name="rule">Decides on the case as it is when it is changed; may run again when somebody else changed it meanwhile.</param>
    /// <returns>Null when there is no such case; otherwise the decision and the case as it is now.</returns>
    public Task<ChangeOutcome?> ChangeAsync(
        CaseNumber number,
        Func<StoredRequest, CaseDecision> rule,
        CancellationToken cancellationToken
    ) => ChangeAsync(number, CaseReader.Service, rule, cancellationToken);

    /// <param name="reader">Only the cases that this reader may see exist.</param>
    /// <inheritdoc cref="ChangeAsync(CaseNumber, Func{StoredRequest, CaseDecision}, CancellationToken)"/>
    public Task<ChangeOutcome?> ChangeAsync(
        CaseNumber number,
        CaseReader reader,
        Func<StoredRequest, CaseDecision> rule,
        CancellationToken cancellationToken
    ) =>
        cases.RunAsync(
            async db =>
                await RequestStore.ReadAsync(db, number.ToString(), reader, cancellationToken) is { } stored
                    ? new CaseChange(stored, rule(stored))
                    : null,
            cancellationToken
        );

    /// <summary>Merges a case into another: both change, or neither.</summary>
    /// <param name="target">Null when what was typed is no case number.</param>
    /// <param name="reader">Only the cases that this reader may see exist, of both.</param>
    /// <inheritdoc cref="ChangeAsync(CaseNumber, Func{StoredRequest, CaseDecision}, CancellationToken)" path="/returns"/>
    public Task<ChangeOutcome?> MergeAsync(
        CaseNumber number,
        CaseNumber? target,
        CaseReader reader,
        Wish wish,
        CancellationToken cancellationToken
    ) => cases.RunAsync(db => DecideMergeAsync(db, number, target, reader, wish, cancellationToken), cancellationToken);

    private static async Task<CaseChange?> DecideMergeAsync(
        AssistantDb db,
        CaseNumber number,
        CaseNumber? target,
        CaseReader reader,
        Wish wish,
        CancellationToken cancellationToken
    )
    {
        if (await RequestStore.ReadAsync(db, number.ToString(), reader, cancellationToken) is not { } stored)
        {
            return null;
        }

        var into = target is null ? null : await RequestStore.ReadAsync(db, target.Value.ToString(), reader, cancellationToken);
        var decision = RequestRules.Merge(stored, into, wish);
        if (decision is not CaseDecision.Changed merged)
        {
            return new CaseChange(stored, decision);
        }

        return RequestRules.TakeOver(into!, merged.Request, wish) switch
        {
            CaseDecision.Changed takeOver => new CaseChange(stored, merged) { Other = (into!, takeOver) },
            var refused => new CaseChange(stored, refused),
        };
    }
}
