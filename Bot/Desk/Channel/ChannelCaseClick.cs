using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Desk.Actions;

namespace PolicyAssistantBot.Desk.Channel;

/// <summary>A click on a case's card as it was received. Nothing in it is trusted.</summary>
/// <param name="Action">Null when the card is only to be refreshed.</param>
/// <param name="ExpectedVersion">0 when it cannot be read: an old card.</param>
/// <param name="IsInvoke">True when the response replaces the card; false for the submit that older clients send instead.</param>
/// <param name="IsAutomatic">The client refreshes the card by itself.</param>
internal sealed record ChannelCaseClick(
    DeskAction? Action,
    string Number,
    int ExpectedVersion,
    ActionValues Values,
    bool IsInvoke,
    bool IsAutomatic
)
{
    /// <returns>Null when the activity is no click on such a card.</returns>
    public static ChannelCaseClick? Read(Activity activity, DeskActionList actions)
    {
        var value = activity.Value as JsonObject;
        var (verb, data) = activity switch
        {
            { Type: ActivityTypes.Invoke, Name: "adaptiveCard/action" } when value?["action"] is JsonObject clickedAction => (
                ReadScalar(clickedAction["verb"]),
                clickedAction["data"] as JsonObject ?? []
            ),
            { Type: ActivityTypes.Message } when value is not null => (ReadScalar(value[CardActions.ActionField]), value),
            _ => ("", []),
        };
        var action = actions.FindByVerb(verb);
        return action is null && verb != ChannelCaseCard.ShowVerb
            ? null
            : new ChannelCaseClick(
                action,
                ReadScalar(data[ChannelCaseCard.NumberField]),
                int.TryParse(
                    ReadScalar(data[ChannelCaseCard.VersionField]),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var version
                )
                    ? version
                    : 0,
                ReadEnteredValues(action, data),
                activity.Type == ActivityTypes.Invoke,
                activity.Type == ActivityTypes.Invoke && ReadScalar(value!["trigger"]) == "automatic"
            );
    }

    /// <summary>Cards that were posted long ago send some inputs under the bare name of the field.</summary>
    private static ActionValues ReadEnteredValues(DeskAction? action, JsonObject data) =>
        (action?.ListFieldsIn(ActionPlaces.ChannelCard) ?? []).Aggregate(
            ActionValues.None,
            (values, field) =>
                values.WithValue(
                    field.Name,
                    ReadScalar(data[ChannelCaseCard.InputId(action!.Verb, field.Name)] ?? data[field.Name]).ReplaceLineEndings("\n")
                )
        );

    /// <summary>A JSON string or number as text; empty for anything else.</summary>
    private static string ReadScalar(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.String => node.GetValue<string>(),
            JsonValueKind.Number => node.ToJsonString(),
            _ => "",
        };
}
