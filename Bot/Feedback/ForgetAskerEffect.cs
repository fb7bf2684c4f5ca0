using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Feedback;

/// <summary>
/// Deletes what is stored about an asker in a conversation: questions, answers, votes and corrections.
/// Cases are official records and are kept.
/// </summary>
internal sealed record ForgetAskerEffect(string ChannelId, string ConversationId, string UserId) : IEffect;

/// <summary>Deletes in the transaction of the turn.</summary>
internal sealed class ForgetAskerHandler : IEffectHandler
{
    public bool CanHandle(IEffect effect) => effect is ForgetAskerEffect;

    public async Task<EffectResult> ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken)
    {
        var (channel, conversation, user) = (ForgetAskerEffect)effect;
        await db.Set<AnswerRow>()
            .Where(a => a.ChannelId == channel && a.ConversationId == conversation && a.UserId == user)
            .ExecuteDeleteAsync(cancellationToken);
        await db.Set<VoteRow>()
            .Where(v => v.ChannelId == channel && v.ConversationId == conversation && v.UserId == user)
            .ExecuteDeleteAsync(cancellationToken);
        await db.Set<RecallRow>()
            .Where(r => r.ChannelId == channel && r.ConversationId == conversation && r.UserId == user)
            .ExecuteDeleteAsync(cancellationToken);
        return EffectResult.Stored;
    }
}
