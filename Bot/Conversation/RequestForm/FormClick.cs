using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Knowledge.Language.Typing;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>A click on a card of the request form. The data is untrusted: only known fields are read, and only as text.</summary>
internal sealed record FormClick(string Action, string FormId, int Revision, JsonObject Data)
{
    public static FormClick? Read(Activity activity) =>
        activity.Value is JsonObject data
        && ToText(data[CardActions.ActionField])
            is CardActions.SubmitForm
                or CardActions.ConfirmForm
                or CardActions.EditForm
                or CardActions.CancelForm
        && ToText(data["form"]) is { Length: > 0 } form
            ? new FormClick(
                ToText(data[CardActions.ActionField]),
                form,
                int.TryParse(ToText(data["revision"]), out var revision) ? revision : -1,
                data
            )
            : null;

    /// <summary>
    /// The values of the inputs. An empty input of a card that shows an older state of the form does not overwrite a value entered since.
    /// Boxes of a card with an earlier wording of the consent are ignored: what they say is not what would be recorded.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>> ReadFieldValues(RequestForm form, RequestFieldList fields)
    {
        var hasPresentWording = ToText(Data[CardActions.WordingField]) == ConsentTexts.Version;
        foreach (var field in fields.InputFields)
        {
            var (key, isKnown) = (field.Key, form.TypedValues.ContainsKey(field.Key));
            if (field.Input == FieldInput.Checkbox ? !hasPresentWording : isKnown && !Data.ContainsKey(key))
            {
                continue;
            }

            var value = TypedText.Repair(ToText(Data[key])).Trim();
            if (value.Length > 0 || Revision == form.Revision || !isKnown)
            {
                yield return new(key, value.Length > TextLimits.CaseText * 2 ? value[..(TextLimits.CaseText * 2)] : value);
            }
        }
    }

    /// <summary>A JSON value as text; empty for anything but a string, a number or a boolean.</summary>
    public static string ToText(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.String => node.GetValue<string>(),
            JsonValueKind.Number => node.ToJsonString(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => "",
        };
}
