namespace PolicyAssistantBot.Requests;

/// <summary>Where links in a chat lead; of section <c>Teams</c> of the configuration, where it is checked.</summary>
internal sealed record PublicUrlOptions
{
    /// <summary>The service's public address. Without it only the service's own chat gets links, which knows where it came from.</summary>
    public Uri? PublicUrl { get; init; }
}
