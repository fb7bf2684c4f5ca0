using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PolicyAssistantBot.Files;

/// <summary>Parses the address of the scanner.</summary>
internal static class ScannerAddress
{
    private const string UnixPrefix = "unix:";

    /// <summary><c>host:port</c> or <c>unix:/path</c>; null when it is neither.</summary>
    public static EndPoint? Parse(string text)
    {
        if (text.StartsWith(UnixPrefix, StringComparison.Ordinal))
        {
            return text.Length > UnixPrefix.Length ? new UnixDomainSocketEndPoint(text[UnixPrefix.Length..]) : null;
        }

        var colon = text.LastIndexOf(':');
        return
            colon > 0 && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? new DnsEndPoint(text[..colon].Trim('[', ']'), port)
            : null;
    }
}
