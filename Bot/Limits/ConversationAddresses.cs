using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Limits;

/// <summary>
/// The network from which the last message of a web chat came, for limits on what a turn spends after the request has ended. Kept in
/// memory only.
/// </summary>
internal sealed class ConversationAddresses(IOptions<LimitOptions> options)
{
    /// <summary>When there are more, all are forgotten; the next message of each conversation tells its network again.</summary>
    private const int MaxConversations = 100_000;

    private readonly IReadOnlyList<IPNetwork> exempt = [.. options.Value.ExemptNetworks.Select(IPNetwork.Parse)];
    private readonly ConcurrentDictionary<string, string> addresses = new(StringComparer.Ordinal);

    /// <summary>Null for other channels, exempt networks and after a restart.</summary>
    public string? Find(string? conversationId) => conversationId is null ? null : addresses.GetValueOrDefault(conversationId);

    /// <param name="isAccepted">
    /// Whether the request was accepted. Before that is known, it may only tell the network of a conversation that is new here, so that
    /// nobody moves the conversation of another person.
    /// </param>
    public void Note(string conversationId, IPAddress? address, bool isAccepted)
    {
        if (NetworkAddress.IsIn(address, exempt))
        {
            return;
        }

        if (addresses.Count >= MaxConversations)
        {
            addresses.Clear();
        }

        if (isAccepted)
        {
            addresses[conversationId] = NetworkAddress.Of(address);
        }
        else
        {
            addresses.TryAdd(conversationId, NetworkAddress.Of(address));
        }
    }
}
