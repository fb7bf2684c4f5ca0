using System.Text.Json.Nodes;

namespace PolicyAssistantBot.Cards;

/// <summary>
/// The data that a click on a card sends: an object whose <see cref="Action"/> field names the action.
/// Everything in it is untrusted when it is received.
/// </summary>
internal static class CardActions
{
    public const string Action = "action";
    public const string Ask = "ask";
    public const string Vote = "vote";
    public const string Reason = "reason";
    public const string Official = "official";
    public const string Say = "say";
    public const string Form = "form";
    public const string Confirm = "confirm";
    public const string Edit = "edit";
    public const string CancelForm = "cancelForm";
    public const string Case = "case";
    public const string Summary = "summary";
    public const string Rate = "rate";

    /// <summary>Asks a question, as if the user had typed it.</summary>
    public static JsonObject AskData(string question) => new() { [Action] = Ask, ["text"] = question };

    /// <summary>Sends a command, as if the user had typed it.</summary>
    public static JsonObject SayData(string text) => new() { [Action] = Say, ["text"] = text };

    /// <param name="answer">The answer's id in the conversation.</param>
    public static JsonObject VoteData(string answer, bool isUp) =>
        new()
        {
            [Action] = Vote,
            ["answer"] = answer,
            ["up"] = isUp,
        };

    /// <param name="why">The name of a reason.</param>
    public static JsonObject ReasonData(string answer, string why) =>
        new()
        {
            [Action] = Reason,
            ["answer"] = answer,
            ["why"] = why,
        };

    public static JsonObject OfficialData(string answer) => new() { [Action] = Official, ["answer"] = answer };

    /// <param name="revision">The revision of the form that the card shows.</param>
    public static JsonObject FormData(string action, string form, int revision) =>
        new()
        {
            [Action] = action,
            ["form"] = form,
            ["revision"] = revision,
        };

    /// <summary>Asks what happened to a form whose summary was shown; changes nothing.</summary>
    public static JsonObject SummaryData(string form) => new() { [Action] = Summary, ["form"] = form };

    /// <param name="score">1 to 5.</param>
    public static JsonObject RateData(string caseNumber, int score) =>
        new()
        {
            [Action] = Rate,
            ["number"] = caseNumber,
            ["score"] = score,
        };

    public static JsonObject CaseData(string caseNumber) => new() { [Action] = Case, ["number"] = caseNumber };
}
