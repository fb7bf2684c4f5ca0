using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Drafts;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Desk.ReplyBar;

/// <summary>Puts the text of a message that is taken back into its writer's draft again, in the same transaction.</summary>
internal sealed class UndoneReplyRestorer : ICaseObserver
{
    public async Task OnCaseChangedAsync(AssistantDb db, SupportRequest request, CaseEvent caseEvent, CancellationToken cancellationToken)
    {
        if (UndoneEvents.GetFirstSequence(caseEvent) is not { } first)
        {
            return;
        }

        var undone = await db.Set<CaseEvent>()
            .AsNoTracking()
            .FirstAsync(e => e.CaseNumber == request.CaseNumber && e.Sequence == first, cancellationToken);
        if (undone.Text is not { } text)
        {
            return;
        }

        var mode = undone.Kind switch
        {
            CaseEventKind.AskedBack => DeskActions.RequestInformation,
            CaseEventKind.Forwarded => DeskActions.Forward,
            _ when undone.IsCorrection => DeskActions.Correct,
            _ => DeskActions.Reply,
        };
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { [ActionField.TextInputName] = text };
        if (undone is { Kind: CaseEventKind.Forwarded, Detail: { } authority })
        {
            values[DeskActions.TargetInputName] = authority;
        }

        if (undone.IsAcknowledgement)
        {
            values[DeskActions.AcknowledgementInputName] = DeskActions.AcknowledgementValue;
        }

        await CaseDraftStore.PutBackAsync(db, caseEvent.Actor.Id, request.CaseNumber, mode.Key, values, caseEvent.At, cancellationToken);
    }
}
