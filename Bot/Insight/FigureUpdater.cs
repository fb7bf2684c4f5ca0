using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Insight;

/// <summary>Updates the measurements of a case in the transaction that changes the case. The topic is found later, by
/// <see cref="TopicUpdater"/>.</summary>
internal sealed class FigureUpdater : ICaseObserver
{
    public async Task OnCaseChangedAsync(AssistantDb db, SupportRequest request, CaseEvent caseEvent, CancellationToken cancellationToken)
    {
        var known = await db.Set<CaseFigure>()
            .AsNoTracking()
            .FirstOrDefaultAsync(f => f.CaseNumber == request.CaseNumber, cancellationToken);
        var figure = CaseFigures.WithCase(CaseFigures.Apply(known ?? CaseFigures.ForNewCase(request), caseEvent), request);
        db.Entry(figure).State = known is null ? EntityState.Added : EntityState.Modified;
        await db.SaveChangesAsync(cancellationToken);
        db.Entry(figure).State = EntityState.Detached;
    }
}
