using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage.References;

/// <summary>The conversation references in the database. An unchanged reference is not written again.</summary>
internal sealed class ConversationReferences(GroupWriter writer, ReadPool reads, TimeProvider time) : IConversationReferences, IDisposable
{
    /// <summary>p0 key, p1 tenant, p2 reference, p3 now.</summary>
    private const string Upsert = """
        INSERT INTO "ConversationReferences" ("Key", "TenantId", "Reference", "IsActive", "EndReason", "ChangedAt")
        VALUES (@p0, @p1, @p2, TRUE, NULL, @p3)
        ON CONFLICT ("Key") DO UPDATE SET "TenantId" = excluded."TenantId", "Reference" = excluded."Reference",
            "IsActive" = TRUE, "EndReason" = NULL, "ChangedAt" = excluded."ChangedAt"
        """;

    /// <summary>p0 key, p1 reason, p2 now.</summary>
    private const string End =
        """UPDATE "ConversationReferences" SET "IsActive" = FALSE, "EndReason" = @p1, "ChangedAt" = @p2 WHERE "Key" = @p0""";

    /// <summary>p0 key.</summary>
    private const string IsEnded = """SELECT 1 FROM "ConversationReferences" WHERE "Key" = @p0 AND NOT "IsActive" """;

    /// <summary>p0 key.</summary>
    private const string Find = """SELECT "Reference", "TenantId", "IsActive" FROM "ConversationReferences" WHERE "Key" = @p0""";

    /// <summary>p0 conversation, p1 our id.</summary>
    private const string ChannelId = """
        SELECT "ChannelActivityId" FROM "Activities"
        WHERE "ConversationKey" = @p0 AND "ActivityId" = @p1 AND "Direction" = 1 AND "ChannelActivityId" IS NOT NULL
        ORDER BY "Sequence" LIMIT 1
        """;

    /// <summary>p0 conversation, p1 the channel's id.</summary>
    private const string Sent = """SELECT "Json" FROM "Activities" WHERE "ConversationKey" = @p0 AND "ChannelActivityId" = @p1""";

    private readonly ReferenceCache written = new(time);

    public async Task SeenAsync(Activity inbound, CancellationToken cancellationToken)
    {
        var key = ActivityRecorder.ConversationKey(inbound.ChannelId, inbound.Conversation?.Id);
        var (reference, now) = (SchemaJson.ToJson(ReferenceOf(inbound)), time.GetUtcNow());
        if (written.Holds(key, reference))
        {
            return;
        }

        await writer.WriteAsync(
            async scope =>
            {
                var isBack = scope.Sql.Command(IsEnded, key).ExecuteScalar() is not null;
                scope.Sql.Execute(Upsert, key, TenantOf(inbound), reference, now.ToUnixTimeMilliseconds());
                if (isBack && await ParkedActivities.ReleaseAsync(scope.Db, key, now, cancellationToken) > 0)
                {
                    scope.Announce(key);
                }

                return isBack;
            },
            cancellationToken
        );
        written.Set(key, reference);
    }

    public async Task EndAsync(string channelId, string conversationId, string reason, CancellationToken cancellationToken)
    {
        var key = ActivityRecorder.ConversationKey(channelId, conversationId);
        await writer.WriteAsync(
            scope => ValueTask.FromResult(scope.Sql.Execute(End, key, reason, time.GetUtcNow().ToUnixTimeMilliseconds())),
            cancellationToken
        );
        written.Remove(key);
    }

    public void Dispose() => written.Dispose();

    public Task<KnownConversation?> FindAsync(string channelId, string conversationId, CancellationToken cancellationToken) =>
        Task.FromResult(
            reads.Read(sql =>
            {
                using var row = sql.Command(Find, ActivityRecorder.ConversationKey(channelId, conversationId)).ExecuteReader();
                return row.Read()
                    ? new KnownConversation(
                        SchemaJson.FromJson<ConversationReference>(row.GetString(0))!,
                        row.IsDBNull(1) ? null : row.GetString(1),
                        row.GetBoolean(2)
                    )
                    : null;
            })
        );

    public Task<string?> ChannelActivityIdAsync(
        string channelId,
        string conversationId,
        string activityId,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            reads.Read(sql =>
                sql.Command(ChannelId, ActivityRecorder.ConversationKey(channelId, conversationId), activityId).ExecuteScalar() as string
            )
        );

    public Task<Activity?> SentAsync(
        string channelId,
        string conversationId,
        string channelActivityId,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            reads.Read(sql =>
                sql.Command(Sent, ActivityRecorder.ConversationKey(channelId, conversationId), channelActivityId).ExecuteScalar()
                    is string json
                    ? SchemaJson.FromJson<Activity>(json)
                    : null
            )
        );

    /// <summary>
    /// The parts that do not change with each message; in a group the last sender is not the addressee of a later message.
    /// </summary>
    private static ConversationReference ReferenceOf(Activity inbound)
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

    private static string? TenantOf(Activity inbound) =>
        inbound.Conversation?.TenantId
        ?? (
            (inbound.ChannelData as JsonObject)?["tenant"] is JsonObject tenant
            && tenant["id"] is JsonValue id
            && id.GetValueKind() == JsonValueKind.String
                ? id.GetValue<string>()
                : null
        );
}
