using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Clocks;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>Carries out what officials do: the change, its event and the message to the asker in one transaction, or nothing.</summary>
internal sealed class RequestChanges(
    IDbContextFactory<AssistantDb> databases,
    Outbox outbox,
    AskerNotices notices,
    DeskSettings settings,
    IEnumerable<ICaseObserver> observers
)
{
    /// <param name="rule">Decides on the case as it is when it is changed; may run again when someone was faster.</param>
    /// <returns>Null when there is no such case; otherwise the decision and the case as it is now.</returns>
    public Task<ChangeOutcome?> ChangeAsync(CaseNumber number, Func<StoredRequest, Decision> rule, CancellationToken cancellationToken) =>
        ChangeAsync(number, CaseReader.Service, rule, cancellationToken);

    /// <param name="reader">For whom there are only the cases that may be seen.</param>
    /// <inheritdoc cref="ChangeAsync(CaseNumber, Func{StoredRequest, Decision}, CancellationToken)"/>
    public async Task<ChangeOutcome?> ChangeAsync(
        CaseNumber number,
        CaseReader reader,
        Func<StoredRequest, Decision> rule,
        CancellationToken cancellationToken
    )
    {
        var rules = await settings.GetAsync(cancellationToken);
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await RequestStore.ReadAsync(db, number.ToString(), reader, cancellationToken) is not { } stored)
            {
                return null;
            }

            var decision = rule(stored);
            if (decision is not Decision.Changed decided)
            {
                return new ChangeOutcome(decision, stored);
            }

            var change = decided.WithClocks(stored, rules);
            if (await StoreAsync(db, change, rules, cancellationToken))
            {
                await transaction.CommitAsync(cancellationToken);
                return new ChangeOutcome(change, stored.After(change));
            }
        }
    }

    /// <summary>Merges a case into another: both change, or neither.</summary>
    /// <param name="reader">For whom there are only the cases that may be seen, of both.</param>
    /// <inheritdoc cref="ChangeAsync(CaseNumber, Func{StoredRequest, Decision}, CancellationToken)" path="/returns"/>
    public async Task<ChangeOutcome?> MergeAsync(
        CaseNumber number,
        CaseNumber? target,
        CaseReader reader,
        Wish wish,
        CancellationToken cancellationToken
    )
    {
        var rules = await settings.GetAsync(cancellationToken);
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await RequestStore.ReadAsync(db, number.ToString(), reader, cancellationToken) is not { } stored)
            {
                return null;
            }

            var into = target is null ? null : await RequestStore.ReadAsync(db, target.Value.ToString(), reader, cancellationToken);
            var decision = RequestRules.Merge(stored, into, wish);
            if (decision is not Decision.Changed decided)
            {
                return new ChangeOutcome(decision, stored);
            }

            var change = decided.WithClocks(stored, rules);
            if (
                RequestRules.TakeOver(into!, change.Request, wish) is Decision.Changed takeOver
                && await StoreAsync(db, takeOver.WithClocks(into!, rules), rules, cancellationToken)
                && await StoreAsync(db, change, rules, cancellationToken)
            )
            {
                await transaction.CommitAsync(cancellationToken);
                return new ChangeOutcome(change, stored.After(change));
            }
        }
    }

    private async Task<bool> StoreAsync(AssistantDb db, Decision.Changed change, DeskRules rules, CancellationToken cancellationToken)
    {
        if (!await RequestWriter.ChangeAsync(db, change, rules.Hours, cancellationToken))
        {
            return false;
        }

        if (notices.Compose(change.Request, change.Event) is { } notice)
        {
            await outbox.AppendAsync(db, change.Request.Asker.ConversationReference(), notice, cancellationToken);
        }

        foreach (var observer in observers)
        {
            await observer.ChangedAsync(db, change.Request, change.Event, cancellationToken);
        }

        return true;
    }
}

internal static class ClockedChanges
{
    /// <summary>The change with what it means for the deadlines.</summary>
    public static Decision.Changed WithClocks(this Decision.Changed change, StoredRequest before, DeskRules rules) =>
        change with
        {
            Request = ClockRules.Tick(change.Request, [.. before.History, change.Event], rules),
        };
}

/// <param name="Now">The case after the decision.</param>
internal sealed record ChangeOutcome(Decision Decision, StoredRequest Now);
