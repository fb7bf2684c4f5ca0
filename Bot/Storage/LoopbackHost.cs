using System.Net;

namespace PolicyAssistantBot.Storage;

/// <summary>Whether a service that a setting names runs on this machine, so that nothing passes over a network.</summary>
internal static class LoopbackHost
{
    /// <param name="host">A host name or an address, with or without a port.</param>
    public static bool Is(string host) =>
        host.Split(':')[0].Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPEndPoint.TryParse(host, out var endPoint) && IPAddress.IsLoopback(endPoint.Address));
}
