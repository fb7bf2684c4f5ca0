using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Dialogs;

/// <summary>Registers the assistant. Needs the turns, the knowledge and the requests.</summary>
internal static class DialogServices
{
    public static IServiceCollection AddDialogs(this IServiceCollection services)
    {
        services.AddOptions<LinkOptions>().BindConfiguration("Teams");
        return services
            .AddSingleton<ChatMemories>()
            .AddSingleton<CardClicks>()
            .AddSingleton<ReadinessDialog>()
            .AddSingleton<Welcomes>()
            .AddSingleton<FeedbackInvoke>()
            .AddSingleton<IInvokeHandler>(provider => provider.GetRequiredService<FeedbackInvoke>())
            .AddSingleton<PolicyAssistant>()
            .AddSingleton<IBot, ChannelTurns>()
            .AddSingleton<IFaultResponder, FaultApology>();
    }
}
