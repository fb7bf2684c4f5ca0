using System.Globalization;
using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>
/// A message without a case number, written after an official answered or asked back, is probably meant for the official: it is offered to
/// the case. Until the asker chooses, it is neither sent nor answered.
/// </summary>
internal sealed class CaseOfferHandler(CaseStore store, CaseMessageHandler cases, AnswerPipeline pipeline, TimeProvider time)
    : IMessageHandler
{
    private const int Longest = TextLengths.CaseText;

    /// <summary>After this time a message is no longer taken for a reply.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(14);

    public async Task<bool> TryAsync(Inbound message, CancellationToken cancellationToken)
    {
        var memory = message.Chat.Memory;
        if (memory.Sent is null)
        {
            return false; // Only those who sent a request from here are looked up.
        }

        if (memory.CaseOffer is { } offer && CaseNumber.TryParse(offer.CaseNumber, out var number))
        {
            memory.CaseOffer = null;
            switch (Choice(message, number))
            {
                case 0:
                    await cases.AddAsync(message.Chat, number, offer.Text, cancellationToken);
                    return true;
                case 1:
                    memory.CaseOfferDeclined = await OfferedAsync(message, cancellationToken) is { } declined ? KeyOf(declined) : null;
                    message.Text = offer.Text;
                    return false;
                case null when IsPlain(message):
                    // A person may write in several messages: the one before goes with this one.
                    message.Text = offer.Text.Length + message.Text.Length < Longest ? $"{offer.Text}\n{message.Text}" : message.Text;
                    break;
                default:
                    memory.CaseOffer = offer;
                    return false;
            }
        }

        if (
            !IsPlain(message)
            || await OfferedAsync(message, cancellationToken) is not { } request
            || memory.CaseOfferDeclined == KeyOf(request)
        )
        {
            return false;
        }

        memory.CaseOffer = new CaseOffer(request.CaseNumber, message.Text);
        var lang = message.Chat.Language;
        await message.Chat.Turn.SendActivityAsync(
            Choices.Offer(
                MessageFactory.Text(CaseTexts.OfferMessage.With(lang, request.CaseNumber)),
                new PromptOptions
                {
                    Choices =
                    [
                        new Choice { Value = CaseTexts.OfferSend.With(lang, request.CaseNumber) },
                        new Choice { Value = CaseTexts.OfferNewQuestion[lang] },
                    ],
                    Style = ListStyle.SuggestedAction,
                }
            ),
            cancellationToken
        );
        return true;
    }

    /// <summary>
    /// A typed message that orders nothing and is no known question, while no dialog waits. What only resembles a question about the case
    /// ("I still have not received the form") may be meant for the official too.
    /// </summary>
    private bool IsPlain(Inbound message) =>
        message is { IsClick: false, Waiting: null, Text.Length: <= Longest }
        && CaseMessage.Read(message.Text) is null
        && pipeline.Recognize(message.Question)?.Act is null or Answer.Command { Kind: CommandKind.Status, Confidence: < 1 }
        && !pipeline.IsKnownQuestion(message.Text);

    /// <summary>The asker's latest case, when its last word is an official's.</summary>
    private async Task<SupportRequest?> OfferedAsync(Inbound message, CancellationToken cancellationToken)
    {
        var activity = message.Chat.Turn.Activity;
        var open = await store.ListOpenForAskerAsync(activity.ChannelId ?? "", activity.From?.Id ?? "", cancellationToken);
        return open.FirstOrDefault(request =>
            request.Status is CaseStatus.WaitingForAsker or CaseStatus.Answered && time.GetUtcNow() - request.ChangedAt <= Recent
        );
    }

    private static string KeyOf(SupportRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"{request.CaseNumber} {request.ChangedAt:O}");

    /// <summary>0: send it; 1: a new question; null: neither was said.</summary>
    private int? Choice(Inbound message, CaseNumber number)
    {
        var lang = message.Chat.Language;
        var send = CaseTexts.OfferSend.With(lang, number);
        if (OpensForm(message) && !string.Equals(message.Text.Trim(), send, StringComparison.OrdinalIgnoreCase))
        {
            return null; // "Gửi yêu cầu" asks for the form; what was sent to a case cannot be taken back.
        }

        return pipeline.Acts.IsConfirmation(message.Text)
            ? 0
            : Choices
                .Recognize(
                    message.Text,
                    [
                        new Choice { Value = send },
                        new Choice { Value = CaseTexts.OfferNewQuestion[lang], Synonyms = [CaseTexts.OfferNewQuestionShort[lang]] },
                    ]
                )
                ?.Index;
    }

    private bool OpensForm(Inbound message) => pipeline.Recognize(message.Question)?.Act is Answer.Command { Kind: CommandKind.Request };
}
