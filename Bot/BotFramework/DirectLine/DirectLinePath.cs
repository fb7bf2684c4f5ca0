namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>Where the service is mapped.</summary>
internal static class DirectLinePath
{
    public const string Root = "/v3/directline";
}
