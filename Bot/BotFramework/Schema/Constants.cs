namespace PolicyAssistantBot.BotFramework.Schema;

/// <summary>Known values of <see cref="Activity.Type"/>; others must be accepted as well (Activity schema, A2014).</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string Typing = "typing";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string EndOfConversation = "endOfConversation";
    public const string Event = "event";
    public const string Invoke = "invoke";
    public const string MessageReaction = "messageReaction";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string ContactRelationUpdate = "contactRelationUpdate";
    public const string Trace = "trace";
    public const string Handoff = "handoff";
}

/// <summary>Known values of <see cref="Activity.ChannelId"/>.</summary>
public static class ChannelIds
{
    public const string Directline = "directline";
    public const string Webchat = "webchat";
    public const string Msteams = "msteams";
    public const string Test = "test";
}

/// <summary>Known values of <see cref="Activity.DeliveryMode"/>.</summary>
public static class DeliveryModes
{
    /// <summary>The replies are the body of the response to the POST.</summary>
    public const string ExpectReplies = "expectReplies";
}

/// <summary>Known values of <see cref="Activity.TextFormat"/>.</summary>
public static class TextFormatTypes
{
    public const string Markdown = "markdown";
    public const string Plain = "plain";
}

/// <summary>Known values of <see cref="Activity.InputHint"/>.</summary>
public static class InputHints
{
    public const string AcceptingInput = "acceptingInput";
    public const string IgnoringInput = "ignoringInput";
    public const string ExpectingInput = "expectingInput";
}

/// <summary>Known values of <see cref="ChannelAccount.Role"/>.</summary>
public static class RoleTypes
{
    public const string User = "user";
    public const string Bot = "bot";
}

/// <summary>Known values of <see cref="CardAction.Type"/>.</summary>
public static class ActionTypes
{
    /// <summary>Posts its value as if the user had typed it.</summary>
    public const string ImBack = "imBack";

    /// <summary>Posts its value without showing it.</summary>
    public const string PostBack = "postBack";
    public const string OpenUrl = "openUrl";
}
