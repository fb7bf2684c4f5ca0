using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Limits;

/// <summary>How often one network may do something in an hour. Kept in memory only.</summary>
internal abstract class HourlyLimiter(IOptions<LimitOptions> options, Func<LimitOptions, int> perHour) : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetSlidingWindowLimiter(
            key,
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = perHour(options.Value),
                Window = Hour,
                SegmentsPerWindow = 6,
            }
        )
    );

    /// <param name="network">Null for one without limits; see <see cref="ConversationAddresses"/>.</param>
    /// <returns>The wait when the network has done it too often; otherwise null, and it counts.</returns>
    public TimeSpan? Check(string? network, int count = 1)
    {
        if (!options.Value.Enabled || network is null)
        {
            return null;
        }

        // More than the limit can never be acquired at once; the limiter would take that for a mistake of its caller.
        if (count > perHour(options.Value))
        {
            return Hour;
        }

        using var lease = limiter.AttemptAcquire(network, count);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : Hour;
    }

    public void Dispose() => limiter.Dispose();
}
