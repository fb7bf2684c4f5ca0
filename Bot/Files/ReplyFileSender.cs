using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Files;

/// <summary>
/// Sends the files that an official attached with the official's next message to the asker, in the same transaction. Files that are not
/// scanned yet are sent after the scan.
/// </summary>
internal sealed class ReplyFileSender(Outbox outbox, FileOfferComposer offerComposer) : ICaseObserver
{
    public async Task OnCaseChangedAsync(AssistantDb db, SupportRequest request, CaseEvent caseEvent, CancellationToken cancellationToken)
    {
        if (!caseEvent.IsMessageOfOfficial)
        {
            return;
        }

        var files = await db.Set<CaseFileRow>()
            .AsNoTracking()
            .UnsentBy(request.CaseNumber, caseEvent.Actor.Id)
            .Where(f => f.State != FileState.Infected)
            .OrderBy(f => f.AddedAt)
            .ToListAsync(cancellationToken);
        if (files.Count == 0)
        {
            return;
        }

        var ids = files.Select(f => f.Id).ToList();
        await db.Set<CaseFileRow>()
            .Where(f => ids.Contains(f.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.ReplyEventSequence, caseEvent.Sequence), cancellationToken);
        foreach (var offer in offerComposer.Compose(request, [.. files.Where(f => f.IsDownloadable)]))
        {
            await outbox.AppendAsync(db, request.Asker.GetConversationReference(), offer, cancellationToken);
        }
    }
}
