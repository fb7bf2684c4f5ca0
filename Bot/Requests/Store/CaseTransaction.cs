using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>
/// Stores what a rule decided about a case: the change, its event, its deadlines and what observers add, in one transaction or not at all.
/// The
/// desk runs a transaction of its own; a turn stores within the transaction of the turn.
/// </summary>
internal sealed class CaseTransaction(
    IDbContextFactory<AssistantDb> databases,
    DeskSettingsStore settings,
    IEnumerable<ICaseObserver> observers
)
{
    /// <summary>How often a decision is repeated because another change came first. Each repetition means that somebody else's change was
    /// stored.</summary>
    private const int MaxAttempts = 20;

    /// <summary>Runs a decision in a transaction of its own.</summary>
    /// <param name="decide">Loads the case and decides; null when there is no such case. Repeated when another change came first.</param>
    /// <returns>Null when there is no such case; otherwise the decision and the case as it is now.</returns>
    public async Task<ChangeOutcome?> RunAsync(Func<AssistantDb, Task<CaseChange?>> decide, CancellationToken cancellationToken)
    {
        var rules = await settings.GetAsync(cancellationToken);
        CaseWithHistory? last = null;
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await decide(db) is not { } change)
            {
                return null;
            }

            last = change.Seen;
            if (change.Decision is not CaseDecision.Changed decided)
            {
                return new ChangeOutcome(change.Decision, change.Seen);
            }

            var clocked = decided.WithClocks(change.Seen, rules);
            var isStored =
                change.Other is not { } other || await StoreAsync(db, other.Change.WithClocks(other.Seen, rules), rules, cancellationToken);
            if (isStored && await StoreAsync(db, clocked, rules, cancellationToken))
            {
                await transaction.CommitAsync(cancellationToken);
                return new ChangeOutcome(clocked, change.Seen.After(clocked));
            }
        }

        return new ChangeOutcome(new CaseDecision.Refused(new Refusal.Stale()), last!);
    }

    /// <summary>Stores a new case in the caller's transaction.</summary>
    /// <returns>The case with its deadlines.</returns>
    public async Task<CaseWithHistory> AddAsync(
        AssistantDb db,
        CaseWithHistory filed,
        DeskSettings rules,
        CancellationToken cancellationToken
    )
    {
        var first = filed.History[0];
        var request = DeadlineRules.Tick(filed.Request, filed.History, rules);
        await CaseWriter.AddAsync(db, request, first, rules.Hours, cancellationToken);
        await NotifyAsync(db, request, first, cancellationToken);
        return filed with { Request = request };
    }

    /// <summary>Stores a change in the caller's transaction.</summary>
    /// <param name="change">With its deadlines, see <see cref="ClockedChanges.WithClocks"/>.</param>
    /// <returns>False, and nothing stored, when the case is no longer at the version that the rule saw.</returns>
    public async Task<bool> StoreAsync(AssistantDb db, CaseDecision.Changed change, DeskSettings rules, CancellationToken cancellationToken)
    {
        if (!await CaseWriter.ChangeAsync(db, change, rules.Hours, cancellationToken))
        {
            return false;
        }

        await NotifyAsync(db, change.Request, change.Event, cancellationToken);
        return true;
    }

    private async Task NotifyAsync(AssistantDb db, SupportRequest request, CaseEvent entry, CancellationToken cancellationToken)
    {
        foreach (var observer in observers)
        {
            await observer.ChangedAsync(db, request, entry, cancellationToken);
        }
    }
}

/// <param name="Now">The case after the decision.</param>
internal sealed record ChangeOutcome(CaseDecision Decision, CaseWithHistory Now);

internal static class ClockedChanges
{
    /// <summary>The change with what it means for the deadlines.</summary>
    public static CaseDecision.Changed WithClocks(this CaseDecision.Changed change, CaseWithHistory before, DeskSettings rules) =>
        change with
        {
            Request = DeadlineRules.Tick(change.Request, [.. before.History, change.Event], rules),
        };
}
