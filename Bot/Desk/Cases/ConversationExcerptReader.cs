using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>The conversation before a request was sent, so that an official need not ask again.</summary>
internal sealed class ConversationExcerptReader(IDbContextFactory<AssistantDb> dbContextFactory)
{
    private const int MaxMessages = 30;

    /// <summary>The last messages of the asker's conversation up to the request, oldest first.</summary>
    public async Task<IReadOnlyList<ConversationLine>> ReadAsync(SupportRequest request, CancellationToken cancellationToken)
    {
        var key = ActivityRecorder.ConversationKey(request.Asker.ChannelId, request.Asker.ConversationId);
        var submittedAt = request.SubmittedAt.ToUnixTimeMilliseconds();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<ActivityRow>()
            .AsNoTracking()
            .Where(a => a.ConversationKey == key && a.IsShown && a.Timestamp <= submittedAt)
            .OrderByDescending(a => a.Sequence)
            .Take(MaxMessages)
            .Select(a => new
            {
                a.Direction,
                a.Timestamp,
                a.Json,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. from row in Enumerable.Reverse(rows)
            let activity = SchemaJson.FromJson<Activity>(row.Json)
            where activity?.Type == ActivityTypes.Message
            select new ConversationLine(
                row.Direction == Direction.Inbound,
                DateTimeOffset.FromUnixTimeMilliseconds(row.Timestamp),
                Describe(activity),
                [.. activity.Entities?.Where(MessageEntity.IsMessageEntity).SelectMany(MessageEntity.ReadSourceNames) ?? []]
            ),
        ];
    }

    /// <summary>What was written, what the button that was clicked stands for, or which files were sent; null for anything else.</summary>
    internal static string? Describe(Activity activity) =>
        GetPlainText(activity)
        ?? (
            activity.Value is JsonObject data && data["text"] is JsonValue value && value.TryGetValue(out string? clicked)
                ? clicked.Trim()
                : null
        )
        ?? (
            activity.Attachments?.Select(file => file.Name).Where(name => !string.IsNullOrWhiteSpace(name)).ToList() is { Count: > 0 } names
                ? string.Join(", ", names)
                : null
        );

    private static string? GetPlainText(Activity activity) =>
        string.IsNullOrWhiteSpace(activity.Text) ? null
        : activity.TextFormat == TextFormatTypes.Plain ? activity.Text.Trim()
        : activity.Text.Trim().Replace("**", "", StringComparison.Ordinal);
}
