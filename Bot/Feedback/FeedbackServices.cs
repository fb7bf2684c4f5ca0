using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Feedback;

/// <summary>Registers what is kept of answers and of closed cases, what askers say about them, and how answers are recalled.</summary>
internal static class FeedbackServices
{
    public static IServiceCollection AddFeedback(this IServiceCollection services) =>
        services
            .AddSingleton<IEffectHandler, VoteHandler>()
            .AddSingleton<ISqlEffectHandler, AnswerRecorder>()
            .AddSingleton<Answers>()
            .AddSingleton<Recall>()
            .AddSingleton<IEffectHandler, ForgetHandler>()
            .AddSingleton<CaseRatings>()
            .AddSingleton<IEffectHandler, RatingHandler>()
            .AddSingleton<ICaseObserver, RatingAsk>();
}
