using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>Rates the asker's own case. The reply to another's case is that of one that does not exist.</summary>
internal sealed class CaseRatingReply(CaseTeller cases, CaseRatings ratings)
{
    /// <param name="comment">Null when nothing was added.</param>
    public async Task RateAsync(Chat chat, CaseNumber rated, int score, string? comment, CancellationToken cancellationToken)
    {
        var lang = chat.Language;
        if (await cases.FindOwnAsync(chat.Turn, rated, cancellationToken) is not { Request.CaseNumber: var number })
        {
            await chat.SayAsync(CaseTexts.NotFound.With(lang, rated), cancellationToken);
            return;
        }

        switch (await ratings.DecideAsync(number, score, comment, cancellationToken))
        {
            case RatingDecision.Accepted accepted:
                chat.Turn.AddEffect(accepted.Effect);
                await chat.SayAsync(RatingTexts.Thanks.With(lang, score, number), cancellationToken);
                break;
            case RatingDecision.CommentTooLong tooLong:
                await chat.SayAsync(
                    RatingTexts.CommentTooLong.With(lang, LocalFormat.Number(tooLong.Length, lang), LocalFormat.Number(tooLong.Max, lang)),
                    cancellationToken
                );
                break;
            default:
                await chat.SayAsync(RatingTexts.NotAsked.With(lang, number), cancellationToken);
                break;
        }
    }
}
