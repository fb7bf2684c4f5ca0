using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.Clicks;
using PolicyAssistantBot.Conversation.Commands;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Conversation.Messages;
using PolicyAssistantBot.Conversation.Questions;
using PolicyAssistantBot.Knowledge.Language.Typing;

namespace PolicyAssistantBot.Conversation;

/// <summary>The conversation: a message passes these handlers in this order until one of them has handled all of it.</summary>
internal sealed class Assistant(
    ChatMemoryAccessor memories,
    ConversationDialogs dialogs,
    LongMessageHandler longMessages,
    FileHandler files,
    ClickHandler clicks,
    EmptyMessageHandler emptyMessages,
    LanguageHandler language,
    ForgetHandler forget,
    AddressCodeHandler addressCodes,
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
        addressCodes,
        caseOffers,
        caseMessages,
        openDialog,
        commands,
        guides,
        questions, // handles everything else
    ];

    public async Task<Chat> CreateChatAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        new(turn, await memories.GetAsync(turn, cancellationToken), await dialogs.CreateContextAsync(turn, cancellationToken));

    public async Task OnMessageAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        turn.Activity.Text = TypedText.Repair(turn.Activity.Text);
        var message = new InboundMessage(await CreateChatAsync(turn, cancellationToken), (turn.Activity.Text ?? "").Trim());
        foreach (var handler in Handlers)
        {
            if (await handler.TryHandleAsync(message, cancellationToken))
            {
                break;
            }
        }

        if (message.InterruptsDialog && message.Chat.Dialogs.ActiveDialog == message.WaitingDialog && !message.Chat.Memory.IsFormPaused)
        {
            await message.Chat.Dialogs.RepromptDialogAsync(cancellationToken);
        }
    }
}
