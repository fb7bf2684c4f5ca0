namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>The path of the Direct Line endpoints.</summary>
internal static class DirectLinePath
{
    public const string Root = "/v3/directline";
}

/// <summary>What a request does; the host limits each separately.</summary>
public enum Door
{
    /// <summary>Gets a token for a new or an earlier conversation.</summary>
    Token,

    /// <summary>Renews a token.</summary>
    Refresh,

    /// <summary>Starts a conversation.</summary>
    Start,

    Message,
    Upload,

    /// <summary>Reads activities, or asks for a new stream address.</summary>
    Poll,

    /// <summary>Opens a web socket.</summary>
    Stream,

    /// <summary>Reads a public page.</summary>
    Page,
}

/// <summary>The metadata of an endpoint.</summary>
public sealed record DoorMetadata(Door Door)
{
    /// <summary>Null when the request is not for an endpoint of Direct Line.</summary>
    public static Door? Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<DoorMetadata>()?.Door;
}
