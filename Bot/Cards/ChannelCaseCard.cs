using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>A case as shown in the officials' channel.</summary>
/// <param name="Version">The displayed version of the case; a click sends it back.</param>
/// <param name="Rows">Label and value, the most important first.</param>
/// <param name="Notice">The result of the reader's own click; null on the card that everyone sees.</param>
/// <param name="Page">The case's page on the desk: title and URL; null when the desk's public URL is not configured.</param>
/// <param name="RefreshUserId">The channel's user id of the reader that the card is for; null for everyone.</param>
internal sealed record ChannelCaseView(
    string CaseNumber,
    int Version,
    Lang Lang,
    IReadOnlyList<(string Label, string Value)> Rows,
    IReadOnlyList<ChannelCaseButton> Buttons,
    string? Notice = null,
    (string Title, Uri Address)? Page = null,
    string? RefreshUserId = null
);

/// <summary>An action on the case: executed at once, or after the user has filled in the inputs that the button reveals.</summary>
internal sealed record ChannelCaseButton(string Verb, string Title, params IReadOnlyList<JsonObject> Inputs);

/// <summary>The card of one case in the officials' channel. The data that a click sends is untrusted.</summary>
internal static class ChannelCaseCard
{
    /// <summary>The verb that clients send to refresh a card; the verbs of buttons come from <see cref="ChannelCaseButton"/>.</summary>
    public const string ShowVerb = "case.show";
    public const string NumberField = "number";
    public const string VersionField = "version";

    /// <summary>The id of an input, under which its value is sent: the inputs of one card must not share ids.</summary>
    public static string InputId(string verb, string field) => $"{verb}.{field}";

    public static Attachment Build(ChannelCaseView view)
    {
        var card = Card(
            view.Lang.Code(),
            [
                view.Notice is null ? null : ErrorText(view.Notice),
                Heading(view.CaseNumber),
                .. view.Rows.Select(row => LabeledValue(row.Label, row.Value)),
            ]
        );
        var actions = new JsonArray([.. view.Buttons.Select(button => (JsonNode)BuildButton(view, button))]);
        if (view.Page is var (title, address))
        {
            actions.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["type"] = "Action.OpenUrl",
                        ["title"] = title,
                        ["url"] = address.ToString(),
                    }
            );
        }

        card.Content!["actions"] = actions;
        if (view.RefreshUserId is not null)
        {
            card.Content["refresh"] = new JsonObject
            {
                ["action"] = new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["title"] = view.CaseNumber,
                    ["verb"] = ShowVerb,
                    ["data"] = BuildData(view, ShowVerb),
                },
                ["userIds"] = new JsonArray(view.RefreshUserId),
            };
        }

        return card;
    }

    private static JsonObject BuildButton(ChannelCaseView view, ChannelCaseButton button)
    {
        var executeAction = Execute(button.Title, BuildData(view, button.Verb));
        return button.Inputs.Count == 0
            ? executeAction
            : new JsonObject
            {
                ["type"] = "Action.ShowCard",
                ["title"] = button.Title,
                ["card"] = new JsonObject
                {
                    ["type"] = "AdaptiveCard",
                    ["body"] = new JsonArray([.. button.Inputs]),
                    ["actions"] = new JsonArray(executeAction),
                },
            };
    }

    private static JsonObject BuildData(ChannelCaseView view, string verb) =>
        new()
        {
            [CardActions.ActionField] = verb,
            [NumberField] = view.CaseNumber,
            [VersionField] = view.Version,
        };
}
