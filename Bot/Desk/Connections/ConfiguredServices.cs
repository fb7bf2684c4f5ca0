namespace PolicyAssistantBot.Desk.Connections;

/// <summary>Which optional services the configuration names.</summary>
internal static class ConfiguredServices
{
    /// <summary>The bot that is registered for Teams; null when there is none.</summary>
    public static string? FindTeamsAppId(this IConfiguration configuration) =>
        configuration["Bot:AppId"] is { Length: > 0 } appId ? appId : null;

    public static bool IsModelEnabled(this IConfiguration configuration) => configuration.GetValue<bool>("Model:Enabled");
}
