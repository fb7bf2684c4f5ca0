namespace PolicyAssistantBot.Tests.Support;

/// <summary>
/// Waits for the work of other threads and processes: checks the condition repeatedly, for two minutes at most. The pauses leave the
/// processor to others, and no result depends on their length.
/// </summary>
internal static class Wait
{
    private const int MaxAttempts = 12_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static TimeSpan Limit { get; } = MaxAttempts * Pause;

    /// <param name="betweenAttempts">Runs before each further check, for example to advance a fake clock.</param>
    /// <param name="failure">Describes the state in the failure message.</param>
    public static Task UntilAsync(Func<bool> condition, Action? betweenAttempts = null, Func<string>? failure = null) =>
        UntilAsync(() => Task.FromResult(condition()), betweenAttempts, failure);

    /// <inheritdoc cref="UntilAsync(Func{bool}, Action?, Func{string}?)"/>
    public static async Task UntilAsync(Func<Task<bool>> condition, Action? betweenAttempts = null, Func<string>? failure = null)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await condition())
            {
                return;
            }

            betweenAttempts?.Invoke();
            await PauseAsync();
        }

        Assert.Fail(failure?.Invoke() ?? $"The condition did not hold within {Limit.TotalMinutes} minutes.");
    }

    /// <summary>Advances the clock in steps until the work is done, because a timer may not be set yet at the first step.</summary>
    public static async Task<T> WhileAdvancingAsync<T>(Task<T> work, FakeTime time, TimeSpan step)
    {
        await WhileAdvancingAsync((Task)work, time, step);
        return await work;
    }

    /// <inheritdoc cref="WhileAdvancingAsync{T}"/>
    public static async Task WhileAdvancingAsync(Task work, FakeTime time, TimeSpan step)
    {
        for (var attempt = 0; attempt < MaxAttempts && !work.IsCompleted; attempt++)
        {
            await Task.WhenAny(work, PauseAsync());
            if (!work.IsCompleted)
            {
                time.Advance(step);
            }
        }

        await work.WaitAsync(Limit);
    }

    /// <summary>One pause, for a caller that checks its own condition.</summary>
    public static Task PauseAsync(CancellationToken cancellationToken = default) => Task.Delay(Pause, cancellationToken);
}
