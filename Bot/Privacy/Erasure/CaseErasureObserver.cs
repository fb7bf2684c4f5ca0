using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Privacy.Erasure;

/// <summary>
/// Carries out the erasure of a case in the transaction that adds it to the history, whoever decided it: the asker, a supervisor or the
/// end of the retention period. Runs before the observers that show the case elsewhere.
/// </summary>
internal sealed class CaseErasureObserver(PrivacyOptionsReader options) : ICaseObserver
{
    public async Task OnCaseChangedAsync(AssistantDb db, SupportRequest request, CaseEvent caseEvent, CancellationToken cancellationToken)
    {
        if (caseEvent.Kind != CaseEventKind.Erased)
        {
            return;
        }

        // The row still has what the decision removed.
        var row = await db.Set<CaseRow>().AsNoTracking().SingleAsync(r => r.CaseNumber == request.CaseNumber, cancellationToken);
        var subject = new PersonalDataSubject("", "");
        if (caseEvent.Actor.Kind == ActorKind.Official && !await HasOtherCasesAsync(db, row, cancellationToken))
        {
            var key = ActivityRecorder.ConversationKey(row.ChannelId, row.ConversationId);
            subject = await PersonalDataSubject.ReadAsync(db, row.ChannelId, row.UserId, key, cancellationToken);
        }

        subject = subject with
        {
            CaseNumbers = [row.CaseNumber],
            ErasedAt = caseEvent.At.ToUnixTimeMilliseconds(),
            OfficialsConversation = options.OfficialsConversation,
        };
        var work = await PersonalDataEraser.CollectWorkAsync(db, subject, cancellationToken);
        var counts = await PersonalDataEraser.EraseTablesAsync(db, subject, cancellationToken);
        if (caseEvent.Actor.Kind != ActorKind.Asker)
        {
            db.Add(CreateRecord(row, caseEvent, counts, work));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>The asker's messages may still be needed for other cases.</summary>
    private static Task<bool> HasOtherCasesAsync(AssistantDb db, CaseRow row, CancellationToken cancellationToken) =>
        db.Set<CaseRow>()
            .AnyAsync(
                r => r.ChannelId == row.ChannelId && r.UserId == row.UserId && r.CaseNumber != row.CaseNumber && r.Group != CaseGroup.Ended,
                cancellationToken
            );

    /// <summary>Of an erasure that the asker did not ask for in the chat; files are deleted after the commit.</summary>
    private static ErasureRow CreateRecord(CaseRow row, CaseEvent caseEvent, IReadOnlyDictionary<string, int> counts, ErasureWork work) =>
        new()
        {
            Id = $"{row.CaseNumber}-{caseEvent.Sequence}",
            RequestedAt = caseEvent.At.ToUnixTimeMilliseconds(),
            RequestedBy = caseEvent.Actor.Kind,
            OfficialId = caseEvent.Actor.Kind == ActorKind.Official ? caseEvent.Actor.Id : null,
            ChannelId = row.ChannelId,
            UserHash = ErasureRow.ComputeUserHash(row.ChannelId, row.UserId),
            State = ErasureState.Cleaning,
            Erased = counts,
            Remaining = work,
        };
}
