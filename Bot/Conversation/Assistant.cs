using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Conversation.Cases;
using PolicyAssistantBot.Conversation.Clicks;
using PolicyAssistantBot.Conversation.Commands;
using PolicyAssistantBot.Conversation.Guides;
using PolicyAssistantBot.Conversation.Messages;
using PolicyAssistantBot.Conversation.Questions;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge.Language.Typing;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Texts;

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
    DiscardHandler discards,
    FormWishHandler formWishes,
    AddressCodeHandler addressCodes,
    CaseOfferHandler caseOffers,
    CaseMessageHandler caseMessages,
    OpenDialogHandler openDialog,
    CommandHandler commands,
    GuideHandler guides,
    QuestionHandler questions,
    RequestFieldList fields
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
        discards,
        formWishes,
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

    /// <summary>
    /// Repeats the question of the dialog that was interrupted. That of a form is repeated once; later, and while it waits, it is offered.
    /// </summary>
    private async Task ReturnToDialogAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (chat.IsDialogShown || chat.Memory.IsDiscardPending)
        {
            return;
        }

        var asked = chat.Dialogs.ActiveDialog is { Id: RequestDialog.DialogId } form
            ? fields.Find(RequestDialog.GetAskedFieldKey(form))
            : null;
        var isRepeated = asked is not null && chat.Memory.RepeatedFieldKey == asked.Key;
        if (!chat.Memory.IsFormPaused && !isRepeated)
        {
            chat.Memory.RepeatedFieldKey = asked?.Key;
            await chat.Dialogs.RepromptDialogAsync(cancellationToken);
            return;
        }

        var offer = MessageFactory.Text(
            chat.Memory.IsFormPaused
                ? RequestTexts.FormWaits[chat.Language]
                : RequestTexts.FormWaitsFor.With(chat.Language, asked!.Label[chat.Language])
        );
        RequestFormMessages.OfferForm(offer, chat.Language);
        await chat.Turn.SendActivityAsync(offer, cancellationToken);
    }

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

        if (message.InterruptsDialog && message.Chat.Dialogs.ActiveDialog == message.WaitingDialog)
        {
            await ReturnToDialogAsync(message.Chat, cancellationToken);
        }
    }
}
