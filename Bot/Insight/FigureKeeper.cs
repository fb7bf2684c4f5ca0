using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Insight;

/// <summary>Keeps each case's figures true, in the transaction of the change.</summary>
internal sealed class FigureKeeper(TopicFinder topics) : ICaseObserver
{
    public async Task ChangedAsync(AssistantDb db, SupportRequest request, RequestEvent entry, CancellationToken cancellationToken)
    {
        var known = await db.Set<CaseFigure>()
            .AsNoTracking()
            .FirstOrDefaultAsync(f => f.CaseNumber == request.CaseNumber, cancellationToken);
        var figure = CaseFigures.Beside(CaseFigures.After(known ?? CaseFigures.Begin(request, topics.Find(request.Facts)), entry), request);
        db.Entry(figure).State = known is null ? EntityState.Added : EntityState.Modified;
        await db.SaveChangesAsync(cancellationToken);
        db.Entry(figure).State = EntityState.Detached;
    }
}
