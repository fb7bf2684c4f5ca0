using PolicyAssistantBot.Requests.Store;
using static PolicyAssistantBot.Requests.CaseStatus;

namespace PolicyAssistantBot.Requests.Rules;

internal static partial class CaseRules
{
    /// <summary>Answers the asker. An answered case may be answered again.</summary>
    public static CaseDecision Reply(CaseWithHistory stored, CaseCommand command, string? text) =>
        DecideForOfficial(
            stored,
            command,
            CaseEventKind.Replied,
            [Assigned, WaitingForAsker, Reopened, Answered],
            Answered,
            ChangeText.Required(text)
        );

    /// <summary>
    /// Tells the asker that something has arrived. An open case stays open: its answer is still due. An answered one stays answered.
    /// </summary>
    public static CaseDecision Acknowledge(CaseWithHistory stored, CaseCommand command, string? text) =>
        DecideForOfficial(
            stored,
            command,
            CaseEventKind.Replied,
            [Assigned, WaitingForAsker, Reopened, Answered],
            stored.Request.Status == Reopened ? Assigned : stored.Request.Status,
            ChangeText.Required(text),
            CaseEvent.AcknowledgementDetail
        );

    /// <summary>Corrects what the asker was answered. The case stays as it is: answered or closed.</summary>
    public static CaseDecision Correct(CaseWithHistory stored, CaseCommand command, string? text) =>
        DecideForOfficial(
            stored,
            command,
            CaseEventKind.Replied,
            [Answered, Closed],
            stored.Request.Status,
            ChangeText.Required(text),
            CaseEvent.CorrectionDetail
        );
}
