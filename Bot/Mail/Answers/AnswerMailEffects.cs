using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Mail.Answers;

/// <summary>An asker wants answers at this address, and a code is sent to it first.</summary>
internal sealed record RequestAnswerMailCodeEffect(string ChannelId, string UserId, string Address, Lang Language, DateTimeOffset At)
    : IEffect;

/// <summary>An asker has an answer sent to a confirmed address.</summary>
/// <param name="Body">Made from the knowledge base alone: nothing that the asker typed is in it.</param>
internal sealed record SendAnswerMailEffect(string ChannelId, string UserId, string Address, string TurnId, string Subject, MailBody Body)
    : IEffect;

/// <summary>Applies both in the transaction of their turn.</summary>
internal sealed class AnswerMailHandler(MailOutbox outbox) : IEffectHandler
{
    public bool CanHandle(IEffect effect) => effect is RequestAnswerMailCodeEffect or SendAnswerMailEffect;

    public async Task<EffectResult> ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case RequestAnswerMailCodeEffect request:
                await AddressConfirmation.RequestCodeAsync(
                    db,
                    request.ChannelId,
                    request.UserId,
                    request.Address,
                    AddressConfirmation.NoCase,
                    request.Language.Code(),
                    request.At,
                    cancellationToken
                );
                break;
            case SendAnswerMailEffect mail
                when await AddressConfirmation.IsConfirmedAsync(db, mail.ChannelId, mail.UserId, mail.Address, cancellationToken):
                await outbox.AddAsync(
                    db,
                    new MailDraft(
                        AnswerMailKey.OfAnswer(mail.ChannelId, mail.TurnId),
                        MailKind.Answer,
                        null,
                        mail.Address,
                        mail.Subject,
                        mail.Body
                    )
                    {
                        Person = (mail.ChannelId, mail.UserId),
                    },
                    cancellationToken
                );
                break;
            default:
                // The confirmation was erased since the reply was written: nothing is sent.
                break;
        }

        return EffectResult.Stored;
    }
}
