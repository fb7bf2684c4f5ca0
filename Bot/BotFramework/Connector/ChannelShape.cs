using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Adapts outgoing activities to their channel. The bot composes for the richest channel; what the others do not support is
/// rewritten here, once, before it is stored.
/// </summary>
public static class ChannelShape
{
    /// <returns>The same activities, changed in place; a message that is too long is split.</returns>
    public static IReadOnlyList<Activity> Apply(string? channelId, IReadOnlyList<Activity> activities)
    {
        foreach (var activity in activities)
        {
            if (channelId == ChannelIds.Msteams)
            {
                TeamsShape.Apply(activity);
            }
            else
            {
                WebShape.Apply(activity);
            }
        }

        return channelId == ChannelIds.Directline ? activities : [.. activities.SelectMany(MessageSplitter.Split)];
    }
}
