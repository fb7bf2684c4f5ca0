using System.Text.Json.Nodes;

namespace PolicyAssistantBot.Cards;

/// <summary>The inputs of a form card. The id of an input is the name of its value in the submitted data.</summary>
internal static class CardInputs
{
    public static JsonObject TextInput(
        string id,
        string label,
        string value,
        bool isRequired,
        string requiredMessage,
        bool isMultiline = false,
        string? style = null,
        int? maxLength = null
    )
    {
        var input = CreateInput("Input.Text", id, label, value, isRequired, requiredMessage);
        if (isMultiline)
        {
            input["isMultiline"] = true;
        }

        if (style is not null)
        {
            input["style"] = style;
        }

        if (maxLength is not null)
        {
            input["maxLength"] = maxLength;
        }

        return input;
    }

    public static JsonObject ChoiceInput(
        string id,
        string label,
        string value,
        bool isRequired,
        string requiredMessage,
        IEnumerable<(string Value, string Title)> choices
    )
    {
        var input = CreateInput("Input.ChoiceSet", id, label, value, isRequired, requiredMessage);
        input["style"] = "compact";
        input["wrap"] = true;
        input["choices"] = new JsonArray([.. choices.Select(c => (JsonNode)new JsonObject { ["title"] = c.Title, ["value"] = c.Value })]);
        return input;
    }

    /// <summary>A checkbox; its submitted value is <c>true</c> or <c>false</c>.</summary>
    /// <param name="label">The name of the checkbox. Web Chat rejects the whole card when a required input has none.</param>
    /// <param name="title">The sentence next to the checkbox.</param>
    public static JsonObject CheckboxInput(string id, string label, string title, bool isChecked) =>
        new()
        {
            ["type"] = "Input.Toggle",
            ["id"] = id,
            ["label"] = label,
            ["title"] = title,
            ["wrap"] = true,
            ["value"] = isChecked ? "true" : "false",
        };

    private static JsonObject CreateInput(string type, string id, string label, string value, bool isRequired, string requiredMessage)
    {
        var input = new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["label"] = label,
        };
        if (value.Length > 0)
        {
            input["value"] = value;
        }

        if (isRequired)
        {
            input["isRequired"] = true;
            input["errorMessage"] = requiredMessage;
        }

        return input;
    }
}
