using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>An activity that waits for its turn, with the completion that its caller awaits.</summary>
internal sealed record QueuedTurn(Activity Activity, TaskCompletionSource<TurnResult>? Completion);

/// <summary>The waiting activities of one conversation, oldest first.</summary>
internal sealed class TurnLane(string key)
{
    public string Key => key;

    public List<QueuedTurn> Turns { get; } = [];

    /// <summary>Consecutive store failures on the first activity.</summary>
    public int ConsecutiveFailures { get; set; }
}

/// <summary>The queues ("lanes") of all conversations with waiting activities. Only one worker processes a lane at a time.</summary>
internal sealed class TurnLanes
{
    private readonly Lock lanesLock = new();
    private readonly Dictionary<string, TurnLane> lanes = new(StringComparer.Ordinal);

    /// <summary>Adds an activity in the order of the server timestamps; one that is already waiting is not added again.</summary>
    /// <returns>The lane if it was idle and must be processed now; otherwise null.</returns>
    public TurnLane? Add(QueuedTurn turn)
    {
        var key = $"{turn.Activity.ChannelId}/{turn.Activity.Conversation?.Id}";
        lock (lanesLock)
        {
            if (!lanes.TryGetValue(key, out var lane))
            {
                lanes[key] = lane = new TurnLane(key);
                lane.Turns.Add(turn);
                return lane;
            }

            if (lane.Turns.FindIndex(t => t.Activity.Id == turn.Activity.Id) is var sameIndex and >= 0)
            {
                lane.Turns[sameIndex] = Merge(lane.Turns[sameIndex], turn);
            }
            else
            {
                lane.Turns.Insert(FindInsertIndex(lane, turn), turn);
            }

            return null;
        }
    }

    public QueuedTurn PeekFirst(TurnLane lane)
    {
        lock (lanesLock)
        {
            return lane.Turns[0];
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
            completed = lane.Turns[0];
            lane.Turns.RemoveAt(0);
            lane.ConsecutiveFailures = 0;
            return lane.Turns.Count > 0 || !lanes.Remove(lane.Key);
        }
    }

    /// <summary>After all activities that are not newer, but never before the first, which may be running.</summary>
    private static int FindInsertIndex(TurnLane lane, QueuedTurn turn)
    {
        var index = lane.Turns.Count;
        while (index > 1 && turn.Activity.Timestamp < lane.Turns[index - 1].Activity.Timestamp)
        {
            index--;
        }

        return index;
    }

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
