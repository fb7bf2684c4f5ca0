using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Desk.Actions;

namespace PolicyAssistantBot.Desk.Channel;

/// <summary>
/// Handles clicks on cases' cards before the assistant. A click on <c>Action.Execute</c> is answered with the current card for the person
/// who clicked (Adaptive Cards: "Universal Actions"); the submit that older clients send is answered with a message when it was refused.
/// </summary>
internal sealed class ChannelCaseMiddleware(ChannelCaseService cases, DeskActionList actions) : ITurnMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (ChannelCaseClick.Read(turnContext.Activity, actions) is not { } click)
        {
            await next(cancellationToken);
            return;
        }

        var answer = await cases.AnswerAsync(turnContext.Activity, click, cancellationToken);
        if (click.IsInvoke)
        {
            turnContext.InvokeResponse = CreateResponse(answer);
        }
        else if (answer.Notice is not null)
        {
            var reply = MessageFactory.Text(answer.Notice);
            reply.TextFormat = TextFormatTypes.Plain;
            await turnContext.SendActivityAsync(reply, cancellationToken);
        }
    }

    private static InvokeResponse CreateResponse(ChannelCaseAnswer answer) =>
        new(
            StatusCodes.Status200OK,
            new JsonObject
            {
                ["statusCode"] = StatusCodes.Status200OK,
                ["type"] = answer.Card is null ? "application/vnd.microsoft.activity.message" : Attachment.AdaptiveCard,
                ["value"] = answer.Card?.Content ?? JsonValue.Create(answer.Notice ?? ""),
            }
        );
}
