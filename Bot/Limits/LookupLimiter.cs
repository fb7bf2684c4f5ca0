using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Limits;

/// <summary>How many codes for the status of a request one network may ask for on the web in an hour. Kept in memory only.</summary>
internal sealed class LookupLimiter : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly bool isEnabled;
    private readonly IReadOnlyList<IPNetwork> exempt;
    private readonly PartitionedRateLimiter<string> limiter;

    public LookupLimiter(IOptions<LimitOptions> options)
    {
        isEnabled = options.Value.Enabled;
        exempt = [.. options.Value.ExemptNetworks.Select(IPNetwork.Parse)];
        var perHour = options.Value.LookupsPerAddress;
        limiter = PartitionedRateLimiter.Create<string, string>(key =>
            RateLimitPartition.GetSlidingWindowLimiter(
                key,
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = perHour,
                    Window = Hour,
                    SegmentsPerWindow = 6,
                }
            )
        );
    }

    /// <returns>The wait when the network has asked too often; otherwise null, and the request counts.</returns>
    public TimeSpan? Check(IPAddress? address)
    {
        if (!isEnabled || NetworkAddress.IsIn(address, exempt))
        {
            return null;
        }

        using var lease = limiter.AttemptAcquire(NetworkAddress.Of(address));
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : Hour;
    }

    public void Dispose() => limiter.Dispose();
}
