using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Feedback;

/// <summary>Registers what askers say about answers.</summary>
internal static class FeedbackServices
{
    public static IServiceCollection AddFeedback(this IServiceCollection services) => services.AddSingleton<IEffectHandler, VoteHandler>();
}
