using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Connector.Cards;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Conversation.Feedback;
using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Switches;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation;

/// <summary>
/// The entry point for all activities: starts and ends of conversations, invokes and votes; messages are passed to the assistant.
/// </summary>
internal sealed class AssistantBot(
    Assistant assistant,
    ChatMemoryAccessor memories,
    WelcomeState welcomeState,
    PublicLinks links,
    FeedbackHandler feedback,
    SwitchBoard switches,
    IOptions<RequestOptions> unit,
    IEnumerable<IInvokeHandler> handlers
) : IBot
{
    /// <summary>
    /// The name of the event that a chat widget sends when its language button is pressed; the chosen language is the
    /// <see cref="Activity.Locale"/>. Also the field of the channel data that contains the language of the surrounding page when a
    /// conversation starts.
    /// </summary>
    public const string LanguageEventName = "language";

    private readonly IInvokeHandler[] handlers = [.. handlers];

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (activity.Name != LanguageEventName)
        {
            activity.Locale = (await memories.GetLanguageAsync(turnContext, cancellationToken)).Locale();
        }

        switch (activity)
        {
            case { Type: ActivityTypes.Invoke }:
                turnContext.InvokeResponse = await HandleInvokeAsync(turnContext, cancellationToken);
                break;
            case { Type: ActivityTypes.Event, Name: FeedbackHandler.WebChatEventName }:
                await feedback.HandleEventAsync(turnContext, cancellationToken);
                break;
            case { Type: ActivityTypes.InstallationUpdate, Action: "remove" }:
                await welcomeState.ResetAsync(turnContext, cancellationToken);
                (await memories.GetAsync(turnContext, cancellationToken)).IsGreeted = false;
                break;
            case { Type: ActivityTypes.InstallationUpdate, Action: "add" }:
            case { Type: ActivityTypes.ConversationUpdate } when activity.BotWasAdded():
                if (await welcomeState.TryMarkWelcomedAsync(turnContext, cancellationToken))
                {
                    await GreetAsync(turnContext, cancellationToken);
                }

                break;
            case { Type: ActivityTypes.Message }:
                await AnswerAsync(turnContext, cancellationToken);
                break;
            case { Type: ActivityTypes.Event, Name: LanguageEventName } when LangCodes.Parse(activity.Locale) is { } chosen:
                (await assistant.CreateChatAsync(turnContext, cancellationToken)).SetLanguage(chosen);
                break;
        }
    }

    /// <summary>While the channel is switched off, a notice takes the place of the answer.</summary>
    private Task AnswerAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        FindPause(turn) is { } pause
            ? SendPauseAsync(turn, pause, LangCodes.Parse(turn.Activity.Locale) ?? Lang.Vi, cancellationToken)
            : assistant.OnMessageAsync(turn, cancellationToken);

    private SwitchedOff? FindPause(ITurnContext turn) =>
        switches.Find(turn.Activity.ChannelId == ChannelIds.Directline ? Switch.WebChat : Switch.Teams);

    private Task<ResourceResponse> SendPauseAsync(ITurnContext turn, SwitchedOff pause, Lang lang, CancellationToken cancellationToken) =>
        turn.SendActivityAsync(
            string.Join("\n\n", PauseTexts.Compose(pause.Until, unit.Value, lang)),
            cancellationToken: cancellationToken
        );

    private async Task GreetAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var chat = await assistant.CreateChatAsync(turn, cancellationToken);
        if (LangCodes.Parse(FormClick.ToText((turn.Activity.ChannelData as JsonObject)?[LanguageEventName])) is { } pageLanguage)
        {
            chat.SetLanguage(pageLanguage);
        }

        if (FindPause(turn) is { } pause)
        {
            // Told before a question is typed; the greeting follows with the first message after the pause.
            await SendPauseAsync(turn, pause, chat.Language, cancellationToken);
            return;
        }

        await Greeting.SendWelcomeOnceAsync(turn, chat, links, cancellationToken);
    }

    /// <returns>Null when no handler knows the invoke.</returns>
    private async Task<InvokeResponse?> HandleInvokeAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (Array.Find(handlers, h => h.CanHandle(turn.Activity)) is { } handler)
        {
            return await handler.HandleAsync(turn, cancellationToken);
        }

        if (turn.Activity.Name != CardInvoke.InvokeName)
        {
            return null;
        }

        if (CardInvoke.Read(turn.Activity) is not { } invoke)
        {
            return CardInvoke.CreateErrorResponse(StatusCodes.Status400BadRequest, "BadRequest", "The invoke has no action.");
        }

        if (
            invoke.IsAutomatic
            && FormClick.ToText(invoke.Data[CardActions.ActionField]) is not (CardActions.ShowCase or CardActions.ShowSubmittedForm)
        )
        {
            return CardInvoke.CreateMessageResponse("");
        }

        var cardTurn = new CardTurnContext(turn, invoke);
        await AnswerAsync(cardTurn, cancellationToken);
        return await cardTurn.CreateResponseAsync(cancellationToken);
    }
}
