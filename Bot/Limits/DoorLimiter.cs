using System.Net;
using System.Threading.RateLimiting;
using PolicyAssistantBot.BotFramework.DirectLine;

namespace PolicyAssistantBot.Limits;

/// <summary>
/// The limits of requests to Direct Line. Requests that exceed the limit of their conversation are refused before they count for their
/// address, so that one person does not use up the limit of an office.
/// </summary>
internal static class DoorLimiter
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>What counts together.</summary>
    private readonly record struct LimitKey(Door Door, string Id);

    public static PartitionedRateLimiter<HttpContext> Create(LimitOptions options)
    {
        IReadOnlyList<IPNetwork> exempt = [.. options.ExemptNetworks.Select(IPNetwork.Parse)];
        return PartitionedRateLimiter.CreateChained(
            Create(Conversation, (door, key) => ByConversation(door, key, options)),
            Create(Address, (door, key) => ByAddress(door, key, options)),
            Create(Address, (door, key) => ByAddressAndDay(door, key, options)),
            Create(_ => "", (door, key) => InAll(door, key, options))
        );

        string? Address(HttpContext context) =>
            NetworkAddress.IsIn(context.Connection.RemoteIpAddress, exempt) ? null : NetworkAddress.Of(context);
    }

    /// <param name="getId">Whose limit counts; null for no limit.</param>
    private static PartitionedRateLimiter<HttpContext> Create(
        Func<HttpContext, string?> getId,
        Func<Door, LimitKey, RateLimitPartition<LimitKey>> createPartition
    ) =>
        PartitionedRateLimiter.Create<HttpContext, LimitKey>(context =>
            DoorMetadata.Of(context) is { } door && getId(context) is { } id
                ? createPartition(door, new LimitKey(door, id))
                : RateLimitPartition.GetNoLimiter(default(LimitKey))
        );

    private static string? Conversation(HttpContext context) => context.Request.RouteValues["conversationId"] as string;

    private static RateLimitPartition<LimitKey> ByConversation(Door door, LimitKey key, LimitOptions options) =>
        door switch
        {
            Door.Message => Window(key, options.MessagesPerConversation, Minute),
            Door.Poll => Window(key, options.PollsPerConversation, Minute),
            Door.Upload => Window(key, options.UploadsPerConversation, Day),
            Door.Stream => Concurrent(key, options.SocketsPerConversation),
            _ => RateLimitPartition.GetNoLimiter(key),
        };

    private static RateLimitPartition<LimitKey> ByAddress(Door door, LimitKey key, LimitOptions options) =>
        door switch
        {
            Door.Message => Slowed(key, options.MessagesPerAddress, options.WaitingPerAddress),
            Door.Poll => Slowed(key, options.PollsPerAddress, options.WaitingPerAddress),
            Door.Refresh => Slowed(key, options.RefreshesPerAddress, options.WaitingPerAddress),
            Door.Token => Window(key, options.TokensPerAddress, Minute),
            Door.Stream => Concurrent(key, options.SocketsPerAddress),
            Door.Page => Slowed(key, options.PagesPerAddress, options.WaitingPerAddress),
            _ => RateLimitPartition.GetNoLimiter(key),
        };

    private static RateLimitPartition<LimitKey> ByAddressAndDay(Door door, LimitKey key, LimitOptions options) =>
        door switch
        {
            Door.Start => Window(key, options.ConversationsPerAddress, Day),
            Door.Upload => Window(key, options.UploadsPerAddress, Day),
            _ => RateLimitPartition.GetNoLimiter(key),
        };

    private static RateLimitPartition<LimitKey> InAll(Door door, LimitKey key, LimitOptions options) =>
        door switch
        {
            Door.Message => Window(key, options.MessagesInAll, Minute),
            Door.Token or Door.Start => Window(key, options.ConversationsInAll, Minute),
            Door.Stream => Concurrent(key, options.SocketsInAll),
            _ => RateLimitPartition.GetNoLimiter(key),
        };

    private static RateLimitPartition<LimitKey> Window(LimitKey key, int count, TimeSpan window) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            key,
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = count,
                Window = window,
                SegmentsPerWindow = 6,
            }
        );

    private static RateLimitPartition<LimitKey> Concurrent(LimitKey key, int count) =>
        RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions { PermitLimit = count });

    /// <summary>Requests above the rate wait for their place, up to a number.</summary>
    private static RateLimitPartition<LimitKey> Slowed(LimitKey key, int perMinute, int waiting) =>
        RateLimitPartition.GetTokenBucketLimiter(
            key,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = perMinute,
                TokensPerPeriod = Math.Max(1, perMinute / 60),
                ReplenishmentPeriod = perMinute >= 60 ? TimeSpan.FromSeconds(1) : Minute / perMinute,
                QueueLimit = waiting,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }
        );
}
