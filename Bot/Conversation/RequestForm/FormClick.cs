using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Knowledge.Language.Typing;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Conversation.RequestForm;

/// <summary>A click on a card of the form. Anybody can send anything: only known fields are read, and only as text.</summary>
internal sealed record FormClick(string Action, string FormId, int Revision, JsonObject Data)
{
    public static FormClick? Read(Activity activity) =>
        activity.Value is JsonObject data
        && Text(data[CardActions.Action]) is CardActions.Form or CardActions.Confirm or CardActions.Edit or CardActions.CancelForm
        && Text(data["form"]) is { Length: > 0 } form
            ? new FormClick(
                Text(data[CardActions.Action]),
                form,
                int.TryParse(Text(data["revision"]), out var revision) ? revision : -1,
                data
            )
            : null;

    /// <summary>
    /// What the inputs held. An empty input of a card that shows an older state of the form does not empty what was said since.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>> Answers(RequestForm form, RequestFieldList fields)
    {
        foreach (var key in fields.Asked.Select(field => field.Key))
        {
            if (!Data.ContainsKey(key) && form.Typed.ContainsKey(key))
            {
                continue;
            }

            var value = TypedText.Repair(Text(Data[key])).Trim();
            if (value.Length > 0 || Revision == form.Revision || !form.Typed.ContainsKey(key))
            {
                yield return new(key, value.Length > TextLengths.CaseText * 2 ? value[..(TextLengths.CaseText * 2)] : value);
            }
        }
    }

    /// <summary>A JSON value as text; empty for anything but a string, a number or a truth value.</summary>
    public static string Text(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            JsonValueKind.String => node.GetValue<string>(),
            JsonValueKind.Number => node.ToJsonString(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => "",
        };
}
