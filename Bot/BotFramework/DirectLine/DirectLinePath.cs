namespace PolicyAssistantBot.BotFramework.DirectLine;

/// <summary>The path of the Direct Line endpoints.</summary>
internal static class DirectLinePath
{
    public const string Root = "/v3/directline";
}
