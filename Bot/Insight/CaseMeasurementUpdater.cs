using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Insight;

/// <summary>Updates the measurements of a case in the transaction that changes the case. The topic is found later, by
/// <see cref="TopicUpdater"/>.</summary>
internal sealed class CaseMeasurementUpdater : ICaseObserver
{
    public async Task OnCaseChangedAsync(AssistantDb db, SupportRequest request, CaseEvent caseEvent, CancellationToken cancellationToken)
    {
        var existing = await db.Set<CaseMeasurement>()
            .AsNoTracking()
            .FirstOrDefaultAsync(f => f.CaseNumber == request.CaseNumber, cancellationToken);
        if (existing is not null && UndoneEvents.GetFirstSequence(caseEvent) is { } firstUndone)
        {
            var undoneAt = await db.Set<CaseEvent>()
                .Where(e => e.CaseNumber == request.CaseNumber && e.Sequence == firstUndone)
                .Select(e => e.At)
                .FirstAsync(cancellationToken);
            existing = CaseMeasurementRules.Undo(existing, undoneAt);
        }

        var measurement = CaseMeasurementRules.WithTeamAndDeadlines(
            CaseMeasurementRules.ApplyEvent(existing ?? CaseMeasurementRules.CreateForNewCase(request), caseEvent),
            request
        );
        db.Entry(measurement).State = existing is null ? EntityState.Added : EntityState.Modified;
        await db.SaveChangesAsync(cancellationToken);
        db.Entry(measurement).State = EntityState.Detached;
    }
}
