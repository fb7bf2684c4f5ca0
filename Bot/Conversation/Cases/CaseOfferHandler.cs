using System.Globalization;
using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Cases;

/// <summary>
/// A message without a case number, written after an official answered or asked for information, is probably meant for the official: the
/// reply offers to add it to the case. Until the asker chooses, it is neither sent nor answered.
/// </summary>
internal sealed class CaseOfferHandler(CaseStore store, CaseMessageHandler caseMessages, AnswerPipeline pipeline, TimeProvider time)
    : IMessageHandler
{
    private const int MaxLength = TextLimits.CaseText;

    /// <summary>How long after the official's message a message counts as a possible reply to it.</summary>
    private static readonly TimeSpan ReplyPeriod = TimeSpan.FromDays(14);

    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var memory = message.Chat.Memory;
        if (await TryAddToChosenCaseAsync(message, cancellationToken))
        {
            return true;
        }

        if (memory.LastSentForm is null)
        {
            return false; // Nobody else can have a case in this conversation.
        }

        if (memory.CaseOffer is { } offer && CaseNumber.TryParse(offer.CaseNumber, out var number))
        {
            memory.CaseOffer = null;
            switch (ReadChoice(message, number))
            {
                case 0:
                    await caseMessages.AddAsync(message.Chat, number, offer.Text, cancellationToken);
                    return true;
                case 1:
                    memory.DeclinedOfferKey = await FindOfferedCaseAsync(message, cancellationToken) is { } declined
                        ? OfferKey(declined)
                        : null;
                    message.Text = offer.Text;
                    return false;
                case null when MayBeForOfficial(message):
                    // The asker may write in several messages: the previous one is joined with this one.
                    if (
                        offer.Text.Length + message.Text.Length < MaxLength
                        && await FindOfferedCaseAsync(message, cancellationToken) is not null
                    )
                    {
                        message.Text = $"{offer.Text}\n{message.Text}";
                    }

                    break;
                default:
                    memory.CaseOffer = offer;
                    return false;
            }
        }

        if (await FindCaseToAddToAsync(message, cancellationToken) is { } only)
        {
            await OfferAsync(message, only, cancellationToken);
            return true;
        }

        if (
            !MayBeForOfficial(message)
            || await FindOfferedCaseAsync(message, cancellationToken) is not { } request
            || memory.DeclinedOfferKey == OfferKey(request)
        )
        {
            return false;
        }

        await OfferAsync(message, request.CaseNumber, cancellationToken);
        return true;
    }

    /// <summary>"Tôi muốn bổ sung thêm: …" while one case is open, whoever wrote last.</summary>
    private async Task<string?> FindCaseToAddToAsync(InboundMessage message, CancellationToken cancellationToken) =>
        MayBeForOfficial(message) && pipeline.AddsToRequest(message.Text)
            ? (await caseMessages.FindOnlyOpenAsync(message.Chat, cancellationToken))?.ToString()
            : null;

    private static async Task OfferAsync(InboundMessage message, string caseNumber, CancellationToken cancellationToken)
    {
        message.Chat.Memory.CaseOffer = new CaseOffer(caseNumber, message.Text);
        var lang = message.Chat.Language;
        await message.Chat.Turn.SendActivityAsync(
            Choices.AddTo(
                MessageFactory.Text(CaseTexts.AskMessageOrQuestion.With(lang, caseNumber)),
                new PromptOptions
                {
                    Choices =
                    [
                        new Choice { Value = CaseTexts.SendToCase.With(lang, caseNumber) },
                        new Choice { Value = CaseTexts.NewQuestion[lang] },
                    ],
                    Style = ListStyle.SuggestedAction,
                }
            ),
            cancellationToken
        );
    }

    /// <summary>Adds the message to the case whose button was pressed before; the rules check whose case it is.</summary>
    private async Task<bool> TryAddToChosenCaseAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var chat = message.Chat;
        if (!CaseNumber.TryParse(chat.Memory.CaseToAddTo ?? "", out var number))
        {
            return false;
        }

        chat.Memory.CaseToAddTo = null;
        if (message is not { IsClick: false, WaitingDialog: null } || CaseMessage.Read(message.Text) is not null)
        {
            return false;
        }

        if (pipeline.Recognize(message.Question)?.Act is Answer.Command { Kind: CommandKind.Cancel })
        {
            await chat.SendTextAsync(CaseCardTexts.NothingAdded.With(chat.Language, number), cancellationToken);
            return true;
        }

        await caseMessages.AddAsync(chat, number, message.Text, cancellationToken);
        return true;
    }

    /// <summary>
    /// True for a typed message that is neither a command nor a known question, while no dialog waits. A message that only resembles a
    /// question about the status ("I still have not received the form") may also be meant for the official.
    /// </summary>
    private bool MayBeForOfficial(InboundMessage message) =>
        message is { IsClick: false, WaitingDialog: null, Text.Length: <= MaxLength }
        && CaseMessage.Read(message.Text) is null
        && pipeline.Recognize(message.Question)?.Act is null or Answer.Command { Kind: CommandKind.Status, Confidence: < 1 }
        && !pipeline.IsKnownQuestion(message.Text);

    /// <summary>The asker's latest case in which an official wrote last.</summary>
    private async Task<SupportRequest?> FindOfferedCaseAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var activity = message.Chat.Turn.Activity;
        var open = await store.ListOpenForAskerAsync(activity.ChannelId ?? "", activity.From?.Id ?? "", cancellationToken);
        return open.FirstOrDefault(request =>
            request.Status is CaseStatus.WaitingForAsker or CaseStatus.Answered && time.GetUtcNow() - request.ChangedAt <= ReplyPeriod
        );
    }

    private static string OfferKey(SupportRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"{request.CaseNumber} {request.ChangedAt:O}");

    /// <summary>0: send it to the case; 1: it is a new question; null: neither was chosen.</summary>
    private int? ReadChoice(InboundMessage message, CaseNumber number)
    {
        var lang = message.Chat.Language;
        var send = CaseTexts.SendToCase.With(lang, number);
        if (OpensForm(message) && !string.Equals(message.Text.Trim(), send, StringComparison.OrdinalIgnoreCase))
        {
            return null; // "Gửi yêu cầu" opens the form; sending to a case cannot be undone, so only a clear answer does that.
        }

        return pipeline.ActReader.IsConfirmation(message.Text)
            ? 0
            : Choices
                .Recognize(
                    message.Text,
                    [
                        new Choice { Value = send },
                        new Choice { Value = CaseTexts.NewQuestion[lang], Synonyms = [CaseTexts.NewQuestionSynonym[lang]] },
                    ]
                )
                ?.Index;
    }

    private bool OpensForm(InboundMessage message) =>
        pipeline.Recognize(message.Question)?.Act is Answer.Command { Kind: CommandKind.Request };
}
