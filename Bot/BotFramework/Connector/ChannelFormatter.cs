using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Adapts outgoing activities to their channel: <see cref="TeamsFormatter"/> for Teams, <see cref="WebChatFormatter"/> for all others. The
/// bot composes for the richest channel; what a channel does not support is rewritten here, once, before it is stored.
/// </summary>
public static class ChannelFormatter
{
    /// <returns>
    /// The same activities, changed in place. A message that is too long is split, except for Direct Line, which has no limit.
    /// </returns>
    public static IReadOnlyList<Activity> Format(string? channelId, IReadOnlyList<Activity> activities)
    {
        foreach (var activity in activities)
        {
            if (channelId == ChannelIds.Msteams)
            {
                TeamsFormatter.Format(activity);
            }
            else
            {
                WebChatFormatter.Format(activity);
            }
        }

        return channelId == ChannelIds.Directline ? activities : [.. activities.SelectMany(MessageSplitter.Split)];
    }
}
