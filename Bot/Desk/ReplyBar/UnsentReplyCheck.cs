using PolicyAssistantBot.Access;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Requests.Drafts;

namespace PolicyAssistantBot.Desk.ReplyBar;

/// <summary>Closing a case asks first whether a half-written reply is meant to stay unsent.</summary>
internal sealed class UnsentReplyCheck(CaseDraftStore drafts)
{
    /// <summary>The input that says that the official has seen the question.</summary>
    public const string SeenInputName = "without-draft";

    private const string Seen = "yes";

    public static bool IsSeen(ActionValues? values) => values?[SeenInputName] == Seen;

    public static ActionValues AddSeen(ActionValues values) => values.WithValue(SeenInputName, Seen);

    public async Task<bool> IsAskedAsync(
        DeskAction action,
        string caseNumber,
        SignedInAccount account,
        ActionValues values,
        CancellationToken cancellationToken
    ) =>
        action == DeskActions.Close
        && !IsSeen(values)
        && await drafts.FindAsync(account.Id, caseNumber, cancellationToken) is { } draft
        && draft.Values.GetValueOrDefault(ActionField.TextInputName)?.Any(text => !string.IsNullOrWhiteSpace(text)) == true;
}
