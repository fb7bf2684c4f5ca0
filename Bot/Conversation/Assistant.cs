using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.Clicks;
using PolicyAssistantBot.Conversation.Commands;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Conversation.Messages;
using PolicyAssistantBot.Conversation.Questions;
using PolicyAssistantBot.Knowledge.Language.Typing;

namespace PolicyAssistantBot.Conversation;

/// <summary>The conversation: a message passes these handlers in this order until one of them has dealt with it.</summary>
internal sealed class Assistant(
    ChatMemories memories,
    ConversationDialogs dialogs,
    LongMessageHandler longMessages,
    FileHandler files,
    ClickHandler clicks,
    EmptyMessageHandler emptyMessages,
    LanguageHandler language,
    ForgetHandler forget,
    CaseOfferHandler caseOffers,
    CaseMessageHandler caseMessages,
    OpenDialogHandler openDialog,
    CommandHandler commands,
    GuideHandler guides,
    QuestionHandler questions
)
{
    public IReadOnlyList<IMessageHandler> Handlers { get; } =
    [
        longMessages,
        files,
        clicks,
        emptyMessages,
        language,
        forget,
        caseOffers,
        caseMessages,
        openDialog,
        commands,
        guides,
        questions, // takes whatever is left
    ];

    public async Task<Chat> ChatAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        new(turn, await memories.GetAsync(turn, cancellationToken), await dialogs.CreateContextAsync(turn, cancellationToken));

    public async Task OnMessageAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        turn.Activity.Text = TypedText.Repair(turn.Activity.Text);
        var message = new Inbound(await ChatAsync(turn, cancellationToken), (turn.Activity.Text ?? "").Trim());
        foreach (var handler in Handlers)
        {
            if (await handler.TryAsync(message, cancellationToken))
            {
                break;
            }
        }

        if (message.Interrupts && message.Chat.Dialogs.ActiveDialog == message.Waiting && !message.Chat.Memory.IsFormPaused)
        {
            await message.Chat.Dialogs.RepromptDialogAsync(cancellationToken);
        }
    }
}
