using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Privacy;

/// <summary>Settings of other features that erasure needs.</summary>
internal sealed class PrivacyOptionsReader(IConfiguration configuration)
{
    /// <summary>The key of the conversation in which officials see the cards of cases; null when there is none.</summary>
    public string? OfficialsConversation { get; } =
        configuration["Teams:OfficialsChannelId"] is { Length: > 0 } channel
            ? ActivityRecorder.ConversationKey(ChannelIds.Msteams, channel)
            : null;
}
