using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Feedback;

/// <summary>Registers stored answers, votes, ratings of closed cases and recalls.</summary>
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
            .AddSingleton<ICaseObserver, RatingInvitation>();
}
