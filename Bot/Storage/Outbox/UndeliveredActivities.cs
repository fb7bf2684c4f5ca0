using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>An activity that was not delivered and that a person has to decide about.</summary>
/// <param name="ConversationKey"><c>{channelId}/conversations/{id}</c>.</param>
/// <param name="MayHaveArrived">True when sending it again may produce a copy.</param>
/// <param name="Problem">The reason for operators, without personal data.</param>
/// <param name="Json">The activity.</param>
internal sealed record UndeliveredActivity(
    long Number,
    string ConversationKey,
    DateTimeOffset CreatedAt,
    int Attempts,
    bool MayHaveArrived,
    string? Problem,
    string Json
)
{
    public static UndeliveredActivity From(ActivityRow row) => From(row, row.Attempts, row.UndeliveredReason, row.Problem);

    public static UndeliveredActivity From(ActivityRow row, DeliveryStep.GiveUp giveUp) =>
        From(row, row.Attempts + 1, giveUp.Reason, giveUp.Problem);

    private static UndeliveredActivity From(ActivityRow row, int attempts, UndeliveredReason? undeliveredReason, string? problem) =>
        new(
            row.Number,
            row.ConversationKey,
            DateTimeOffset.FromUnixTimeMilliseconds(row.Timestamp),
            attempts,
            undeliveredReason is null or UndeliveredReason.MayHaveArrived,
            problem,
            row.Json
        );
}

/// <summary>The activities that were not delivered: listed on the officials' pages, and sent again or dropped by a person.</summary>
internal sealed class UndeliveredActivities(IDbContextFactory<AssistantDb> dbContextFactory, ConversationSignals signals, TimeProvider time)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<UndeliveredActivity>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var rows = await QueryUndelivered(db).AsNoTracking().OrderByDescending(a => a.Number).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(UndeliveredActivity.From)];
    }

    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await QueryUndelivered(db).CountAsync(cancellationToken);
    }

    /// <summary>
    /// Sends an activity again; false when it is not undelivered. One that may have arrived is posted once more and not repeated if that
    /// attempt is ambiguous too: each manual retry makes one copy at most.
    /// </summary>
    public async Task<bool> RetryAsync(long number, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var isRequeued = await RequeueAsync(QueryUndelivered(db).Where(a => a.Number == number), time.GetUtcNow(), cancellationToken) > 0;
        if (isRequeued)
        {
            signals.NotifyListeners("");
        }

        return isRequeued;
    }

    /// <summary>Drops an activity; it stays in the transcript. False when it is not undelivered.</summary>
    public async Task<bool> DropAsync(long number, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await QueryUndelivered(db)
                .Where(a => a.Number == number)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Progress, Progress.Dropped), cancellationToken) > 0;
    }

    /// <summary>The conversation accepts messages again: the activities that it certainly did not get are queued again.</summary>
    /// <returns>The number of activities that are queued again.</returns>
    public static async Task<int> RequeueAsync(
        AssistantDb db,
        string conversationKey,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var undelivered = QueryUndelivered(db)
            .Where(a => a.ConversationKey == conversationKey && a.UndeliveredReason == UndeliveredReason.NotAccepted);
        return await undelivered.AnyAsync(cancellationToken) ? await RequeueAsync(undelivered, now, cancellationToken) : 0;
    }

    private static Task<int> RequeueAsync(IQueryable<ActivityRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now.ToUnixTimeMilliseconds();
        return rows.ExecuteUpdateAsync(
            set =>
                set.SetProperty(a => a.Progress, Progress.Pending)
                    .SetProperty(a => a.Attempts, 0)
                    .SetProperty(a => a.AmbiguousAttempts, a => a.AmbiguousAttempts > 0 ? 1 : 0)
                    .SetProperty(a => a.NextAttemptAt, 0)
                    .SetProperty(a => a.DeliverySince, since)
                    .SetProperty(a => a.UndeliveredReason, (UndeliveredReason?)null)
                    .SetProperty(a => a.Problem, (string?)null),
            cancellationToken
        );
    }

    private static IQueryable<ActivityRow> QueryUndelivered(AssistantDb db) =>
        db.Set<ActivityRow>().Where(a => a.Progress == Progress.Undelivered);
}
