using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>The content of a ticket: the permission to open one stream, once.</summary>
/// <param name="StartPosition">The transcript position after which the stream begins.</param>
/// <param name="StartedAt">When the conversation started; null if its token is of an earlier version.</param>
public sealed record StreamTicket(
    string Id,
    string ConversationId,
    long StartPosition,
    IReadOnlyList<string>? TrustedOrigins,
    DateTimeOffset? StartedAt = null
);

/// <summary>The tickets in stream URLs: short-lived and valid for one use.</summary>
public sealed class StreamTickets(IDataProtectionProvider protection, IOptions<DirectLineOptions> options, TimeProvider time)
{
    private readonly ExpiringProtector<StreamTicket> protector = new(protection, "stream", time);

    /// <summary>
    /// The ids of used tickets, with the time until which each id is kept: its redemption plus a ticket's lifetime, by when the ticket
    /// itself has expired. An id that is removed earlier would let the ticket be used again.
    /// </summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> usedTickets = new(StringComparer.Ordinal);

    private long nextRemovalTicks;

    /// <param name="startPosition">The transcript position after which the stream begins.</param>
    public string Issue(DirectLineToken token, long startPosition) =>
        protector.Protect(
            new StreamTicket(DirectLineTokens.NewId(), token.ConversationId, startPosition, token.TrustedOrigins, token.StartedAt),
            options.Value.StreamTicketLifetime
        );

    /// <summary>Redeems a ticket: returns it if it is valid, not expired, for this conversation and not used before.</summary>
    public StreamTicket? Redeem(string? text, string conversationId)
    {
        if (
            text is null
            || protector.Unprotect(text) is not UnprotectResult<StreamTicket>.Valid { Value: var ticket }
            || ticket.ConversationId != conversationId
        )
        {
            return null;
        }

        var now = time.GetUtcNow();
        RemoveExpired(now);
        return usedTickets.TryAdd(ticket.Id, now + options.Value.StreamTicketLifetime) ? ticket : null;
    }

    /// <summary>Removes ids that need not be kept, at most once in a ticket's lifetime: not every redemption scans all ids.</summary>
    private void RemoveExpired(DateTimeOffset now)
    {
        var dueTicks = Interlocked.Read(ref nextRemovalTicks);
        var nextTicks = (now + options.Value.StreamTicketLifetime).UtcTicks;
        if (now.UtcTicks < dueTicks || Interlocked.CompareExchange(ref nextRemovalTicks, nextTicks, dueTicks) != dueTicks)
        {
            return;
        }

        foreach (var (id, keepUntil) in usedTickets)
        {
            if (keepUntil < now)
            {
                usedTickets.TryRemove(id, out _);
            }
        }
    }
}
