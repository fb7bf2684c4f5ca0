using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;

namespace PolicyAssistantBot.Desk.Channel;

/// <summary>A click on a case's card as it came in. Nothing in it is proof of anything.</summary>
/// <param name="SeenVersion">0 when it cannot be read: an old card.</param>
/// <param name="IsInvoke">True when the answer takes the card's place; false for the submit that older clients send instead.</param>
/// <param name="IsAutomatic">The client looks whether the card is still true.</param>
internal sealed record ChannelCaseClick(
    string Action,
    string Number,
    int SeenVersion,
    string Text,
    string Reason,
    bool IsInvoke,
    bool IsAutomatic
)
{
    /// <returns>Null when the activity is no click on such a card.</returns>
    public static ChannelCaseClick? Read(Activity activity)
    {
        var value = activity.Value as JsonObject;
        var (action, data) = activity switch
        {
            { Type: ActivityTypes.Invoke, Name: "adaptiveCard/action" } when value?["action"] is JsonObject clicked => (
                Word(clicked["verb"]),
                clicked["data"] as JsonObject ?? []
            ),
            { Type: ActivityTypes.Message } when value is not null => (Word(value[CardActions.Action]), value),
            _ => ("", []),
        };
        return
            action
                is not (
                    ChannelCaseCard.Take
                    or ChannelCaseCard.Reply
                    or ChannelCaseCard.AskBack
                    or ChannelCaseCard.Close
                    or ChannelCaseCard.Show
                )
            ? null
            : new ChannelCaseClick(
                action,
                Word(data[ChannelCaseCard.Number]),
                int.TryParse(Word(data[ChannelCaseCard.Version]), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                    ? version
                    : 0,
                Word(data[ChannelCaseCard.TextOf(action)]).ReplaceLineEndings("\n"),
                Word(data[ChannelCaseCard.Reason]),
                activity.Type == ActivityTypes.Invoke,
                activity.Type == ActivityTypes.Invoke && Word(value!["trigger"]) == "automatic"
            );
    }

    /// <summary>A JSON string or number as text; empty for anything else.</summary>
    private static string Word(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.String => node.GetValue<string>(),
            JsonValueKind.Number => node.ToJsonString(),
            _ => "",
        };
}
