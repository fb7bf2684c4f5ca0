namespace PolicyAssistantBot.BotFramework.Schema;

/// <summary>Common operations on activities.</summary>
public static class ActivityExtensions
{
    /// <summary>The address for a reply to the sender, in this turn or later.</summary>
    public static ConversationReference GetConversationReference(this Activity activity) =>
        new()
        {
            ActivityId = activity.Id,
            User = activity.From,
            Bot = activity.Recipient,
            Conversation = activity.Conversation,
            ChannelId = activity.ChannelId,
            Locale = activity.Locale,
            ServiceUrl = activity.ServiceUrl,
        };

    /// <summary>Addresses an outgoing activity: channel, conversation, from the bot to the user. Returns the same activity.</summary>
    public static Activity ApplyConversationReference(this Activity activity, ConversationReference reference)
    {
        activity.ChannelId = reference.ChannelId;
        activity.ServiceUrl = reference.ServiceUrl;
        activity.Conversation = reference.Conversation;
        activity.From = reference.Bot is { } bot
            ? new ChannelAccount
            {
                Id = bot.Id,
                Name = bot.Name,
                AadObjectId = bot.AadObjectId,
                Role = RoleTypes.Bot,
            }
            : new ChannelAccount { Role = RoleTypes.Bot };
        activity.Recipient = reference.User;
        activity.ReplyToId ??= reference.ActivityId;
        activity.Locale ??= reference.Locale;
        return activity;
    }

    /// <summary>True in a group chat or a channel, where other people read the messages.</summary>
    public static bool IsInGroup(this Activity activity) =>
        activity.Conversation is { IsGroup: true } or { ConversationType: "groupChat" or "channel" };

    /// <summary>True when the bot is among the added members, which is when it introduces itself.</summary>
    public static bool BotWasAdded(this Activity activity) =>
        activity.Type == ActivityTypes.ConversationUpdate
        && activity.MembersAdded?.Any(m => m?.Id is { } id && id == activity.Recipient?.Id) == true;
}
