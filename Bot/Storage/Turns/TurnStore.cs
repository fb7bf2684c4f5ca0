using System.Data.Common;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Compression;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage.Turns;

/// <summary>Stores turns in the database.</summary>
internal sealed class TurnStore(
    BatchWriter writer,
    ReadConnectionPool readConnections,
    ActivityRecorder recorder,
    RecentConversationUsers recentUsers,
    IEnumerable<IEffectHandler> effects,
    IEnumerable<ISqlEffectHandler> sqlEffects
) : ITurnStore
{
    private readonly IEffectHandler[] handlers = [.. effects];
    private readonly ISqlEffectHandler[] sqlHandlers = [.. sqlEffects];

    public async Task<AcceptedActivity> AcceptAsync(Activity activity, string? deduplicationKey, CancellationToken cancellationToken)
    {
        var accepted = await writer.WriteAsync(scope => ValueTask.FromResult(Accept(scope, activity, deduplicationKey)), cancellationToken);
        if (accepted is { IsDuplicate: false, IsConversationErased: false } && activity.From?.Id is { } userId)
        {
            recentUsers.Add(ActivityRecorder.ConversationKey(activity.ChannelId, activity.Conversation?.Id), userId);
        }

        return accepted;
    }

    public Task<IReadOnlyList<Activity>> ListPendingAsync(int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Activity>>(readConnections.Read(connection => ReadPending(connection, limit)));

    public Task<TurnStates> LoadStatesAsync(Activity activity, CancellationToken cancellationToken) =>
        Task.FromResult(
            readConnections.Read(connection => new TurnStates(
                ReadState(connection, ActivityRecorder.ConversationKey(activity.ChannelId, activity.Conversation?.Id))
            ))
        );

    public Task<CommitResult> CommitAsync(CompletedTurn turn, CancellationToken cancellationToken) =>
        writer.WriteAsync(scope => CommitAsync(scope, turn, cancellationToken), cancellationToken);

    private AcceptedActivity Accept(WriteScope scope, Activity activity, string? deduplicationKey)
    {
        var key = ActivityRecorder.ConversationKey(activity.ChannelId, activity.Conversation?.Id);
        if (deduplicationKey is not null && FindDuplicate(scope.Connection, key, deduplicationKey) is { } duplicate)
        {
            return duplicate;
        }

        if (recorder.RecordInbound(scope.Connection, activity, deduplicationKey) is not { } page)
        {
            return new AcceptedActivity(activity, IsDuplicate: false, InvokeResponse: null) { IsConversationErased = true };
        }

        scope.NotifyAfterCommit(key, page);
        return new AcceptedActivity(activity, IsDuplicate: false, InvokeResponse: null);
    }

    private static AcceptedActivity? FindDuplicate(PreparedConnection connection, string key, string deduplicationKey)
    {
        using var row = connection.Command(ActivitySql.FindDuplicate, key, deduplicationKey).ExecuteReader();
        if (!row.Read())
        {
            return null;
        }

        var response = row.IsDBNull(2)
            ? null
            : new InvokeResponse(row.GetInt32(2), row.IsDBNull(3) ? null : JsonNode.Parse(ReadText(row, 3)));
        return new AcceptedActivity(SchemaJson.FromJson<Activity>(ReadText(row, 0))!, IsDuplicate: true, response);
    }

    private static List<Activity> ReadPending(PreparedConnection connection, int limit)
    {
        using var rows = connection.Command(ActivitySql.SelectPending, (long)limit).ExecuteReader();
        var pending = new List<Activity>();
        while (rows.Read())
        {
            pending.Add(SchemaJson.FromJson<Activity>(ReadText(rows, 0))!);
        }

        return pending;
    }

    private static StateDocument ReadState(PreparedConnection connection, string key)
    {
        using var row = connection.Command(ActivitySql.SelectState, key).ExecuteReader();
        return row.Read()
            ? new StateDocument(key, JsonNode.Parse(ReadText(row, 0))!.AsObject(), row.GetInt64(1))
            : new StateDocument(key, [], 0);
    }

    private async ValueTask<CommitResult> CommitAsync(WriteScope scope, CompletedTurn turn, CancellationToken cancellationToken)
    {
        var inbound = turn.Inbound;
        var key = ActivityRecorder.ConversationKey(inbound.ChannelId, inbound.Conversation?.Id);
        if (!TryComplete(scope.Connection, key, inbound, turn.InvokeResponse))
        {
            return CommitResult.AlreadyCompleted;
        }

        if (!turn.ChangedStates.All(state => TrySaveState(scope.Connection, state)))
        {
            scope.RollBack();
            return CommitResult.Conflict;
        }

        var isResponseBody = inbound is { DeliveryMode: DeliveryModes.ExpectReplies, Type: not ActivityTypes.Invoke };
        var (replies, page) = recorder.RecordOutbound(
            scope.Connection,
            inbound.ChannelId,
            inbound.Conversation?.Id,
            turn.Outgoing,
            isResponseBody
        );
        if (isResponseBody)
        {
            StoreResponse(scope.Connection, key, inbound, new ActivitySet { Activities = [.. replies] });
        }

        if (turn.Outgoing.Count > 0)
        {
            scope.NotifyAfterCommit(key, page);
        }

        foreach (var effect in turn.Effects)
        {
            if (await ApplyAsync(effect, scope, cancellationToken) == EffectResult.Conflict)
            {
                scope.RollBack();
                return CommitResult.Conflict;
            }
        }

        return CommitResult.Committed;
    }

    /// <returns>False when the activity is completed already.</returns>
    private static bool TryComplete(PreparedConnection connection, string key, Activity inbound, InvokeResponse? response)
    {
        var body = response?.Body is { } node ? StoredText.Encode(node.ToJsonString(StateJson.Options)) : null;
        var sequence = ActivityIds.FindSequence(inbound.Conversation?.Id, inbound.Id);
        return (
                sequence > 0
                && connection.Execute(ActivitySql.CompleteTurnBySequence, key, inbound.Id, response?.Status, body, sequence) == 1
            )
            || connection.Execute(ActivitySql.CompleteTurn, key, inbound.Id, response?.Status, body) == 1;
    }

    private static void StoreResponse(PreparedConnection connection, string key, Activity inbound, ActivitySet replies)
    {
        var body = StoredText.Encode(SchemaJson.ToUtf8Json(replies));
        var sequence = ActivityIds.FindSequence(inbound.Conversation?.Id, inbound.Id);
        if (
            sequence == 0
            || connection.Execute(ActivitySql.StoreResponseBySequence, key, inbound.Id, StatusCodes.Status200OK, body, sequence) == 0
        )
        {
            connection.Execute(ActivitySql.StoreResponse, key, inbound.Id, StatusCodes.Status200OK, body);
        }
    }

    private static byte[] ReadText(DbDataReader row, int column) => StoredText.DecodeUtf8(row.GetFieldValue<byte[]>(column));

    private static bool TrySaveState(PreparedConnection connection, StateDocument state)
    {
        var json = StoredText.Encode(state.Data.ToJsonString(StateJson.Options));
        return state.Version == 0
            ? connection.Execute(ActivitySql.InsertState, state.Key, json) == 1
            : connection.Execute(ActivitySql.UpdateState, state.Key, json, state.Version) == 1;
    }

    private async Task<EffectResult> ApplyAsync(IEffect effect, WriteScope scope, CancellationToken cancellationToken)
    {
        if (Array.Find(sqlHandlers, h => h.CanHandle(effect)) is { } sqlHandler)
        {
            sqlHandler.Apply(effect, scope.Connection);
            return EffectResult.Stored;
        }

        var handler =
            Array.Find(handlers, h => h.CanHandle(effect))
            ?? throw new InvalidOperationException($"No handler is registered for the effect {effect.GetType().Name}.");
        var result = await handler.ApplyAsync(effect, scope.Db, cancellationToken);
        await scope.Db.SaveChangesAsync(cancellationToken);
        return result;
    }
}
