namespace PolicyAssistantBot.Tests.Support;

/// <summary>
/// Waits for the work of other threads and processes. It looks again and again until the condition holds, for two minutes at most: the
/// pauses leave the processor to the others, and no result depends on their length.
/// </summary>
internal static class Wait
{
    private const int MostLooks = 12_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static TimeSpan Limit { get; } = MostLooks * Pause;

    /// <param name="meanwhile">Runs before each further look, such as moving a fake clock on.</param>
    /// <param name="failure">Describes what was found instead.</param>
    public static Task UntilAsync(Func<bool> condition, Action? meanwhile = null, Func<string>? failure = null) =>
        UntilAsync(() => Task.FromResult(condition()), meanwhile, failure);

    /// <inheritdoc cref="UntilAsync(Func{bool}, Action?, Func{string}?)"/>
    public static async Task UntilAsync(Func<Task<bool>> condition, Action? meanwhile = null, Func<string>? failure = null)
    {
        for (var looks = 0; looks < MostLooks; looks++)
        {
            if (await condition())
            {
                return;
            }

            meanwhile?.Invoke();
            await PauseAsync();
        }

        Assert.Fail(failure?.Invoke() ?? $"The condition did not hold within {Limit.TotalMinutes} minutes.");
    }

    /// <summary>Moves the clock on, step by step, until the work is done; a timer may not be set yet when the clock first moves.</summary>
    public static async Task<T> AdvancingAsync<T>(Task<T> work, FakeTime time, TimeSpan step)
    {
        await AdvancingAsync((Task)work, time, step);
        return await work;
    }

    /// <inheritdoc cref="AdvancingAsync{T}"/>
    public static async Task AdvancingAsync(Task work, FakeTime time, TimeSpan step)
    {
        for (var looks = 0; looks < MostLooks && !work.IsCompleted; looks++)
        {
            await Task.WhenAny(work, PauseAsync());
            if (!work.IsCompleted)
            {
                time.Advance(step);
            }
        }

        await work.WaitAsync(Limit);
    }

    /// <summary>One pause, for a caller that looks by itself.</summary>
    public static Task PauseAsync(CancellationToken cancellationToken = default) => Task.Delay(Pause, cancellationToken);
}
