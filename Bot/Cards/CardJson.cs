using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;

namespace PolicyAssistantBot.Cards;

/// <summary>
/// Elements of an Adaptive Card 1.5. Text wraps and elements are stacked vertically, so that a card is readable at 320 px.
/// The only actions that call back are <c>Action.Submit</c>, which every channel supports, and <c>Action.Execute</c>,
/// which is rewritten where it is not supported.
/// </summary>
internal static class CardJson
{
    public static Attachment Card(string lang, params ReadOnlySpan<JsonObject?> body) =>
        new()
        {
            ContentType = Attachment.AdaptiveCard,
            Content = new JsonObject
            {
                ["type"] = "AdaptiveCard",
                ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                ["version"] = "1.5",
                ["lang"] = lang,
                ["body"] = ToJsonArray(body),
            },
        };

    /// <summary>Text of the product, which may contain Markdown.</summary>
    public static JsonObject Text(string text) =>
        new()
        {
            ["type"] = "TextBlock",
            ["text"] = text,
            ["wrap"] = true,
        };

    public static JsonObject Heading(string text) =>
        new()
        {
            ["type"] = "TextBlock",
            ["text"] = text,
            ["wrap"] = true,
            ["weight"] = "Bolder",
            ["size"] = "Medium",
            ["style"] = "heading",
        };

    public static JsonObject SmallText(string text) =>
        new()
        {
            ["type"] = "TextBlock",
            ["text"] = text,
            ["wrap"] = true,
            ["size"] = "Small",
            ["isSubtle"] = true,
            ["spacing"] = "Small",
        };

    public static JsonObject ErrorText(string text) =>
        new()
        {
            ["type"] = "TextBlock",
            ["text"] = text,
            ["wrap"] = true,
            ["color"] = "Attention",
            ["spacing"] = "Small",
        };

    public static JsonObject WarningText(string text) =>
        new()
        {
            ["type"] = "TextBlock",
            ["text"] = text,
            ["wrap"] = true,
            ["color"] = "Warning",
            ["spacing"] = "Small",
        };

    /// <summary>Text from users, shown literally: it is not interpreted as Markdown.</summary>
    public static JsonObject LiteralText(string text) =>
        new()
        {
            ["type"] = "RichTextBlock",
            ["spacing"] = "None",
            ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = text }),
        };

    /// <summary>A label with its value below it.</summary>
    public static JsonObject LabeledValue(string label, string value) =>
        new()
        {
            ["type"] = "Container",
            ["spacing"] = "Small",
            ["items"] = new JsonArray(SmallText(label), LiteralText(value)),
        };

    public static JsonObject Container(string id, bool isVisible, params ReadOnlySpan<JsonObject?> items) =>
        new()
        {
            ["type"] = "Container",
            ["id"] = id,
            ["isVisible"] = isVisible,
            ["items"] = ToJsonArray(items),
        };

    public static JsonObject Actions(params ReadOnlySpan<JsonObject?> actions) =>
        new() { ["type"] = "ActionSet", ["actions"] = ToJsonArray(actions) };

    public static JsonObject Submit(string title, JsonObject data, string? style = null)
    {
        var action = new JsonObject
        {
            ["type"] = "Action.Submit",
            ["title"] = title,
            ["data"] = data,
        };
        if (style is not null)
        {
            action["style"] = style;
        }

        return action;
    }

    /// <summary>
    /// A clickable container that shows a whole question. Channels truncate the title of a button at the end of
    /// the line; the text of a container wraps.
    /// </summary>
    public static JsonObject QuestionButton(string question, JsonObject data)
    {
        var text = Text(question);
        text["color"] = "Accent";
        return new JsonObject
        {
            ["type"] = "Container",
            ["style"] = "emphasis",
            ["spacing"] = "Small",
            ["items"] = new JsonArray(text),
            ["selectAction"] = Submit(question, data),
        };
    }

    /// <summary>
    /// A submit action whose response replaces the card where the channel supports it (<c>Action.Execute</c>); elsewhere
    /// the fallback <c>Action.Submit</c> is used.
    /// </summary>
    public static JsonObject Execute(string title, JsonObject data, string? style = null)
    {
        var action = Submit(title, data, style);
        action["fallback"] = action.DeepClone();
        action["type"] = "Action.Execute";
        action["verb"] = data[CardActions.ActionField]?.DeepClone();
        return action;
    }

    /// <summary>
    /// The card with a refresh action, where the channel supports it: the client requests the current card whenever it is displayed.
    /// </summary>
    public static Attachment WithRefreshAction(Attachment card, string title, JsonObject data)
    {
        card.Content!["refresh"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["title"] = title,
                ["verb"] = data[CardActions.ActionField]?.DeepClone(),
                ["data"] = data,
            },
        };
        return card;
    }

    /// <summary>A submit action that neither validates nor sends the card's inputs.</summary>
    public static JsonObject SubmitWithoutInputs(string title, JsonObject data)
    {
        var action = Submit(title, data);
        action["associatedInputs"] = "none";
        return action;
    }

    public static JsonObject OpenUrl(string title, string url) =>
        new()
        {
            ["type"] = "Action.OpenUrl",
            ["title"] = title,
            ["url"] = url,
        };

    public static JsonObject Toggle(string title, string targetId) =>
        new()
        {
            ["type"] = "Action.ToggleVisibility",
            ["title"] = title,
            ["targetElements"] = new JsonArray(targetId),
        };

    /// <summary>Shows one of several parts in the place of the one that is shown.</summary>
    /// <param name="id">Tells clients that this leads on or back, unlike a section that unfolds.</param>
    public static JsonObject SwitchPart(string id, string title, string hiddenId, string shownId, string? style = null)
    {
        var action = new JsonObject
        {
            ["type"] = "Action.ToggleVisibility",
            ["id"] = $"{id}-{shownId}",
            ["title"] = title,
            ["targetElements"] = new JsonArray(
                new JsonObject { ["elementId"] = hiddenId, ["isVisible"] = false },
                new JsonObject { ["elementId"] = shownId, ["isVisible"] = true }
            ),
        };
        if (style is not null)
        {
            action["style"] = style;
        }

        return action;
    }

    private static JsonArray ToJsonArray(ReadOnlySpan<JsonObject?> items)
    {
        var array = new JsonArray();
        foreach (var item in items)
        {
            if (item is not null)
            {
                array.Add((JsonNode)item);
            }
        }

        return array;
    }
}
