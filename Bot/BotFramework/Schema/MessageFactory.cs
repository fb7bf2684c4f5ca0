using System.Text.Json.Nodes;

namespace PolicyAssistantBot.BotFramework.Schema;

/// <summary>Creates outgoing messages.</summary>
public static class MessageFactory
{
    public static Activity Text(string text, string? speak = null, string? inputHint = null) =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = text,
            Speak = speak,
            TextFormat = TextFormatTypes.Markdown,
            InputHint = inputHint ?? InputHints.AcceptingInput,
        };

    /// <summary>A card or a file, with an equivalent text for clients that cannot show it.</summary>
    public static Activity Attachment(Attachment attachment, string? text = null, string? inputHint = null) =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = text,
            Attachments = [attachment],
            InputHint = inputHint ?? InputHints.AcceptingInput,
        };

    /// <summary>A text with buttons that send their title when clicked.</summary>
    public static Activity SuggestedActions(IEnumerable<string> actions, string? text = null, string? inputHint = null) =>
        SuggestedActions(
            actions.Select(a => new CardAction
            {
                Type = ActionTypes.ImBack,
                Title = a,
                Value = JsonValue.Create(a),
            }),
            text,
            inputHint
        );

    public static Activity SuggestedActions(IEnumerable<CardAction> actions, string? text = null, string? inputHint = null) =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = text,
            TextFormat = text is null ? null : TextFormatTypes.Markdown,
            InputHint = inputHint ?? InputHints.AcceptingInput,
            SuggestedActions = new SuggestedActions { Actions = [.. actions] },
        };
}
