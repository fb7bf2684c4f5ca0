using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>Permission to open one stream, once.</summary>
/// <param name="After">The transcript position after which the stream begins.</param>
public sealed record StreamTicket(string Id, string ConversationId, long After, IReadOnlyList<string>? TrustedOrigins);

/// <summary>The tickets in stream URLs: short-lived and valid for one use.</summary>
public sealed class StreamTickets(IDataProtectionProvider protection, IOptions<DirectLineOptions> options, TimeProvider time)
{
    private readonly Sealer<StreamTicket> sealer = new(protection, "stream", time);

    /// <summary>
    /// Ids of used tickets with the time when they expire. An id must not be evicted before that, or the ticket could be used again.
    /// </summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new(StringComparer.Ordinal);

    private long nextSweep;

    public string Issue(DirectLineToken token, long after) =>
        sealer.Seal(
            new StreamTicket(DirectLineTokens.NewId(), token.ConversationId, after, token.TrustedOrigins),
            options.Value.StreamTicketLifetime
        );

    /// <summary>Redeems a ticket: returns it if it is valid, not expired, for this conversation and not used before.</summary>
    public StreamTicket? Redeem(string? text, string conversationId)
    {
        if (
            text is null
            || sealer.Open(text) is not Unsealed<StreamTicket>.Valid { Value: var ticket }
            || ticket.ConversationId != conversationId
        )
        {
            return null;
        }

        var now = time.GetUtcNow();
        Sweep(now);
        return used.TryAdd(ticket.Id, now + options.Value.StreamTicketLifetime) ? ticket : null;
    }

    /// <summary>Forgets expired ids, at most once in a ticket's lifetime: a stream must not cost a scan of all tickets.</summary>
    private void Sweep(DateTimeOffset now)
    {
        var due = Interlocked.Read(ref nextSweep);
        var next = (now + options.Value.StreamTicketLifetime).UtcTicks;
        if (now.UtcTicks < due || Interlocked.CompareExchange(ref nextSweep, next, due) != due)
        {
            return;
        }

        foreach (var (id, until) in used)
        {
            if (until < now)
            {
                used.TryRemove(id, out _);
            }
        }
    }
}
