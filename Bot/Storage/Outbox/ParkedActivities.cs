using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>An activity that was not delivered and that a person has to decide about.</summary>
/// <param name="ConversationKey"><c>{channelId}/conversations/{id}</c>.</param>
/// <param name="MayHaveArrived">True when sending it again may produce a copy.</param>
/// <param name="Problem">Why, without personal data.</param>
/// <param name="Json">The activity.</param>
internal sealed record ParkedActivity(
    long Number,
    string ConversationKey,
    DateTimeOffset At,
    int Attempts,
    bool MayHaveArrived,
    string? Problem,
    string Json
)
{
    public static ParkedActivity From(ActivityRow row) => From(row, row.Attempts, row.ParkedAs, row.Problem);

    public static ParkedActivity From(ActivityRow row, DeliveryStep.Park park) => From(row, row.Attempts + 1, park.As, park.Problem);

    private static ParkedActivity From(ActivityRow row, int attempts, ParkedAs? parkedAs, string? problem) =>
        new(
            row.Number,
            row.ConversationKey,
            DateTimeOffset.FromUnixTimeMilliseconds(row.Timestamp),
            attempts,
            parkedAs is null or ParkedAs.MayHaveArrived,
            problem,
            row.Json
        );
}

/// <summary>The activities that were not delivered: listed at the desk, and sent again or dropped by a person.</summary>
internal sealed class ParkedActivities(IDbContextFactory<AssistantDb> databases, ConversationSignals signals, TimeProvider time)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<ParkedActivity>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await Parked(db).AsNoTracking().OrderByDescending(a => a.Number).Take(limit).ToListAsync(cancellationToken);
        return [.. rows.Select(ParkedActivity.From)];
    }

    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Parked(db).CountAsync(cancellationToken);
    }

    /// <summary>
    /// Sends an activity again; false when it is not parked. One that may have arrived is posted once more and not repeated if that attempt
    /// is ambiguous too: each press of a person makes one copy at most.
    /// </summary>
    public async Task<bool> RetryAsync(long number, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var changed = await ReleaseAsync(Parked(db).Where(a => a.Number == number), time.GetUtcNow(), cancellationToken) > 0;
        if (changed)
        {
            signals.Announce("");
        }

        return changed;
    }

    /// <summary>Drops an activity; it stays in the transcript. False when it is not parked.</summary>
    public async Task<bool> DropAsync(long number, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Parked(db)
                .Where(a => a.Number == number)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Progress, Progress.Dropped), cancellationToken) > 0;
    }

    /// <summary>The conversation accepts messages again: what it certainly did not get is sent.</summary>
    /// <returns>How many activities are due now.</returns>
    public static async Task<int> ReleaseAsync(
        AssistantDb db,
        string conversationKey,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var lost = Parked(db).Where(a => a.ConversationKey == conversationKey && a.ParkedAs == ParkedAs.NotAccepted);
        return await lost.AnyAsync(cancellationToken) ? await ReleaseAsync(lost, now, cancellationToken) : 0;
    }

    private static Task<int> ReleaseAsync(IQueryable<ActivityRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now.ToUnixTimeMilliseconds();
        return rows.ExecuteUpdateAsync(
            set =>
                set.SetProperty(a => a.Progress, Progress.Pending)
                    .SetProperty(a => a.Attempts, 0)
                    .SetProperty(a => a.AmbiguousAttempts, a => a.AmbiguousAttempts > 0 ? 1 : 0)
                    .SetProperty(a => a.NextAttemptAt, 0)
                    .SetProperty(a => a.DeliverySince, since)
                    .SetProperty(a => a.ParkedAs, (ParkedAs?)null)
                    .SetProperty(a => a.Problem, (string?)null),
            cancellationToken
        );
    }

    private static IQueryable<ActivityRow> Parked(AssistantDb db) => db.Set<ActivityRow>().Where(a => a.Progress == Progress.Parked);
}
