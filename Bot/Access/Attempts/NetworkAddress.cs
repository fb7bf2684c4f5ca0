using System.Net;
using System.Net.Sockets;

namespace PolicyAssistantBot.Access.Attempts;

/// <summary>The sender's network: one IPv4 address, or the /64 prefix that one household or office has in IPv6.</summary>
internal static class NetworkAddress
{
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
        {
            return "none";
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]).ToString()
            : address.ToString();
    }
}
