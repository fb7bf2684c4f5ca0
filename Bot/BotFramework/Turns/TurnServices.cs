using Microsoft.Extensions.DependencyInjection.Extensions;
using PolicyAssistantBot.BotFramework.State;

namespace PolicyAssistantBot.BotFramework.Turns;

/// <summary>
/// Registers the turn. Needs an <see cref="ITurnStore"/>, an <see cref="IBot"/>, an
/// <see cref="IFaultResponder"/> and an <see cref="IEphemeralSender"/>.
/// </summary>
public static class TurnServices
{
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddOptions<TurnOptions>().BindConfiguration("Turns").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<TurnQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<TurnQueue>());
        services.AddSingleton<ConversationState>();
        services.AddSingleton<PrivateConversationState>();
        return services;
    }
}
