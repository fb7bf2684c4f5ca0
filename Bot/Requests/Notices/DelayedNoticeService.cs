using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Notices;

/// <summary>What an official may still take back.</summary>
/// <param name="FirstSequence">The first event that is taken back.</param>
/// <param name="At">When it was done.</param>
/// <param name="Until">When the asker is told.</param>
public sealed record UndoOffer(string CaseNumber, int FirstSequence, DateTimeOffset At, DateTimeOffset Until)
{
    /// <summary>How long the message is held.</summary>
    public TimeSpan Window => Until - At;
}

/// <summary>
/// Tells askers what waited, when it is due, and takes it back before. Telling and removing the row are one transaction: whatever kills the
/// process, each event is told once.
/// </summary>
internal sealed partial class DelayedNoticeService(
    IDbContextFactory<AssistantDb> dbContextFactory,
    CaseTransaction caseTransaction,
    IEnumerable<ICaseObserver> observers,
    TimeProvider time,
    ILogger<DelayedNoticeService> log
)
{
    /// <summary>Tells what is due. A case that cannot be told waits for the next time and keeps no other waiting.</summary>
    /// <returns>Whether all could be told.</returns>
    public async Task<bool> ReleaseDueAsync(CancellationToken cancellationToken)
    {
        var areAllTold = true;
        foreach (var notices in (await ListDueAsync(cancellationToken)).GroupBy(notice => notice.CaseNumber))
        {
            try
            {
                foreach (var notice in notices)
                {
                    await ReleaseAsync(notice, cancellationToken);
                }
            }
#pragma warning disable CA1031 // The next case may go out; this one is tried again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailure(exception, notices.Key);
                areAllTold = false;
            }
        }

        return areAllTold;
    }

    /// <summary>When the next event is to be told; null when nothing waits.</summary>
    public async Task<DateTimeOffset?> FindNextDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var next = await db.Set<DelayedNotice>().MinAsync(n => (long?)n.DueAt, cancellationToken);
        return next is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;
    }

    /// <summary>What the official did last in the case, if it can still be taken back.</summary>
    public async Task<UndoOffer?> FindOfferAsync(CaseWithHistory stored, Official official, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (number, first) = (stored.Request.CaseNumber, FindFirstOfLastAct(stored.History));
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return
            await db.Set<DelayedNotice>()
                .AsNoTracking()
                .FirstOrDefaultAsync(n => n.CaseNumber == number && n.Sequence == first, cancellationToken)
                is { } notice
            && notice.DueAt > now.ToUnixTimeMilliseconds()
            && CaseRules.Undo(stored, new CaseCommand(stored.Request.Version, official, "", now), first) is CaseDecision.Changed
            ? new UndoOffer(number, first, stored.History[first - 1].At, DateTimeOffset.FromUnixTimeMilliseconds(notice.DueAt))
            : null;
    }

    /// <summary>What the official did at one moment with several cases, as far as it can still be taken back.</summary>
    public async Task<IReadOnlyList<UndoOffer>> FindOffersAsync(Official official, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var offers = new List<UndoOffer>();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var numbers = await (
            from notice in db.Set<DelayedNotice>()
            join done in db.Set<CaseEvent>() on new { notice.CaseNumber, notice.Sequence } equals new { done.CaseNumber, done.Sequence }
            where notice.DueAt > now && done.At == at && done.Actor.Id == official.Id
            select notice.CaseNumber
        )
            .Distinct()
            .OrderBy(number => number)
            .ToListAsync(cancellationToken);
        foreach (var number in numbers)
        {
            if (
                await CaseStore.ReadAsync(db, number, cancellationToken) is { } stored
                && await FindOfferAsync(stored, official, cancellationToken) is { } offer
                && offer.At == at
            )
            {
                offers.Add(offer);
            }
        }

        return offers;
    }

    /// <summary>Takes back what the official did since an event, unless the asker was told.</summary>
    /// <returns>Null when there is no such case.</returns>
    public Task<ChangeOutcome?> UndoAsync(
        CaseNumber number,
        CaseAccess access,
        CaseCommand command,
        int firstSequence,
        CancellationToken cancellationToken
    ) =>
        caseTransaction.RunAsync(
            async db =>
            {
                if (await CaseStore.ReadAsync(db, number.ToString(), access, cancellationToken) is not { } stored)
                {
                    return null;
                }

                var decision = CaseRules.Undo(stored, command, firstSequence);
                return
                    decision is CaseDecision.Changed
                    && await RemoveAsync(db, stored.Request.CaseNumber, firstSequence, command.At, cancellationToken)
                        != stored.Request.Version - firstSequence + 1
                    ? new CaseChange(stored, new CaseDecision.Refused(new Refusal.CannotUndo()))
                    : new CaseChange(stored, decision);
            },
            cancellationToken
        );

    /// <summary>Events of one act have the same time: a reply that closes the case is taken back as a whole.</summary>
    private static int FindFirstOfLastAct(IReadOnlyList<CaseEvent> history) =>
        history.Reverse().TakeWhile(e => e.At == history[^1].At && UndoneEvents.CanBeUndone(e.Kind)).LastOrDefault()?.Sequence ?? 0;

    private static Task<int> RemoveAsync(
        AssistantDb db,
        string caseNumber,
        int firstSequence,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var at = now.ToUnixTimeMilliseconds();
        return db.Set<DelayedNotice>()
            .Where(n => n.CaseNumber == caseNumber && n.Sequence >= firstSequence && n.DueAt > at)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<List<DelayedNotice>> ListDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<DelayedNotice>()
            .AsNoTracking()
            .Where(n => n.DueAt <= now)
            .OrderBy(n => n.DueAt)
            .ThenBy(n => n.CaseNumber)
            .ThenBy(n => n.Sequence)
            .ToListAsync(cancellationToken);
    }

    private async Task ReleaseAsync(DelayedNotice notice, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Another instance of the program may have told it meanwhile.
        var isStillWaiting =
            await db.Set<DelayedNotice>()
                .Where(n => n.CaseNumber == notice.CaseNumber && n.Sequence == notice.Sequence)
                .ExecuteDeleteAsync(cancellationToken) == 1;
        if (
            isStillWaiting
            && await CaseStore.ReadAsync(db, notice.CaseNumber, cancellationToken) is { Request: { ErasedAt: null } request } stored
        )
        {
            foreach (var observer in observers.Where(observer => observer.TellsAsker))
            {
                await observer.OnCaseChangedAsync(db, request, stored.History[notice.Sequence - 1], cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What was done in case {CaseNumber} could not be told to its asker yet")]
    private partial void LogFailure(Exception exception, string caseNumber);
}
