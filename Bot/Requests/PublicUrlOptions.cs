namespace PolicyAssistantBot.Requests;

/// <summary>The public address for links in a chat; part of section <c>Teams</c> of the configuration, which is validated there.</summary>
internal sealed record PublicUrlOptions
{
    /// <summary>The service's public address. Without it only the service's own chat gets links, which knows where it came from.</summary>
    public Uri? PublicUrl { get; init; }
}
