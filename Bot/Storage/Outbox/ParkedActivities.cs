using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Storage.Outbox;

/// <summary>An activity that could not be delivered, for a person to look at.</summary>
/// <param name="ConversationKey"><c>{channelId}/conversations/{id}</c>.</param>
/// <param name="Problem">Why, without personal data.</param>
/// <param name="Json">The activity.</param>
internal sealed record ParkedActivity(long Number, string ConversationKey, DateTimeOffset At, int Attempts, string? Problem, string Json);

/// <summary>What stayed undeliverable: shown at the desk, and sent again on a person's word.</summary>
internal sealed class ParkedActivities(IDbContextFactory<AssistantDb> databases, ConversationSignals signals)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<ParkedActivity>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await Parked(db).AsNoTracking().OrderByDescending(a => a.Number).Take(limit).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(a => new ParkedActivity(
                a.Number,
                a.ConversationKey,
                DateTimeOffset.FromUnixTimeMilliseconds(a.Timestamp),
                a.Attempts,
                a.Problem,
                a.Json
            )),
        ];
    }

    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Parked(db).CountAsync(cancellationToken);
    }

    /// <summary>Has an activity tried again from the start; false when it is not parked.</summary>
    public async Task<bool> RetryAsync(long number, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var changed = await Parked(db)
            .Where(a => a.Number == number)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(a => a.Progress, Progress.Pending)
                        .SetProperty(a => a.Attempts, 0)
                        .SetProperty(a => a.NextAttemptAt, 0)
                        .SetProperty(a => a.Problem, (string?)null),
                cancellationToken
            );
        if (changed > 0)
        {
            signals.Announce("");
        }

        return changed > 0;
    }

    /// <summary>Gives an activity up for good; it stays in the transcript. False when it is not parked.</summary>
    public async Task<bool> DropAsync(long number, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Parked(db)
                .Where(a => a.Number == number)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Progress, Progress.Dropped), cancellationToken) > 0;
    }

    private static IQueryable<ActivityRow> Parked(AssistantDb db) => db.Set<ActivityRow>().Where(a => a.Progress == Progress.Parked);
}
