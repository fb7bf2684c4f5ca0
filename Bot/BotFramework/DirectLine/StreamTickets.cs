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
    private readonly Sealer<StreamTicket> sealer = new(protection, "stream", time);

    /// <summary>
    /// Ids of used tickets with the time when they expire. An id must not be evicted before that, or the ticket could be used again.
    /// </summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> usedTickets = new(StringComparer.Ordinal);

    private long nextRemovalTicks;

    public string Issue(DirectLineToken token, long after) =>
        sealer.Seal(
            new StreamTicket(DirectLineTokens.NewId(), token.ConversationId, after, token.TrustedOrigins, token.StartedAt),
            options.Value.StreamTicketLifetime
        );

    /// <summary>Redeems a ticket: returns it if it is valid, not expired, for this conversation and not used before.</summary>
    public StreamTicket? Redeem(string? text, string conversationId)
    {
        if (
            text is null
            || sealer.Unseal(text) is not UnsealResult<StreamTicket>.Valid { Value: var ticket }
            || ticket.ConversationId != conversationId
        )
        {
            return null;
        }

        var now = time.GetUtcNow();
        RemoveExpired(now);
        return usedTickets.TryAdd(ticket.Id, now + options.Value.StreamTicketLifetime) ? ticket : null;
    }

    /// <summary>Removes expired ids, at most once in the lifetime of a ticket, so that not every stream scans all tickets.</summary>
    private void RemoveExpired(DateTimeOffset now)
    {
        var dueTicks = Interlocked.Read(ref nextRemovalTicks);
        var nextTicks = (now + options.Value.StreamTicketLifetime).UtcTicks;
        if (now.UtcTicks < dueTicks || Interlocked.CompareExchange(ref nextRemovalTicks, nextTicks, dueTicks) != dueTicks)
        {
            return;
        }

        foreach (var (id, expiresAt) in usedTickets)
        {
            if (expiresAt < now)
            {
                usedTickets.TryRemove(id, out _);
            }
        }
    }
}
