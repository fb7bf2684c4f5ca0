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
    private readonly List<Activity> sent = [];

    public Activity Activity { get; } = AsSubmit(inner.Activity, invoke);

    public TurnContextStateCollection TurnState => inner.TurnState;

    public bool Responded => inner.Responded || sent.Count > 0;

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

        sent.Add(activity);
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
    /// The response to the click: the last card that was sent, with its text above it, or a card of only the texts. Earlier messages are
    /// sent to the conversation. A click replaces the old card for all members; an automatic refresh changes nothing.
    /// </summary>
    public async Task<InvokeResponse> AnswerAsync(CancellationToken cancellationToken = default)
    {
        if (sent.Count == 0)
        {
            return CardInvoke.Message("");
        }

        var last = sent.FindLast(a => CardTree.Cards(a).Any());
        if (last is null)
        {
            return invoke.IsAutomatic ? CardInvoke.Message("") : CardInvoke.Card(OfTexts(sent.Select(a => a.Text)));
        }

        foreach (var other in sent.Where(a => a != last && !invoke.IsAutomatic))
        {
            await inner.SendActivityAsync(other, cancellationToken);
        }

        var card = CardTree.Cards(last).Last().DeepClone().AsObject();
        if (!string.IsNullOrEmpty(last.Text) && card["body"] is JsonArray body && !invoke.IsAutomatic)
        {
            body.Insert(0, TextBlock(last.Text));
        }

        if (!invoke.IsAutomatic && inner.Activity.ReplyToId is { Length: > 0 } clicked)
        {
            await inner.UpdateActivityAsync(Update(clicked, card), cancellationToken);
        }

        TeamsShape.AddressRefresh(card, inner.Activity.From?.Id);
        return CardInvoke.Card(card);
    }

    private static Activity Update(string id, JsonObject card) =>
        new() { Id = id, Attachments = [new Attachment { ContentType = Attachment.AdaptiveCard, Content = card.DeepClone() }] };

    private static JsonObject OfTexts(IEnumerable<string?> texts) =>
        new()
        {
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["body"] = new JsonArray([.. texts.Where(t => !string.IsNullOrEmpty(t)).Select(t => (JsonNode)TextBlock(t!))]),
        };

    private static JsonObject TextBlock(string text) =>
        new()
        {
            ["type"] = "TextBlock",
            ["text"] = text,
            ["wrap"] = true,
        };

    private static Activity AsSubmit(Activity invoked, CardInvoke invoke)
    {
        var message = SchemaJson.Clone(invoked);
        message.Type = ActivityTypes.Message;
        message.Name = null;
        message.Text = null;
        message.Value = invoke.Data.DeepClone();
        return message;
    }
}
