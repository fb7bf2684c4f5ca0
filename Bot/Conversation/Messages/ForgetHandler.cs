using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Privacy.Retention;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Messages;

/// <summary>
/// Erases the data of a person after a clear yes to the question whether to do so. After any other message nothing is erased, and the next
/// handlers get the message.
/// </summary>
internal sealed class ForgetHandler(
    AnswerPipeline pipeline,
    ForgetStarter starter,
    AskerCaseService askerCases,
    DeskSettingsStore settingsStore,
    RetentionPeriods retention,
    TimeProvider time
) : IMessageHandler
{
    /// <summary>The digits of the reference that the person is shown; enough to find the record of the erasure on its day.</summary>
    private const int ReferenceLength = 8;

    public async Task<bool> TryHandleAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var chat = message.Chat;
        if (!chat.Memory.IsDeletionPending)
        {
            return false;
        }

        chat.Memory.IsDeletionPending = false;
        var plan = await starter.PlanAsync(chat, cancellationToken);
        if (ReadChoice(message, plan) is not { } choice)
        {
            await chat.SendTextAsync(PrivacyTexts.ErasureCancelled[chat.Language], cancellationToken);
            return false;
        }

        if (choice == ErasureChoice.KeepEverything)
        {
            await chat.SendTextAsync(PrivacyTexts.ErasureCancelled[chat.Language], cancellationToken);
            return true;
        }

        if (choice == ErasureChoice.WithdrawConsent)
        {
            await WithdrawConsentAsync(chat, plan.OpenCases, cancellationToken);
            return true;
        }

        if (choice == ErasureChoice.WithdrawCases && !await TryWithdrawAsync(chat, plan.OpenCases, cancellationToken))
        {
            await starter.BeginAsync(chat, cancellationToken);
            return true;
        }

        var keepsOpenCases = choice == ErasureChoice.KeepOpenCases;
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        chat.Turn.AddEffect(
            new ErasePersonalDataEffect(
                id,
                chat.Turn.Activity.ChannelId ?? "",
                chat.Turn.Activity.Conversation?.Id ?? "",
                chat.Turn.Activity.From?.Id ?? "",
                chat.Turn.Activity.Id,
                keepsOpenCases,
                time.GetUtcNow(),
                await settingsStore.GetAsync(cancellationToken)
            )
        );
        var receipt = ErasureReceipt.Compose(
            id[^ReferenceLength..],
            plan,
            keepsOpenCases,
            chat.Turn.Activity.ChannelId == ChannelIds.Directline,
            await retention.GetAsync(cancellationToken),
            chat.Language
        );
        var reply = MessageFactory.Text(receipt);
        reply.TextFormat = TextFormatTypes.Markdown;
        await chat.Turn.SendActivityAsync(reply, cancellationToken);
        return true;
    }

    /// <returns>Null for a message that is no answer to the question.</returns>
    private ErasureChoice? ReadChoice(InboundMessage message, ErasurePlan plan)
    {
        if (plan.OpenCases.Count > 0)
        {
            return Choices.Recognize(message.Text, ForgetStarter.GetChoices(message.Chat.Language)) is { Index: var index }
                ? (ErasureChoice)index
                : null;
        }

        var (acts, text) = (pipeline.ActReader, VietnameseText.Fold(message.Text));
        if (text == VietnameseText.Fold(PrivacyTexts.EraseNothing[message.Chat.Language]) || pipeline.Replies.IsYes(message.Text) == false)
        {
            return ErasureChoice.KeepEverything;
        }

        return
            text == VietnameseText.Fold(PrivacyTexts.EraseNow[message.Chat.Language])
            || acts.IsConfirmation(message.Text)
            || acts.Classify(message.Text) is { Act: DialogueAct.Forget, Confidence: 1 }
            ? ErasureChoice.WithdrawCases
            : null;
    }

    private async Task WithdrawConsentAsync(Chat chat, IReadOnlyList<string> openCases, CancellationToken cancellationToken)
    {
        var asker = Asker.From(chat.Turn.Activity);
        foreach (var number in openCases)
        {
            if (
                CaseNumber.TryParse(number, out var caseNumber)
                && await askerCases.WithdrawConsentAsync(caseNumber, asker, cancellationToken) is AskerActResult.Decided decided
            )
            {
                chat.Turn.AddEffect(decided.Effect);
            }
        }

        await chat.SendTextAsync(PrivacyTexts.ConsentWithdrawn.With(chat.Language, string.Join(", ", openCases)), cancellationToken);
    }

    /// <returns>False, and nothing withdrawn, when a case cannot be withdrawn because it has changed meanwhile.</returns>
    private async Task<bool> TryWithdrawAsync(Chat chat, IReadOnlyList<string> openCases, CancellationToken cancellationToken)
    {
        var (asker, effects) = (Asker.From(chat.Turn.Activity), new List<ChangeCaseEffect>());
        foreach (var number in openCases)
        {
            if (
                !CaseNumber.TryParse(number, out var caseNumber)
                || await askerCases.WithdrawAsync(caseNumber, asker, cancellationToken) is not AskerActResult.Decided decided
            )
            {
                return false;
            }

            effects.Add(decided.Effect);
        }

        effects.ForEach(chat.Turn.AddEffect);
        return true;
    }
}
