using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>A case as the officials' channel shows it.</summary>
/// <param name="Version">What whoever clicks has seen.</param>
/// <param name="Rows">Label and value, from the most important on.</param>
/// <param name="Notice">What became of the reader's own click; null on the card that everybody sees.</param>
/// <param name="Page">The case on the desk: title and address; null when the desk's public address is not configured.</param>
/// <param name="RefreshFor">The channel's id of the reader for whom this card is made; null for everybody.</param>
internal sealed record ChannelCaseView(
    string CaseNumber,
    int Version,
    Lang Lang,
    IReadOnlyList<(string Label, string Value)> Rows,
    IReadOnlyList<ChannelCaseButton> Buttons,
    string? Notice = null,
    (string Title, Uri Address)? Page = null,
    string? RefreshFor = null
);

/// <summary>Something to do with the case: at once, or after the inputs that the button unfolds.</summary>
internal sealed record ChannelCaseButton(string Action, string Title, params IReadOnlyList<JsonObject> Inputs);

/// <summary>One case in the officials' channel. What a click sends is untrusted when it comes back.</summary>
internal static class ChannelCaseCard
{
    public const string Take = "case.take";
    public const string Reply = "case.reply";
    public const string AskBack = "case.askBack";
    public const string Close = "case.close";
    public const string Show = "case.show";
    public const string Number = "number";
    public const string Version = "version";
    public const string Reason = "reason";

    /// <summary>The name under which the text of an action comes back: inputs of one card do not share names.</summary>
    public static string TextOf(string action) => $"{action}.text";

    public static Attachment Build(ChannelCaseView view)
    {
        var card = Card(
            view.Lang.Code(),
            [
                view.Notice is null ? null : Problem(view.Notice),
                Heading(view.CaseNumber),
                .. view.Rows.Select(row => Fact(row.Label, row.Value)),
            ]
        );
        var actions = new JsonArray([.. view.Buttons.Select(button => (JsonNode)Button(view, button))]);
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
        if (view.RefreshFor is not null)
        {
            card.Content["refresh"] = new JsonObject
            {
                ["action"] = new JsonObject
                {
                    ["type"] = "Action.Execute",
                    ["title"] = view.CaseNumber,
                    ["verb"] = Show,
                    ["data"] = Data(view, Show),
                },
                ["userIds"] = new JsonArray(view.RefreshFor),
            };
        }

        return card;
    }

    private static JsonObject Button(ChannelCaseView view, ChannelCaseButton button)
    {
        var send = Execute(button.Title, Data(view, button.Action));
        return button.Inputs.Count == 0
            ? send
            : new JsonObject
            {
                ["type"] = "Action.ShowCard",
                ["title"] = button.Title,
                ["card"] = new JsonObject
                {
                    ["type"] = "AdaptiveCard",
                    ["body"] = new JsonArray([.. button.Inputs]),
                    ["actions"] = new JsonArray(send),
                },
            };
    }

    private static JsonObject Data(ChannelCaseView view, string action) =>
        new()
        {
            [CardActions.Action] = action,
            [Number] = view.CaseNumber,
            [Version] = view.Version,
        };
}
