using System.Text.Json.Nodes;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Cards;

/// <summary>
/// The data that a click on a card sends: an object whose <see cref="ActionField"/> field names the action.
/// Everything in it is untrusted when it is received.
/// </summary>
internal static class CardActions
{
    public const string ActionField = "action";

    /// <summary>The version of the consent statements that a form card shows.</summary>
    public const string WordingField = "wording";

    public const string AskQuestion = "ask";
    public const string Vote = "vote";
    public const string GiveReason = "reason";
    public const string AskOfficial = "official";
    public const string SendCommand = "say";
    public const string SubmitForm = "form";
    public const string ConfirmForm = "confirm";
    public const string EditForm = "edit";
    public const string CancelForm = "cancelForm";
    public const string ShowCase = "case";
    public const string ShowSubmittedForm = "summary";
    public const string RateCase = "rate";

    /// <summary>Sends an answer to the asker's e-mail address. The chat on a web page has a button for it beside the answer.</summary>
    public const string MailAnswer = "mailAnswer";

    /// <summary>The next message is added to the case. The chat on a web page handles it itself.</summary>
    public const string AddToCase = "addToCase";

    /// <summary>Asks a question, as if the user had typed it.</summary>
    public static JsonObject QuestionData(string question) => new() { [ActionField] = AskQuestion, ["text"] = question };

    /// <summary>Sends a command, as if the user had typed it.</summary>
    public static JsonObject CommandData(string text) => new() { [ActionField] = SendCommand, ["text"] = text };

    /// <param name="answerId">The answer's id in the conversation.</param>
    public static JsonObject VoteData(string answerId, bool isUp) =>
        new()
        {
            [ActionField] = Vote,
            ["answer"] = answerId,
            ["up"] = isUp,
        };

    /// <param name="reason">The name of a member of <c>VoteReason</c>.</param>
    public static JsonObject ReasonData(string answerId, string reason) =>
        new()
        {
            [ActionField] = GiveReason,
            ["answer"] = answerId,
            ["why"] = reason,
        };

    public static JsonObject AskOfficialData(string answerId) => new() { [ActionField] = AskOfficial, ["answer"] = answerId };

    /// <param name="revision">The revision of the form that the card shows.</param>
    public static JsonObject FormData(string action, string formId, int revision) =>
        new()
        {
            [ActionField] = action,
            ["form"] = formId,
            ["revision"] = revision,
            [WordingField] = ConsentTexts.Version,
        };

    /// <summary>Asks what happened to a form whose summary was shown; changes nothing.</summary>
    public static JsonObject ShowSubmittedFormData(string formId) => new() { [ActionField] = ShowSubmittedForm, ["form"] = formId };

    /// <param name="score">1 to 5.</param>
    public static JsonObject RateCaseData(string caseNumber, int score) =>
        new()
        {
            [ActionField] = RateCase,
            ["number"] = caseNumber,
            ["score"] = score,
        };

    public static JsonObject AddToCaseData(string caseNumber) => new() { [ActionField] = AddToCase, ["number"] = caseNumber };

    public static JsonObject ShowCaseData(string caseNumber) => new() { [ActionField] = ShowCase, ["number"] = caseNumber };
}
