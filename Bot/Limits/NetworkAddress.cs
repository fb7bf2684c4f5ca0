using System.Net;
using System.Net.Sockets;

namespace PolicyAssistantBot.Limits;

/// <summary>The sender's network: one IPv4 address, or the /64 prefix that one household or office has in IPv6.</summary>
internal static class NetworkAddress
{
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "none";
        }

        address = Normalize(address);
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]).ToString()
            : address.ToString();
    }

    public static bool IsIn(IPAddress? address, IReadOnlyList<IPNetwork> networks) =>
        address is not null && networks.Any(network => network.Contains(Normalize(address)));

    private static IPAddress Normalize(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
