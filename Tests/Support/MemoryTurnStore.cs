using System.Globalization;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>A turn store in memory. State is serialized, so that every turn sees what a restarted process would see.</summary>
internal sealed class MemoryTurnStore(TimeProvider time) : ITurnStore
{
    private readonly Lock sync = new();
    private readonly Dictionary<string, (string Json, long Version)> states = [];
    private readonly Dictionary<string, AcceptedActivity> accepted = [];
    private readonly List<Activity> pending = [];
    private int nextId;

    public List<Activity> Outgoing { get; } = [];

    public List<IEffect> Effects { get; } = [];

    /// <summary>Called before a commit; may throw, or change a state to provoke a conflict.</summary>
    public Action<CompletedTurn>? BeforeCommit { get; set; }

    public Task<AcceptedActivity> AcceptAsync(Activity activity, string? deduplicationKey, CancellationToken cancellationToken)
    {
        lock (sync)
        {
            var key = $"{activity.Conversation?.Id}\n{deduplicationKey ?? Guid.NewGuid().ToString()}";
            if (accepted.TryGetValue(key, out var first))
            {
                return Task.FromResult(first with { IsDuplicate = true });
            }

            var stored = SchemaJson.Clone(activity);
            stored.Id = string.Create(CultureInfo.InvariantCulture, $"{activity.Conversation?.Id}|{++nextId:D7}");
            stored.Timestamp = time.GetUtcNow().AddTicks(nextId);
            pending.Add(stored);
            return Task.FromResult(accepted[key] = new AcceptedActivity(stored, IsDuplicate: false, null));
        }
    }

    public Task<IReadOnlyList<Activity>> ListPendingAsync(int limit, CancellationToken cancellationToken)
    {
        lock (sync)
        {
            return Task.FromResult<IReadOnlyList<Activity>>([.. pending.Take(limit)]);
        }
    }

    public Task<TurnStates> LoadStatesAsync(Activity activity, CancellationToken cancellationToken)
    {
        lock (sync)
        {
            return Task.FromResult(new TurnStates(LoadState($"{activity.ChannelId}/conversations/{activity.Conversation?.Id}")));
        }
    }

    public Task<CommitResult> CommitAsync(CompletedTurn turn, CancellationToken cancellationToken)
    {
        BeforeCommit?.Invoke(turn);
        lock (sync)
        {
            if (!pending.Exists(a => a.Id == turn.Inbound.Id))
            {
                return Task.FromResult(CommitResult.AlreadyCompleted);
            }

            if (turn.ChangedStates.Any(s => LoadState(s.Key).Version != s.Version))
            {
                return Task.FromResult(CommitResult.Conflict);
            }

            foreach (var state in turn.ChangedStates)
            {
                SaveState(state);
            }

            pending.RemoveAll(a => a.Id == turn.Inbound.Id);
            Outgoing.AddRange(turn.Outgoing.Select(SchemaJson.Clone));
            Effects.AddRange(turn.Effects);
            return Task.FromResult(CommitResult.Committed);
        }
    }

    /// <summary>Stores a state as another turn would.</summary>
    public void SaveState(StateDocument state)
    {
        lock (sync)
        {
            states[state.Key] = (state.Data.ToJsonString(), state.Version + 1);
        }
    }

    public StateDocument LoadState(string key)
    {
        lock (sync)
        {
            return states.TryGetValue(key, out var stored)
                ? new StateDocument(key, JsonNode.Parse(stored.Json)!.AsObject(), stored.Version)
                : new StateDocument(key, [], 0);
        }
    }
}
