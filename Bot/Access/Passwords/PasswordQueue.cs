using System.Threading.RateLimiting;

namespace PolicyAssistantBot.Access.Passwords;

/// <summary>
/// Lets at most half of the processor's cores hash passwords at the same time. Hashing is slow on purpose: without this, some dozen
/// parallel sign-ins with made-up names hold up every other request.
/// </summary>
internal sealed class PasswordQueue : IDisposable
{
    /// <summary>Attempts to sign in that wait at most; further ones are refused at once.</summary>
    public const int MaxWaiting = 32;

    private readonly ConcurrencyLimiter limiter = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = MaxConcurrency,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    public static int MaxConcurrency { get; } = Math.Max(1, Environment.ProcessorCount / 2);

    public int WaitingCount => (int)limiter.GetStatistics()!.CurrentQueuedCount;

    /// <summary>Waits for a place; dispose the result after hashing.</summary>
    /// <returns>Null when too many wait already.</returns>
    public async Task<IDisposable?> TryEnterAsync(CancellationToken cancellationToken) =>
        WaitingCount >= MaxWaiting ? null : await EnterAsync(cancellationToken);

    /// <summary>Waits for a place however many wait already: for people who are signed in or use a known device, who are few.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken) => await limiter.AcquireAsync(1, cancellationToken);

    public void Dispose() => limiter.Dispose();
}
