using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Desk.Correspondence;

/// <summary>A message of a case to the asker's chat, with its delivery state.</summary>
/// <param name="Event">The event that it is about.</param>
/// <param name="MayHaveArrived">True when it was given up and a retry may produce a copy.</param>
/// <param name="NextAttemptAt">The time of the next attempt; null when there is none.</param>
/// <param name="Problem">Why it was not accepted, without personal data.</param>
internal sealed record CaseMessage(
    long Number,
    CaseEventKind Event,
    DateTimeOffset At,
    Progress State,
    int Attempts,
    bool MayHaveArrived,
    DateTimeOffset? NextAttemptAt,
    string? Problem
);

/// <summary>The delivery state of messages that officials wrote.</summary>
internal sealed class CaseMessageReader(IDbContextFactory<AssistantDb> dbContextFactory, UndeliveredActivities undelivered)
{
    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<CaseMessage>> ListAsync(SupportRequest request, CancellationToken cancellationToken)
    {
        var key = ActivityRecorder.ConversationKey(request.Asker.ChannelId, request.Asker.ConversationId);
        var (number, since) = (request.CaseNumber, request.SubmittedAt.ToUnixTimeMilliseconds());
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<ActivityRow>()
            .AsNoTracking()
            .Where(a => a.ConversationKey == key && a.Direction == Direction.Outbound && a.Timestamp >= since)
            .OrderBy(a => a.Sequence)
            .ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
            where row.Json.Contains(number, StringComparison.Ordinal)
            let channelData = SchemaJson.FromJson<Activity>(row.Json)?.ChannelData as JsonObject
            where ReadString(channelData, "caseNumber") == number
            let kind = Enum.TryParse<CaseEventKind>(ReadString(channelData, "caseEvent"), out var parsedKind)
                ? parsedKind
                : (CaseEventKind?)null
            where kind is not null
            select new CaseMessage(
                row.Number,
                kind.Value,
                FromMilliseconds(row.Timestamp),
                row.Progress,
                row.Attempts,
                row.Progress == Progress.Undelivered && UndeliveredActivity.From(row).MayHaveArrived,
                row.Progress == Progress.Pending && row.NextAttemptAt > 0 ? FromMilliseconds(row.NextAttemptAt) : null,
                row.Problem
            ),
        ];
    }

    /// <summary>Retries an undelivered message; false when the case has no undelivered message of that number.</summary>
    public async Task<bool> RetryAsync(SupportRequest request, long number, CancellationToken cancellationToken) =>
        (await ListAsync(request, cancellationToken)).Any(m => m.Number == number && m.State == Progress.Undelivered)
        && await undelivered.RetryAsync(number, cancellationToken);

    private static DateTimeOffset FromMilliseconds(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static string? ReadString(JsonObject? data, string name) =>
        data?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
