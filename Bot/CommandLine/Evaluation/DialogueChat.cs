using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.CommandLine.Evaluation;

/// <summary>One asker's side of a conversation, as the widget or Teams would send it.</summary>
internal sealed class DialogueChat(string id, string channel)
{
    /// <summary>The start of a conversation: the assistant is added, and greets.</summary>
    public Activity CreateStart()
    {
        var activity = CreateActivity(ActivityTypes.ConversationUpdate);
        activity.MembersAdded = [activity.Recipient!, activity.From!];
        return activity;
    }

    public Activity CreateMessage(string text)
    {
        var activity = CreateActivity(ActivityTypes.Message);
        activity.Text = text;
        return activity;
    }

    private Activity CreateActivity(string type) =>
        new()
        {
            Type = type,
            ChannelId = channel,
            ServiceUrl = channel == ChannelIds.Msteams ? "https://smba.trafficmanager.net/apac/" : null,
            Conversation = new ConversationAccount { Id = id, ConversationType = channel == ChannelIds.Msteams ? "personal" : null },
            From = new ChannelAccount { Id = $"{id}-user", Role = RoleTypes.User },
            Recipient = new ChannelAccount { Id = "bot", Role = RoleTypes.Bot },
            Locale = "vi-VN",
        };
}
