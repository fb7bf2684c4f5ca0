using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.BotFramework.Connector.Cards;

/// <summary>
/// Handles a click on an <c>Action.Execute</c> like its fallback <c>Action.Submit</c>: the bot receives a message with the action's data,
/// and its reply becomes the card that replaces the clicked one.
/// </summary>
public sealed class CardTurnContext(ITurnContext inner, CardInvoke invoke) : ITurnContext
{
    private readonly List<Activity> buffered = [];

    public Activity Activity { get; } = ToSubmitMessage(inner.Activity, invoke);

    public TurnContextStateCollection TurnState => inner.TurnState;

    public bool Responded => inner.Responded || buffered.Count > 0;

    public InvokeResponse? InvokeResponse
    {
        get => inner.InvokeResponse;
        set => inner.InvokeResponse = value;
    }

    public Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend,
        string? speak = null,
        string? inputHint = null,
        CancellationToken cancellationToken = default
    ) => SendActivityAsync(MessageFactory.Text(textReplyToSend, speak, inputHint), cancellationToken);

    public Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.Type is not (null or ActivityTypes.Message))
        {
            return inner.SendActivityAsync(activity, cancellationToken);
        }

        buffered.Add(activity);
        return Task.FromResult(new ResourceResponse());
    }

    public async Task<ResourceResponse[]> SendActivitiesAsync(Activity[] activities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activities);
        var responses = new List<ResourceResponse>();
        foreach (var activity in activities)
        {
            responses.Add(await SendActivityAsync(activity, cancellationToken));
        }

        return [.. responses];
    }

    public Task<ResourceResponse> UpdateActivityAsync(Activity newActivity, CancellationToken cancellationToken = default) =>
        inner.UpdateActivityAsync(newActivity, cancellationToken);

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default) =>
        inner.DeleteActivityAsync(activityId, cancellationToken);

    public void AddEffect(IEffect effect) => inner.AddEffect(effect);

    /// <summary>
    /// The response to the click: the last buffered card, with its text above it, or a card of only the texts. All other messages are sent
    /// to the conversation, unless the client refreshes automatically. A click replaces the old card for all members; an automatic refresh
    /// only for the user whose client requested it.
    /// </summary>
    public async Task<InvokeResponse> CreateResponseAsync(CancellationToken cancellationToken = default)
    {
        if (buffered.Count == 0)
        {
            return CardInvoke.CreateMessageResponse("");
        }

        var lastWithCard = buffered.FindLast(a => CardTree.GetCards(a).Any());
        if (lastWithCard is null)
        {
            return invoke.IsAutomatic
                ? CardInvoke.CreateMessageResponse("")
                : CardInvoke.CreateCardResponse(CreateCardOfTexts(buffered.Select(a => a.Text)));
        }

        foreach (var other in buffered.Where(a => a != lastWithCard && !invoke.IsAutomatic))
        {
            await inner.SendActivityAsync(other, cancellationToken);
        }

        var card = CardTree.GetCards(lastWithCard).Last().DeepClone().AsObject();
        if (!string.IsNullOrEmpty(lastWithCard.Text) && card["body"] is JsonArray body && !invoke.IsAutomatic)
        {
            body.Insert(0, CreateTextBlock(lastWithCard.Text));
        }

        if (!invoke.IsAutomatic && inner.Activity.ReplyToId is { Length: > 0 } clickedActivityId)
        {
            await inner.UpdateActivityAsync(CreateUpdate(clickedActivityId, card), cancellationToken);
        }

        TeamsFormatter.SetRefreshUser(card, inner.Activity.From?.Id);
        return CardInvoke.CreateCardResponse(card);
    }

    private static Activity CreateUpdate(string id, JsonObject card) =>
        new() { Id = id, Attachments = [new Attachment { ContentType = Attachment.AdaptiveCard, Content = card.DeepClone() }] };

    private static JsonObject CreateCardOfTexts(IEnumerable<string?> texts) =>
        new()
        {
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["body"] = new JsonArray([.. texts.Where(t => !string.IsNullOrEmpty(t)).Select(t => (JsonNode)CreateTextBlock(t!))]),
        };

    private static JsonObject CreateTextBlock(string text) =>
        new()
        {
            ["type"] = "TextBlock",
            ["text"] = text,
            ["wrap"] = true,
        };

    private static Activity ToSubmitMessage(Activity invokeActivity, CardInvoke invoke)
    {
        var message = SchemaJson.Clone(invokeActivity);
        message.Type = ActivityTypes.Message;
        message.Name = null;
        message.Text = null;
        message.Value = invoke.Data.DeepClone();
        return message;
    }
}
