using PolicyAssistantBot.BotFramework.Dialogs;
using PolicyAssistantBot.BotFramework.State;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Conversation.AnswerMails;
using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Conversation.RequestForm;

namespace PolicyAssistantBot.Conversation;

/// <summary>The dialogs that last several turns; their state is stored with the conversation.</summary>
internal sealed class ConversationDialogs(
    PrivateConversationState state,
    RequestDialog request,
    StatusDialog status,
    WithdrawDialog withdraw,
    ReadinessDialog readiness,
    GuideDialog guide,
    AnswerMailDialog answerMail
)
{
    private readonly DialogSet dialogs = new DialogSet(state.CreateProperty<DialogState>("dialogs"))
        .Add(request)
        .Add(status)
        .Add(withdraw)
        .Add(readiness)
        .Add(guide)
        .Add(answerMail);

    public Task<DialogContext> CreateContextAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        dialogs.CreateContextAsync(turn, cancellationToken);
}
