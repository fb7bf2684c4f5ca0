using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Feedback;

/// <summary>Registers stored answers, votes, ratings of closed cases and recalls.</summary>
internal static class FeedbackServices
{
    public static IServiceCollection AddFeedback(this IServiceCollection services) =>
        services
            .AddSingleton<IEffectHandler, CastVoteHandler>()
            .AddSingleton<ISqlEffectHandler, RecordAnswerHandler>()
            .AddSingleton<AnswerStore>()
            .AddSingleton<RecallService>()
            .AddSingleton<CaseRatingRules>()
            .AddSingleton<IEffectHandler, RatingHandler>()
            .AddSingleton<ICaseObserver, RatingInviter>();
}
