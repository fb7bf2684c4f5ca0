using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Benchmarks.Profile;

/// <summary>Sums of processor time and allocations by stage. One turn runs at a time, so the process's clocks measure the stage.</summary>
internal sealed class StageTimes
{
    private readonly Dictionary<string, (double Milliseconds, long Bytes)> sums = new(StringComparer.Ordinal);

    public void Clear()
    {
        lock (sums)
        {
            sums.Clear();
        }
    }

    public async Task<T> MeasureAsync<T>(string stage, Func<Task<T>> run)
    {
        var (time, bytes) = (ProcessCpuClock.Milliseconds(), GC.GetTotalAllocatedBytes());
        var result = await run();
        lock (sums)
        {
            var sum = sums.GetValueOrDefault(stage);
            sums[stage] = (sum.Milliseconds + ProcessCpuClock.Milliseconds() - time, sum.Bytes + GC.GetTotalAllocatedBytes() - bytes);
        }

        return result;
    }

    /// <summary>Prints each stage per turn.</summary>
    public void Print(int turns)
    {
        foreach (var (stage, (milliseconds, bytes)) in sums)
        {
            LoadRun.Print(stage, $"{milliseconds / turns:0.000} ms {bytes / 1024.0 / turns:0.0} KB");
        }
    }
}

/// <summary>Measures the calls of the turn store.</summary>
internal sealed class MeasuredTurnStore(ITurnStore inner, StageTimes times) : ITurnStore
{
    public Task<AcceptedActivity> AcceptAsync(Activity activity, string? deduplicationKey, CancellationToken cancellationToken) =>
        times.MeasureAsync("accept", () => inner.AcceptAsync(activity, deduplicationKey, cancellationToken));

    public Task<IReadOnlyList<Activity>> ListPendingAsync(int limit, CancellationToken cancellationToken) =>
        inner.ListPendingAsync(limit, cancellationToken);

    public Task<TurnStates> LoadStatesAsync(Activity activity, CancellationToken cancellationToken) =>
        times.MeasureAsync("load state", () => inner.LoadStatesAsync(activity, cancellationToken));

    public Task<CommitResult> CommitAsync(CompletedTurn turn, CancellationToken cancellationToken) =>
        times.MeasureAsync("commit", () => inner.CommitAsync(turn, cancellationToken));
}

/// <summary>Measures the bot: understanding, answering and wording.</summary>
internal sealed class MeasuredBot(IBot inner, StageTimes times) : IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        times.MeasureAsync(
            "bot",
            async () =>
            {
                await inner.OnTurnAsync(turnContext, cancellationToken);
                return true;
            }
        );
}
