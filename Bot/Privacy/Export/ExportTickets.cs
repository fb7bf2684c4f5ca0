using Microsoft.AspNetCore.DataProtection;
using PolicyAssistantBot.BotFramework.DirectLine;

namespace PolicyAssistantBot.Privacy.Export;

/// <summary>The content of a link to one's own data.</summary>
internal sealed record ExportTicket(string ChannelId, string UserId);

/// <summary>Makes links to one's own data, which expire soon because whoever has the link sees the data.</summary>
internal sealed class ExportTickets(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Path = "/my-data";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly ExpiringProtector<ExportTicket> protector = new(protection, "export", time);

    /// <returns>The path of the readable page.</returns>
    public string CreatePath(string channelId, string userId) =>
        $"{Path}/{protector.Protect(new ExportTicket(channelId, userId), Lifetime)}";

    /// <returns>Null when the link is invalid or has expired.</returns>
    public ExportTicket? Read(string ticket) =>
        protector.Unprotect(ticket) is UnprotectResult<ExportTicket>.Valid { Value: var content } ? content : null;
}
