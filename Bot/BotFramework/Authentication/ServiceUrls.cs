namespace PolicyAssistantBot.BotFramework.Authentication;

/// <summary>The addresses to which the bot's token may be sent: otherwise an attacker who can supply an address would receive it.</summary>
internal static class ServiceUrls
{
    public static bool IsAllowed(string? serviceUrl, IReadOnlyList<string> hosts) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
        && string.IsNullOrEmpty(address.UserInfo)
        && hosts.Any(pattern => Matches(address.IdnHost, pattern));

    private static bool Matches(string host, string pattern) =>
        pattern.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
