using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.BotFramework.Connector;

/// <summary>
/// Brings what the bot decided into the shape that its channel draws. The bot writes for the richest channel; what the others do not
/// know is rewritten here, once, before it is stored.
/// </summary>
public static class ChannelShape
{
    /// <returns>The same activities, changed in place; a message that was too long is followed by its further parts.</returns>
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
