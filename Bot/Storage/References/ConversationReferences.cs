using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Storage.Compression;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage.References;

/// <summary>The conversation references in the database. An unchanged reference is not written again.</summary>
internal sealed class ConversationReferences(
    BatchWriter writer,
    ReadConnectionPool readConnections,
    ConversationReferenceCache recentlyWritten,
    TimeProvider time
) : IConversationReferences
{
    /// <summary>p0 key, p1 tenant, p2 reference, p3 now.</summary>
    private const string UpsertSql = """
        INSERT INTO "ConversationReferences" ("Key", "TenantId", "Reference", "IsActive", "EndReason", "ChangedAt")
        VALUES (@p0, @p1, @p2, TRUE, NULL, @p3)
        ON CONFLICT ("Key") DO UPDATE SET "TenantId" = excluded."TenantId", "Reference" = excluded."Reference",
            "IsActive" = TRUE, "EndReason" = NULL, "ChangedAt" = excluded."ChangedAt"
        """;

    /// <summary>p0 key, p1 reason, p2 now.</summary>
    private const string MarkEndedSql =
        """UPDATE "ConversationReferences" SET "IsActive" = FALSE, "EndReason" = @p1, "ChangedAt" = @p2 WHERE "Key" = @p0""";

    /// <summary>p0 key.</summary>
    private const string SelectEndedSql = """SELECT 1 FROM "ConversationReferences" WHERE "Key" = @p0 AND NOT "IsActive" """;

    /// <summary>p0 key.</summary>
    private const string FindSql = """SELECT "Reference", "TenantId", "IsActive" FROM "ConversationReferences" WHERE "Key" = @p0""";

    /// <summary>p0 conversation, p1 our id, p2 the sequence number of which it is made, or 0.</summary>
    private const string FindChannelActivityIdSql = """
        SELECT "ChannelActivityId" FROM "Activities"
        WHERE "ConversationKey" = @p0 AND "Direction" = 1 AND "ChannelActivityId" IS NOT NULL
            AND (("Sequence" = @p2 AND "ActivityId" = '') OR ("ActivityId" = @p1 AND "ActivityId" <> ''))
        ORDER BY "Sequence" LIMIT 1
        """;

    /// <summary>p0 conversation, p1 the channel's id.</summary>
    private const string FindSentActivitySql =
        """SELECT "Json" FROM "Activities" WHERE "ConversationKey" = @p0 AND "ChannelActivityId" = @p1""";

    public async Task RecordAsync(Activity inbound, CancellationToken cancellationToken)
    {
        var key = ActivityRecorder.ConversationKey(inbound.ChannelId, inbound.Conversation?.Id);
        var (reference, now) = (SchemaJson.ToJson(CreateReference(inbound)), time.GetUtcNow());
        if (recentlyWritten.IsUnchanged(key, reference))
        {
            return;
        }

        await writer.WriteAsync(
            async scope =>
            {
                var wasEnded = scope.Connection.Command(SelectEndedSql, key).ExecuteScalar() is not null;
                scope.Connection.Execute(UpsertSql, key, GetTenantId(inbound), reference, now.ToUnixTimeMilliseconds());
                if (wasEnded && await UndeliveredActivities.RequeueAsync(scope.Db, key, now, cancellationToken) > 0)
                {
                    scope.NotifyAfterCommit(key);
                }

                return wasEnded;
            },
            cancellationToken
        );
        recentlyWritten.Set(key, reference);
    }

    public async Task MarkEndedAsync(string channelId, string conversationId, string reason, CancellationToken cancellationToken)
    {
        var key = ActivityRecorder.ConversationKey(channelId, conversationId);
        await writer.WriteAsync(
            scope => ValueTask.FromResult(scope.Connection.Execute(MarkEndedSql, key, reason, time.GetUtcNow().ToUnixTimeMilliseconds())),
            cancellationToken
        );
        recentlyWritten.Remove(key);
    }

    public Task<KnownConversation?> FindAsync(string channelId, string conversationId, CancellationToken cancellationToken) =>
        Task.FromResult(
            readConnections.Read(connection =>
            {
                using var row = connection.Command(FindSql, ActivityRecorder.ConversationKey(channelId, conversationId)).ExecuteReader();
                return row.Read()
                    ? new KnownConversation(
                        SchemaJson.FromJson<ConversationReference>(row.GetString(0))!,
                        row.IsDBNull(1) ? null : row.GetString(1),
                        row.GetBoolean(2)
                    )
                    : null;
            })
        );

    public Task<string?> FindChannelActivityIdAsync(
        string channelId,
        string conversationId,
        string activityId,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            readConnections.Read(connection =>
                connection
                    .Command(
                        FindChannelActivityIdSql,
                        ActivityRecorder.ConversationKey(channelId, conversationId),
                        activityId,
                        ActivityIds.FindSequence(conversationId, activityId)
                    )
                    .ExecuteScalar() as string
            )
        );

    public Task<Activity?> FindSentActivityAsync(
        string channelId,
        string conversationId,
        string channelActivityId,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            readConnections.Read(connection =>
                connection
                    .Command(FindSentActivitySql, ActivityRecorder.ConversationKey(channelId, conversationId), channelActivityId)
                    .ExecuteScalar() switch
                {
                    byte[] stored => SchemaJson.FromJson<Activity>(StoredText.DecodeUtf8(stored)),
                    string json => SchemaJson.FromJson<Activity>(json), // SQLite, a row of an earlier version.
                    _ => null,
                }
            )
        );

    /// <summary>
    /// The parts that do not change with each message. In a group the user is left out, because the last sender is not the addressee of a
    /// later message.
    /// </summary>
    private static ConversationReference CreateReference(Activity inbound)
    {
        var reference = inbound.GetConversationReference();
        reference.ActivityId = null;
        reference.Locale = null;
        if (inbound.IsInGroup())
        {
            reference.User = null;
        }

        return reference;
    }

    private static string? GetTenantId(Activity inbound) =>
        inbound.Conversation?.TenantId
        ?? (
            (inbound.ChannelData as JsonObject)?["tenant"] is JsonObject tenant
            && tenant["id"] is JsonValue id
            && id.GetValueKind() == JsonValueKind.String
                ? id.GetValue<string>()
                : null
        );
}
