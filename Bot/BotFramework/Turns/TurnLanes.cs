using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>An activity that waits for its turn, with the completion that its caller awaits.</summary>
internal sealed record QueuedTurn(Activity Activity, TaskCompletionSource<TurnResult>? Completion);

/// <summary>
/// The waiting activities of one conversation, oldest first. Adding and removing take the same time however many wait.
/// </summary>
internal sealed class TurnLane(string key)
{
    /// <summary>The nodes by activity id.</summary>
    private readonly Dictionary<string, LinkedListNode<QueuedTurn>> nodes = new(StringComparer.Ordinal);

    private readonly LinkedList<QueuedTurn> turns = [];

    public string Key => key;

    public int Count => turns.Count;

    /// <summary>How many waiting turns were compared with added ones so far: grows with the additions, not with what waits.</summary>
    public long ComparisonCount { get; private set; }

    public QueuedTurn First => turns.First!.Value;

    /// <summary>Consecutive store failures on the first activity.</summary>
    public int ConsecutiveFailures { get; set; }

    /// <summary>The waiting turn of the same activity; null when it does not wait.</summary>
    public LinkedListNode<QueuedTurn>? Find(QueuedTurn turn) =>
        turn.Activity.Id is { } id && nodes.TryGetValue(id, out var node) ? node : null;

    /// <summary>Adds after all activities that are not newer, but never before the first, which may be running.</summary>
    public void Add(QueuedTurn turn)
    {
        var before = turns.Last;
        while (before is not null && before != turns.First && IsOlder(turn, before.Value))
        {
            before = before.Previous;
        }

        var node = before is null ? turns.AddFirst(turn) : turns.AddAfter(before, turn);
        if (turn.Activity.Id is { } id)
        {
            nodes[id] = node;
        }
    }

    public QueuedTurn RemoveFirst()
    {
        var first = First;
        turns.RemoveFirst();
        if (first.Activity.Id is { } id)
        {
            nodes.Remove(id);
        }

        return first;
    }

    private bool IsOlder(QueuedTurn added, QueuedTurn waiting)
    {
        ComparisonCount++;
        return added.Activity.Timestamp < waiting.Activity.Timestamp;
    }
}

/// <summary>The queues ("lanes") of all conversations with waiting activities. Only one worker processes a lane at a time.</summary>
internal sealed class TurnLanes
{
    private readonly Lock lanesLock = new();
    private readonly Dictionary<string, TurnLane> lanes = new(StringComparer.Ordinal);
    private int count;

    /// <summary>The activities of all lanes.</summary>
    public int Count => Volatile.Read(ref count);

    public int CountWaiting(string? channelId, string? conversationId)
    {
        var key = GetKey(channelId, conversationId);
        lock (lanesLock)
        {
            return lanes.TryGetValue(key, out var lane) ? lane.Count : 0;
        }
    }

    /// <summary>Adds an activity in the order of the server timestamps; one that is already waiting is not added again.</summary>
    /// <returns>The lane if it was idle and must be processed now; otherwise null.</returns>
    public TurnLane? Add(QueuedTurn turn)
    {
        var key = GetKey(turn.Activity.ChannelId, turn.Activity.Conversation?.Id);
        lock (lanesLock)
        {
            var isIdle = !lanes.TryGetValue(key, out var lane);
            if (lane is null)
            {
                lanes[key] = lane = new TurnLane(key);
            }

            if (lane.Find(turn) is { } same)
            {
                same.Value = Merge(same.Value, turn);
                return null;
            }

            lane.Add(turn);
            count++;
            return isIdle ? lane : null;
        }
    }

    public QueuedTurn PeekFirst(TurnLane lane)
    {
        lock (lanesLock)
        {
            return lane.First;
        }
    }

    /// <summary>
    /// Removes the first activity, which is completed. A caller may have begun to await it while it ran: see <paramref name="completed"/>.
    /// </summary>
    /// <returns>True when the lane has more activities; otherwise it is removed.</returns>
    public bool RemoveFirst(TurnLane lane, out QueuedTurn completed)
    {
        lock (lanesLock)
        {
            completed = lane.RemoveFirst();
            count--;
            lane.ConsecutiveFailures = 0;
            return lane.Count > 0 || !lanes.Remove(lane.Key);
        }
    }

    private static string GetKey(string? channelId, string? conversationId) => $"{channelId}/{conversationId}";

    /// <summary>Both callers receive the result of the single run.</summary>
    private static QueuedTurn Merge(QueuedTurn waiting, QueuedTurn added)
    {
        if (waiting.Completion is null || added.Completion is null)
        {
            return waiting with { Completion = waiting.Completion ?? added.Completion };
        }

        var (first, second) = (waiting.Completion, added.Completion);
        _ = first.Task.ContinueWith(
            t => second.TrySetResult(t.Result),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default
        );
        return waiting;
    }
}
