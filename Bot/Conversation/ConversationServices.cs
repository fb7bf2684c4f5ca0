using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.Feedback;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Model;
using PolicyAssistantBot.Retrieval;

namespace PolicyAssistantBot.Conversation;

/// <summary>Registers the assistant. Needs the turns, the knowledge, the requests and their files.</summary>
internal static class ConversationServices
{
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        return services
            .AddModel()
            .AddRetrieval()
            .AddSingleton<ChatMemories>()
            .AddSingleton<CardClicks>()
            .AddSingleton<CaseTeller>()
            .AddSingleton<CaseMessageHandler>()
            .AddSingleton<ChatFiles>()
            .AddSingleton<StatusDialog>()
            .AddSingleton<ReadinessDialog>()
            .AddSingleton<Welcomes>()
            .AddSingleton<FeedbackInvoke>()
            .AddSingleton<IInvokeHandler>(provider => provider.GetRequiredService<FeedbackInvoke>())
            .AddSingleton<PolicyAssistant>()
            .AddSingleton<IBot, ChannelTurns>()
            .AddSingleton<IFaultResponder, FaultApology>();
    }
}
