using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Requests.Notices;

/// <summary>The message about a case that an undelivered activity carries.</summary>
/// <param name="Author">Null when it was not an official who wrote it.</param>
internal sealed record UndeliveredNotice(string CaseNumber, Actor? Author);

/// <summary>Finds the official whose message was not delivered.</summary>
internal static class UndeliveredNoticeFinder
{
    /// <summary>The property of the channel data with the case's number, as <see cref="AskerNotices"/> writes it.</summary>
    public const string CaseNumber = "caseNumber";

    /// <summary>The property with the kind of the event.</summary>
    public const string EventKind = "caseEvent";

    /// <summary>The property with the event's place in the case's history.</summary>
    public const string EventSequence = "caseEventSequence";

    /// <returns>Null when the activity is not about a case.</returns>
    public static async Task<UndeliveredNotice?> FindAsync(AssistantDb db, ParkedActivity parked, CancellationToken cancellationToken)
    {
        if (SchemaJson.FromJson<Activity>(parked.Json)?.ChannelData is not JsonObject data || Text(data, CaseNumber) is not { } number)
        {
            return null;
        }

        var sequence = data[EventSequence] is JsonValue value && value.TryGetValue<int>(out var place) ? place : 0;
        var events = db.Set<CaseEvent>().AsNoTracking().Where(e => e.CaseNumber == number);
        var entry =
            sequence > 0 ? await events.FirstOrDefaultAsync(e => e.Sequence == sequence, cancellationToken)
            : Enum.TryParse<CaseEventKind>(Text(data, EventKind), out var kind) // A message written before events were named.
                ? await events.Where(e => e.Kind == kind).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellationToken)
            : null;
        return new UndeliveredNotice(number, entry?.Who is { Kind: ActorKind.Official } author ? author : null);
    }

    private static string? Text(JsonObject data, string name) =>
        data[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
