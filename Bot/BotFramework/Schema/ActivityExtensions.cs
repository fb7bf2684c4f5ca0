namespace PolicyAssistantBot.BotFramework.Schema;

/// <summary>What is done with activities everywhere.</summary>
public static class ActivityExtensions
{
    /// <summary>A message back to the sender, in the same conversation, answering this activity.</summary>
    public static Activity CreateReply(this Activity activity, string? text = null, string? locale = null) =>
        new Activity
        {
            Type = ActivityTypes.Message,
            Text = text,
            Locale = locale ?? activity.Locale,
        }.ApplyConversationReference(activity.GetConversationReference());

    /// <summary>Where to write when the sender is to be answered, now or later.</summary>
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

    /// <summary>False for a message that holds nothing: no text, card, file or value.</summary>
    public static bool HasContent(this Activity activity) =>
        !string.IsNullOrWhiteSpace(activity.Text)
        || !string.IsNullOrWhiteSpace(activity.Summary)
        || activity.Attachments is { Count: > 0 }
        || activity.Value is not null
        || activity.ChannelData is not null;

    /// <summary>True in a group chat or a channel, where others read along.</summary>
    public static bool IsInGroup(this Activity activity) =>
        activity.Conversation is { IsGroup: true } or { ConversationType: "groupChat" or "channel" };

    /// <summary>True when the bot is among those who were added: the moment to greet.</summary>
    public static bool BotWasAdded(this Activity activity) =>
        activity.Type == ActivityTypes.ConversationUpdate
        && activity.MembersAdded?.Any(m => m?.Id is { } id && id == activity.Recipient?.Id) == true;
}
