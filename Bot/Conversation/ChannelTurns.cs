using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Conversation.Feedback;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Conversation;

/// <summary>The bot as the channels see it: beginnings and ends, invokes and thumbs; what people say goes to the assistant.</summary>
internal sealed class ChannelTurns(
    Assistant assistant,
    ChatMemories memories,
    Welcomes welcomes,
    FeedbackInvoke feedback,
    IEnumerable<IInvokeHandler> handlers
) : IBot
{
    /// <summary>
    /// The event by which a chat's own language button tells, without a message, the <see cref="Activity.Locale"/> that was chosen; and the
    /// name under which the channel data of a conversation's beginning holds the language of the page around the chat.
    /// </summary>
    public const string LanguageEvent = "language";

    private readonly IInvokeHandler[] handlers = [.. handlers];

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (activity.Name != LanguageEvent)
        {
            activity.Locale = (await memories.LanguageAsync(turnContext, cancellationToken)).Locale();
        }

        switch (activity)
        {
            case { Type: ActivityTypes.Invoke }:
                turnContext.InvokeResponse = await AnswerAsync(turnContext, cancellationToken);
                break;
            case { Type: ActivityTypes.Event, Name: FeedbackInvoke.WebChatEvent }:
                await feedback.OnEventAsync(turnContext, cancellationToken);
                break;
            case { Type: ActivityTypes.InstallationUpdate, Action: "remove" }:
                await welcomes.ForgetAsync(turnContext, cancellationToken);
                (await memories.GetAsync(turnContext, cancellationToken)).IsGreeted = false;
                break;
            case { Type: ActivityTypes.InstallationUpdate, Action: "add" }:
            case { Type: ActivityTypes.ConversationUpdate } when activity.BotWasAdded():
                if (await welcomes.BeginAsync(turnContext, cancellationToken))
                {
                    await GreetAsync(turnContext, cancellationToken);
                }

                break;
            case { Type: ActivityTypes.Message }:
                await assistant.OnMessageAsync(turnContext, cancellationToken);
                break;
            case { Type: ActivityTypes.Event, Name: LanguageEvent } when LangCodes.Parse(activity.Locale) is { } chosen:
                (await assistant.ChatAsync(turnContext, cancellationToken)).Speak(chosen);
                break;
        }
    }

    private async Task GreetAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var chat = await assistant.ChatAsync(turn, cancellationToken);
        if (LangCodes.Parse(FormClick.Text((turn.Activity.ChannelData as JsonObject)?[LanguageEvent])) is { } ofThePage)
        {
            chat.Speak(ofThePage);
        }

        await Greeting.SayOnceAsync(turn, chat, cancellationToken);
    }

    /// <returns>Null when nobody knows the invoke.</returns>
    private async Task<InvokeResponse?> AnswerAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (Array.Find(handlers, h => h.Handles(turn.Activity)) is { } handler)
        {
            return await handler.HandleAsync(turn, cancellationToken);
        }

        if (turn.Activity.Name != CardInvoke.InvokeName)
        {
            return null;
        }

        if (CardInvoke.Read(turn.Activity) is not { } invoke)
        {
            return CardInvoke.Error(StatusCodes.Status400BadRequest, "BadRequest", "The invoke has no action.");
        }

        if (invoke.IsAutomatic && FormClick.Text(invoke.Data[CardActions.Action]) is not (CardActions.Case or CardActions.Summary))
        {
            return CardInvoke.Message("");
        }

        var clicked = new CardTurnContext(turn, invoke);
        await assistant.OnMessageAsync(clicked, cancellationToken);
        return await clicked.AnswerAsync(cancellationToken);
    }
}
