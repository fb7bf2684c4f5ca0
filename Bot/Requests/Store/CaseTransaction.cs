using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>
/// Stores what a rule decided about a case: the change, its event, its deadlines and what observers add, in one transaction or not at all.
/// The desk runs a transaction of its own; a turn stores within the transaction of the turn.
/// </summary>
internal sealed class CaseTransaction(
    IDbContextFactory<AssistantDb> dbContextFactory,
    DeskSettingsStore settingsStore,
    IEnumerable<ICaseObserver> observers,
    DelayedNoticeSignal delayedNotices
)
{
    /// <summary>How often a decision is repeated because another change came first. Each repetition means that another change was
    /// stored.</summary>
    private const int MaxAttempts = 20;

    /// <summary>Runs a decision in a transaction of its own.</summary>
    /// <param name="decide">Loads the case and decides; null when there is no such case. Repeated when another change came first.</param>
    /// <returns>Null when there is no such case; otherwise the decision and the case as it is now.</returns>
    public async Task<ChangeOutcome?> RunAsync(Func<AssistantDb, Task<CaseChange?>> decide, CancellationToken cancellationToken)
    {
        var deskSettings = await settingsStore.GetAsync(cancellationToken);
        CaseWithHistory? lastRead = null;
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await decide(db) is not { } change)
            {
                return null;
            }

            lastRead = change.Before;
            if (change.Decision is not CaseDecision.Changed changed)
            {
                return new ChangeOutcome(change.Decision, change.Before);
            }

            var isStored =
                change.SecondCase is not { } secondCase
                || await StoreAsync(db, secondCase.Change.WithDeadlines(secondCase.Before, deskSettings), deskSettings, cancellationToken);
            var current = change.Before;
            foreach (var step in change.EarlierChanges.Append(changed).TakeWhile(_ => isStored))
            {
                var withDeadlines = step.WithDeadlines(current, deskSettings);
                isStored = await StoreAsync(db, withDeadlines, deskSettings, cancellationToken, change.NoticeDelay);
                current = current.Apply(withDeadlines);
            }

            if (isStored)
            {
                await transaction.CommitAsync(cancellationToken);
                if (change.NoticeDelay > TimeSpan.Zero)
                {
                    delayedNotices.Notify();
                }

                return new ChangeOutcome(changed with { Request = current.Request }, current);
            }
        }

        return new ChangeOutcome(new CaseDecision.Refused(new Refusal.Stale()), lastRead!);
    }

    /// <summary>Stores a new case in the caller's transaction.</summary>
    /// <returns>The case with its deadlines.</returns>
    public async Task<CaseWithHistory> AddAsync(
        AssistantDb db,
        CaseWithHistory newCase,
        DeskSettings deskSettings,
        CancellationToken cancellationToken
    )
    {
        var firstEvent = newCase.History[0];
        var request = DeadlineRules.UpdateDeadlines(newCase.Request, newCase.History, deskSettings);
        await CaseWriter.AddAsync(db, request, firstEvent, deskSettings.Hours, cancellationToken);
        await NotifyAsync(db, request, firstEvent, TimeSpan.Zero, cancellationToken);
        return newCase with { Request = request };
    }

    /// <summary>Stores a change in the caller's transaction.</summary>
    /// <param name="noticeDelay">How much later the asker is told.</param>
    /// <param name="change">With its deadlines, see <see cref="DeadlineChanges.WithDeadlines"/>.</param>
    /// <returns>False, and nothing stored, when the case is no longer at the version that the rule saw.</returns>
    public async Task<bool> StoreAsync(
        AssistantDb db,
        CaseDecision.Changed change,
        DeskSettings deskSettings,
        CancellationToken cancellationToken,
        TimeSpan noticeDelay = default
    )
    {
        if (!await CaseWriter.UpdateAsync(db, change, deskSettings.Hours, cancellationToken))
        {
            return false;
        }

        await NotifyAsync(db, change.Request, change.Event, noticeDelay, cancellationToken);
        if (change.Event.Kind == CaseEventKind.Erased)
        {
            await CheckIsErasedAsync(db, change.Request, cancellationToken);
        }

        return true;
    }

    /// <summary>Nothing is stored as erased that is not: the history must not promise what no observer carried out.</summary>
    private static async Task CheckIsErasedAsync(AssistantDb db, SupportRequest request, CancellationToken cancellationToken)
    {
        if (await db.Set<CaseRow>().AnyAsync(row => row.CaseNumber == request.CaseNumber && row.ErasedAt == null, cancellationToken))
        {
            throw new InvalidOperationException($"The content of case {request.CaseNumber} was not erased.");
        }
    }

    private async Task NotifyAsync(
        AssistantDb db,
        SupportRequest request,
        CaseEvent caseEvent,
        TimeSpan noticeDelay,
        CancellationToken cancellationToken
    )
    {
        var isDelayed = await DelayedNotice.TryAddAsync(db, caseEvent, noticeDelay, cancellationToken);
        foreach (var observer in observers.Where(observer => !isDelayed || !observer.TellsAsker))
        {
            await observer.OnCaseChangedAsync(db, request, caseEvent, cancellationToken);
        }
    }
}

/// <param name="After">The case after the decision.</param>
internal sealed record ChangeOutcome(CaseDecision Decision, CaseWithHistory After);

internal static class DeadlineChanges
{
    /// <summary>The change with the deadlines that follow from it.</summary>
    public static CaseDecision.Changed WithDeadlines(this CaseDecision.Changed change, CaseWithHistory before, DeskSettings deskSettings) =>
        change with
        {
            Request = DeadlineRules.UpdateDeadlines(change.Request, [.. before.History, change.Event], deskSettings),
        };
}
