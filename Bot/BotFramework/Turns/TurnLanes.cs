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
    public int Failures { get; set; }
}

/// <summary>The lanes of all conversations with waiting activities. One worker processes a lane at a time.</summary>
internal sealed class TurnLanes
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, TurnLane> lanes = new(StringComparer.Ordinal);

    /// <summary>Adds in the order of the server's timestamps; an activity that is already waiting is not added again.</summary>
    /// <returns>The lane if it was idle and must be processed now; otherwise null.</returns>
    public TurnLane? Add(QueuedTurn turn)
    {
        var key = $"{turn.Activity.ChannelId}/{turn.Activity.Conversation?.Id}";
        lock (gate)
        {
            if (!lanes.TryGetValue(key, out var lane))
            {
                lanes[key] = lane = new TurnLane(key);
                lane.Turns.Add(turn);
                return lane;
            }

            if (lane.Turns.FindIndex(t => t.Activity.Id == turn.Activity.Id) is var same and >= 0)
            {
                lane.Turns[same] = Joined(lane.Turns[same], turn);
            }
            else
            {
                lane.Turns.Insert(PlaceOf(lane, turn), turn);
            }

            return null;
        }
    }

    public QueuedTurn Head(TurnLane lane)
    {
        lock (gate)
        {
            return lane.Turns[0];
        }
    }

    /// <summary>
    /// Removes the first activity, which is completed. A caller may have begun to await it while it ran: see <paramref name="done"/>.
    /// </summary>
    /// <returns>True when the lane has more activities; otherwise it is removed.</returns>
    public bool RemoveHead(TurnLane lane, out QueuedTurn done)
    {
        lock (gate)
        {
            done = lane.Turns[0];
            lane.Turns.RemoveAt(0);
            lane.Failures = 0;
            return lane.Turns.Count > 0 || !lanes.Remove(lane.Key);
        }
    }

    /// <summary>After all activities that are not newer, but never before the first, which may be running.</summary>
    private static int PlaceOf(TurnLane lane, QueuedTurn turn)
    {
        var place = lane.Turns.Count;
        while (place > 1 && turn.Activity.Timestamp < lane.Turns[place - 1].Activity.Timestamp)
        {
            place--;
        }

        return place;
    }

    /// <summary>Both callers receive the result of the single run.</summary>
    private static QueuedTurn Joined(QueuedTurn waiting, QueuedTurn added)
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
