using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.Limits;

/// <summary>
/// Limits the messages of authenticated channels by conversation and by user only: all of Teams comes from a few addresses.
/// </summary>
internal sealed class MessageLimiter : IDisposable
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(1);

    private readonly bool isEnabled;
    private readonly PartitionedRateLimiter<Activity> limiter;

    public MessageLimiter(IOptions<LimitOptions> options)
    {
        isEnabled = options.Value.Enabled;
        var (perPerson, perGroup) = (options.Value.MessagesPerConversation, options.Value.MessagesPerAddress);
        limiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<Activity, (string?, string?)>(activity =>
                Window((activity.ChannelId, activity.From?.Id), perPerson)
            ),
            PartitionedRateLimiter.Create<Activity, (string?, string?)>(activity =>
                Window((activity.ChannelId, activity.Conversation?.Id), activity.IsInGroup() ? perGroup : perPerson)
            )
        );
    }

    /// <returns>The wait when the message exceeds a limit; otherwise null.</returns>
    public TimeSpan? Check(Activity activity)
    {
        if (!isEnabled || activity.Type is not (ActivityTypes.Message or ActivityTypes.Invoke or ActivityTypes.Event))
        {
            return null;
        }

        using var lease = limiter.AttemptAcquire(activity);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : DefaultWait;
    }

    public void Dispose() => limiter.Dispose();

    private static RateLimitPartition<(string?, string?)> Window((string?, string?) key, int count) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            key,
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = count,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }
        );
}
