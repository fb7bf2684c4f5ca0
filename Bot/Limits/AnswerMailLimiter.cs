using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Limits;

/// <summary>How many mails with answers or their codes one network may have sent in an hour. Kept in memory only.</summary>
internal sealed class AnswerMailLimiter(IOptions<LimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetSlidingWindowLimiter(
            key,
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = options.Value.AnswerMailsPerAddress,
                Window = TimeSpan.FromHours(1),
                SegmentsPerWindow = 6,
            }
        )
    );

    /// <param name="network">Null for one without limits; see <see cref="ConversationAddresses"/>.</param>
    public bool TryTake(string? network)
    {
        if (!options.Value.Enabled || network is null)
        {
            return true;
        }

        using var lease = limiter.AttemptAcquire(network);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
