namespace PolicyAssistantBot.BotFramework.Authentication;

/// <summary>The addresses to which the bot's token may be sent: otherwise an attacker who can name an address would receive it.</summary>
internal static class ServiceUrls
{
    public static bool IsAllowed(string? serviceUrl, IReadOnlyList<string> hosts) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
        && string.IsNullOrEmpty(address.UserInfo)
        && hosts.Any(host => Matches(address.IdnHost, host));

    private static bool Matches(string name, string allowed) =>
        allowed.StartsWith("*.", StringComparison.Ordinal)
            ? name.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
            : name.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
