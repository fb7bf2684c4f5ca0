using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Requests.Notices;

/// <summary>The message about a case that an undelivered activity carries.</summary>
/// <param name="Author">The official who wrote it; null when no official did.</param>
internal sealed record UndeliveredNotice(string CaseNumber, Actor? Author);

/// <summary>Finds the official whose message was not delivered.</summary>
internal static class UndeliveredNoticeFinder
{
    /// <summary>The property of the channel data with the case's number, as <see cref="AskerNotices"/> writes it.</summary>
    public const string CaseNumberProperty = "caseNumber";

    /// <summary>The property with the kind of the event.</summary>
    public const string EventKindProperty = "caseEvent";

    /// <summary>The property with the event's place in the case's history.</summary>
    public const string EventSequenceProperty = "caseEventSequence";

    /// <returns>Null when the activity is not about a case.</returns>
    public static async Task<UndeliveredNotice?> FindAsync(
        AssistantDb db,
        UndeliveredActivity undelivered,
        CancellationToken cancellationToken
    )
    {
        if (
            SchemaJson.FromJson<Activity>(undelivered.Json)?.ChannelData is not JsonObject data
            || ReadString(data, CaseNumberProperty) is not { } number
        )
        {
            return null;
        }

        var sequence =
            data[EventSequenceProperty] is JsonValue value && value.TryGetValue<int>(out var storedSequence) ? storedSequence : 0;
        var events = db.Set<CaseEvent>().AsNoTracking().Where(e => e.CaseNumber == number);
        var caseEvent =
            sequence > 0 ? await events.FirstOrDefaultAsync(e => e.Sequence == sequence, cancellationToken)
            : Enum.TryParse<CaseEventKind>(ReadString(data, EventKindProperty), out var kind) // An older message.
                ? await events.Where(e => e.Kind == kind).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellationToken)
            : null;
        return new UndeliveredNotice(number, caseEvent?.Actor is { Kind: ActorKind.Official } author ? author : null);
    }

    private static string? ReadString(JsonObject data, string name) =>
        data[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
