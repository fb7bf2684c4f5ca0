using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Desk.ReplyBar;

/// <summary>After an act the page of the case says in a sentence what was done; the address carries which act it was.</summary>
internal static class DoneTexts
{
    public const string Note = "note";

    public const string Undo = "undo";

    /// <summary>A reply after which the case stays open.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>The same in a case that was answered before.</summary>
    public const string AcknowledgedAnswered = "acknowledged-answered";

    public const string FilesAdded = "files";

    public const string FileRemoved = "file-removed";

    public const string QueuedAgain = "retry";

    /// <summary>The page of a case after an act on it.</summary>
    /// <param name="fragment">What to show of the page.</param>
    public static string AddressOf(CaseNumber number, string done, string fragment = "done") =>
        $"/desk/cases/{number}?done={done}#{fragment}";

    /// <summary>The page of the next case after an act on another one.</summary>
    public static string AddressOfNext(string nextNumber, string done, CaseNumber actedOn) =>
        $"/desk/cases/{nextNumber}?done={done}&case={actedOn}#done";

    /// <param name="otherCase">The number of the case that was acted on, when it is not the one that is shown.</param>
    /// <returns>Null when the address names no act.</returns>
    public static LocalizedText? Find(DeskActionList actions, string done, string otherCase)
    {
        var text = Find(actions, done);
        return text is not null && CaseNumber.TryParse(otherCase, out var number)
            ? new LocalizedText(
                ReplyBarTexts.DoneInCase.With(Lang.Vi, text.Vi, number),
                ReplyBarTexts.DoneInCase.With(Lang.En, text.En, number)
            )
            : text;
    }

    private static LocalizedText? Find(DeskActionList actions, string done) =>
        done switch
        {
            Note => ReplyBarTexts.NoteSaved,
            Undo => ReplyBarTexts.UndoDone,
            Acknowledged => ReplyBarTexts.Acknowledged,
            AcknowledgedAnswered => ReplyBarTexts.AcknowledgedAnswered,
            FilesAdded => ReplyBarTexts.FilesAdded,
            FileRemoved => ReplyBarTexts.FileRemoved,
            QueuedAgain => ReplyBarTexts.QueuedAgain,
            _ when done == DeskActions.ReplyAndClose.Key => DeskActions.ReplyAndClose.DoneText,
            _ => actions.Find(done) is { } action
                ? action.DoneText
                    ?? new LocalizedText(
                        ReplyBarTexts.Done.With(Lang.Vi, action.Title.Vi),
                        ReplyBarTexts.Done.With(Lang.En, action.Title.En)
                    )
                : null,
        };
}
