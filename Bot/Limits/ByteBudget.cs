using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.DirectLine;

namespace PolicyAssistantBot.Limits;

/// <summary>How many bytes one conversation and one address may send a day, and whether the disk has room for files.</summary>
internal sealed class ByteBudget : IDisposable
{
    private const int BytesPerPermit = 1024;
    private const int PermitsPerMegabyte = 1024;

    private readonly LimitOptions options;
    private readonly DirectLineOptions directLine;
    private readonly IReadOnlyList<IPNetwork> exempt;
    private readonly PartitionedRateLimiter<string> messagesByAddress;
    private readonly PartitionedRateLimiter<string> uploadsByAddress;
    private readonly PartitionedRateLimiter<string> uploadsByConversation;

    public ByteBudget(IOptions<LimitOptions> options, IOptions<DirectLineOptions> directLine)
    {
        this.options = options.Value;
        this.directLine = directLine.Value;
        exempt = [.. this.options.ExemptNetworks.Select(IPNetwork.Parse)];
        messagesByAddress = CreateLimiter(this.options.MessageMegabytesPerAddress);
        uploadsByAddress = CreateLimiter(this.options.UploadMegabytesPerAddress);
        uploadsByConversation = CreateLimiter(this.options.UploadMegabytesPerConversation);
    }

    /// <summary>Whether the disk of the uploads has room.</summary>
    public bool HasDiskSpace() =>
        new DriveInfo(Path.GetFullPath(directLine.FileFolder)).AvailableFreeSpace >= options.MinFreeDiskMegabytes * 1024L * 1024;

    /// <summary>Charges the body of a request; a body of unknown length counts as the longest.</summary>
    /// <returns>False when the budget is used up.</returns>
    public bool TryCharge(HttpContext context, Door door)
    {
        var address = NetworkAddress.IsIn(context.Connection.RemoteIpAddress, exempt) ? null : NetworkAddress.Of(context);
        if (door == Door.Message)
        {
            return address is null
                || TryAcquire(messagesByAddress, address, options.MessageMegabytesPerAddress, Length(directLine.ActivityLimit));
        }

        var length = Length((long)directLine.FileLimit * directLine.FileCount);
        var conversation = context.Request.RouteValues["conversationId"] as string ?? "";
        return TryAcquire(uploadsByConversation, conversation, options.UploadMegabytesPerConversation, length)
            && (address is null || TryAcquire(uploadsByAddress, address, options.UploadMegabytesPerAddress, length));

        long Length(long longest) => Math.Min(context.Request.ContentLength ?? longest, longest);
    }

    public void Dispose()
    {
        messagesByAddress.Dispose();
        uploadsByAddress.Dispose();
        uploadsByConversation.Dispose();
    }

    private static bool TryAcquire(PartitionedRateLimiter<string> limiter, string key, int megabytes, long bytes)
    {
        var permits = (int)Math.Min((bytes / BytesPerPermit) + 1, (long)megabytes * PermitsPerMegabyte);
        using var lease = limiter.AttemptAcquire(key, permits);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> CreateLimiter(int megabytes) =>
        PartitionedRateLimiter.Create<string, string>(key =>
            RateLimitPartition.GetFixedWindowLimiter(
                key,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = megabytes * PermitsPerMegabyte, Window = TimeSpan.FromDays(1) }
            )
        );
}
