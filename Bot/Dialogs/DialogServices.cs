using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Model;
using PolicyAssistantBot.Retrieval;

namespace PolicyAssistantBot.Dialogs;

/// <summary>Registers the assistant. Needs the turns, the knowledge, the requests and their files.</summary>
internal static class DialogServices
{
    public static IServiceCollection AddDialogs(this IServiceCollection services)
    {
        return services
            .AddModel()
            .AddRetrieval()
            .AddSingleton<ChatMemories>()
            .AddSingleton<CardClicks>()
            .AddSingleton<CaseTeller>()
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
