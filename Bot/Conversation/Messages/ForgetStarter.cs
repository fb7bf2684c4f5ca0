using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Messages;

/// <summary>Asks whether the person's data shall be erased; <see cref="ForgetHandler"/> reads the reply.</summary>
internal sealed class ForgetStarter(ErasurePlanner planner)
{
    public async Task BeginAsync(Chat chat, CancellationToken cancellationToken)
    {
        chat.Memory.IsDeletionPending = true;
        var plan = await PlanAsync(chat, cancellationToken);
        if (plan.OpenCases.Count == 0)
        {
            var plain = MessageFactory.Text(PrivacyTexts.ConfirmErasure[chat.Language]);
            var yesOrNo = new PromptOptions { Choices = GetYesOrNo(chat.Language) };
            await chat.Turn.SendActivityAsync(Choices.AddTo(plain, yesOrNo), cancellationToken);
            return;
        }

        var question = MessageFactory.Text(PrivacyTexts.ConfirmErasureWithOpenCases.With(chat.Language, string.Join(", ", plan.OpenCases)));
        var options = new PromptOptions { Choices = GetChoices(chat.Language), Style = ListStyle.List };
        await chat.Turn.SendActivityAsync(Choices.AddTo(question, options), cancellationToken);
    }

    public Task<ErasurePlan> PlanAsync(Chat chat, CancellationToken cancellationToken) =>
        planner.PlanAsync(
            chat.Turn.Activity.ChannelId ?? "",
            chat.Turn.Activity.Conversation?.Id ?? "",
            chat.Turn.Activity.From?.Id ?? "",
            cancellationToken
        );

    /// <summary>The choices of a person without open cases: erase, and keep everything.</summary>
    public static IList<Choice> GetYesOrNo(Lang lang) =>
        [new Choice { Value = PrivacyTexts.EraseNow[lang] }, new Choice { Value = PrivacyTexts.EraseNothing[lang] }];

    /// <summary>The choices of a person with open cases, in the order of <see cref="ErasureChoice"/>.</summary>
    public static IList<Choice> GetChoices(Lang lang) =>
        [
            new Choice { Value = PrivacyTexts.WithdrawAndErase[lang] },
            new Choice { Value = PrivacyTexts.EraseAfterCases[lang] },
            new Choice { Value = PrivacyTexts.WithdrawConsent[lang] },
            new Choice { Value = PrivacyTexts.KeepEverything[lang] },
        ];
}

/// <summary>What a person with open cases wants.</summary>
internal enum ErasureChoice
{
    WithdrawCases,
    KeepOpenCases,

    /// <summary>Nothing is erased; nobody telephones or writes an e-mail any more.</summary>
    WithdrawConsent,
    KeepEverything,
}
