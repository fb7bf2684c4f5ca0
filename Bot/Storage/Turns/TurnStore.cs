using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Storage.Turns;

/// <summary>Stores turns in the database.</summary>
internal sealed class TurnStore(
    GroupWriter writer,
    ReadPool reads,
    ActivityRecorder recorder,
    IEnumerable<IEffectHandler> effects,
    IEnumerable<ISqlEffectHandler> sqlEffects
) : ITurnStore
{
    private readonly IEffectHandler[] handlers = [.. effects];
    private readonly ISqlEffectHandler[] sqlHandlers = [.. sqlEffects];

    public Task<AcceptedActivity> AcceptAsync(Activity activity, string deduplicationKey, CancellationToken cancellationToken) =>
        writer.WriteAsync(scope => ValueTask.FromResult(Accept(scope, activity, deduplicationKey)), cancellationToken);

    public Task<IReadOnlyList<Activity>> PendingAsync(int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Activity>>(reads.Read(sql => Pending(sql, limit)));

    public Task<TurnStates> LoadAsync(Activity activity, CancellationToken cancellationToken) =>
        Task.FromResult(
            reads.Read(sql => new TurnStates(State(sql, ActivityRecorder.ConversationKey(activity.ChannelId, activity.Conversation?.Id))))
        );

    public Task<CommitResult> CommitAsync(CompletedTurn turn, CancellationToken cancellationToken) =>
        writer.WriteAsync(scope => CommitAsync(scope, turn, cancellationToken), cancellationToken);

    private AcceptedActivity Accept(WriteScope scope, Activity activity, string deduplicationKey)
    {
        var key = ActivityRecorder.ConversationKey(activity.ChannelId, activity.Conversation?.Id);
        if (Duplicate(scope.Sql, key, deduplicationKey) is { } duplicate)
        {
            return duplicate;
        }

        recorder.Inbound(scope.Sql, activity, deduplicationKey);
        scope.Announce(key);
        return new AcceptedActivity(activity, IsDuplicate: false, InvokeResponse: null);
    }

    private static AcceptedActivity? Duplicate(PreparedConnection sql, string key, string deduplicationKey)
    {
        using var row = sql.Command(ActivitySql.FindDuplicate, key, deduplicationKey).ExecuteReader();
        if (!row.Read())
        {
            return null;
        }

        var answered = row.IsDBNull(2)
            ? null
            : new InvokeResponse(row.GetInt32(2), row.IsDBNull(3) ? null : JsonNode.Parse(row.GetString(3)));
        return new AcceptedActivity(SchemaJson.FromJson<Activity>(row.GetString(0))!, IsDuplicate: true, answered);
    }

    private static List<Activity> Pending(PreparedConnection sql, int limit)
    {
        using var rows = sql.Command(ActivitySql.Pending, (long)limit).ExecuteReader();
        var pending = new List<Activity>();
        while (rows.Read())
        {
            pending.Add(SchemaJson.FromJson<Activity>(rows.GetString(0))!);
        }

        return pending;
    }

    private static StateDocument State(PreparedConnection sql, string key)
    {
        using var row = sql.Command(ActivitySql.State, key).ExecuteReader();
        return row.Read()
            ? new StateDocument(key, JsonNode.Parse(row.GetString(0))!.AsObject(), row.GetInt64(1))
            : new StateDocument(key, [], 0);
    }

    private async ValueTask<CommitResult> CommitAsync(WriteScope scope, CompletedTurn turn, CancellationToken cancellationToken)
    {
        var inbound = turn.Inbound;
        var key = ActivityRecorder.ConversationKey(inbound.ChannelId, inbound.Conversation?.Id);
        if (
            scope.Sql.Execute(ActivitySql.Complete, key, inbound.Id, turn.InvokeResponse?.Status, turn.InvokeResponse?.Body?.ToJsonString())
            == 0
        )
        {
            return CommitResult.AlreadyCompleted;
        }

        if (!turn.ChangedStates.All(state => Change(scope.Sql, state)))
        {
            scope.RollBack();
            return CommitResult.Conflict;
        }

        var isAnswer = inbound is { DeliveryMode: DeliveryModes.ExpectReplies, Type: not ActivityTypes.Invoke };
        var replies = recorder.Outbound(scope.Sql, inbound.ChannelId, inbound.Conversation?.Id, turn.Outgoing, isAnswer);
        if (isAnswer)
        {
            scope.Sql.Execute(
                ActivitySql.Answer,
                key,
                inbound.Id,
                StatusCodes.Status200OK,
                SchemaJson.ToJson(new ActivitySet { Activities = [.. replies] })
            );
        }

        if (turn.Outgoing.Count > 0)
        {
            scope.Announce(key);
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

    private static bool Change(PreparedConnection sql, StateDocument state)
    {
        var json = state.Data.ToJsonString();
        return state.Version == 0
            ? sql.Execute(ActivitySql.NewState, state.Key, json) == 1
            : sql.Execute(ActivitySql.ChangeState, state.Key, json, state.Version) == 1;
    }

    private async Task<EffectResult> ApplyAsync(IEffect effect, WriteScope scope, CancellationToken cancellationToken)
    {
        if (Array.Find(sqlHandlers, h => h.Handles(effect)) is { } statement)
        {
            statement.Apply(effect, scope.Sql);
            return EffectResult.Stored;
        }

        var handler =
            Array.Find(handlers, h => h.Handles(effect))
            ?? throw new InvalidOperationException($"No handler is registered for the effect {effect.GetType().Name}.");
        var result = await handler.ApplyAsync(effect, scope.Db, cancellationToken);
        await scope.Db.SaveChangesAsync(cancellationToken);
        return result;
    }
}
