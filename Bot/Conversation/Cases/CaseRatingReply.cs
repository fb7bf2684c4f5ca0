using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>Rates a case of the asker. For the case of another person the reply is the same as for one that does not exist.</summary>
internal sealed class CaseRatingReply(CaseStatusReply statusReply, CaseRatingRules ratings)
{
    /// <param name="comment">Null when the asker added none.</param>
    public async Task RateAsync(Chat chat, CaseNumber requestedNumber, int score, string? comment, CancellationToken cancellationToken)
    {
        var lang = chat.Language;
        if (await statusReply.FindForSenderAsync(chat.Turn, requestedNumber, cancellationToken) is not { Request.CaseNumber: var number })
        {
            await chat.SendTextAsync(CaseTexts.NotFound.With(lang, requestedNumber), cancellationToken);
            return;
        }

        switch (await ratings.DecideAsync(number, score, comment, cancellationToken))
        {
            case RatingDecision.Accepted accepted:
                chat.Turn.AddEffect(accepted.Effect);
                await chat.SendTextAsync(RatingTexts.Thanks.With(lang, score, number), cancellationToken);
                break;
            case RatingDecision.CommentTooLong tooLong:
                await chat.SendTextAsync(
                    RatingTexts.CommentTooLong.With(
                        lang,
                        LocalFormat.Number(tooLong.Length, lang),
                        LocalFormat.Number(tooLong.MaxLength, lang)
                    ),
                    cancellationToken
                );
                break;
            default:
                await chat.SendTextAsync(RatingTexts.NotOpenForRating.With(lang, number), cancellationToken);
                break;
        }
    }
}
