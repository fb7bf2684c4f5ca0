using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Files;

/// <summary>
/// Sends the files that <see cref="ReplyFileBinder"/> bound to an official's message, in the transaction that tells the asker. Files that
/// are not scanned yet are sent after the scan.
/// </summary>
internal sealed class ReplyFileSender(Outbox outbox, FileOfferComposer offerComposer) : ICaseObserver
{
    public bool TellsAsker => true;

    public async Task OnCaseChangedAsync(AssistantDb db, SupportRequest request, CaseEvent caseEvent, CancellationToken cancellationToken)
    {
        if (!caseEvent.IsMessageOfOfficial)
        {
            return;
        }

        var files = await db.Set<CaseFileRow>()
            .AsNoTracking()
            .Where(f => f.CaseNumber == request.CaseNumber && f.ReplyEventSequence == caseEvent.Sequence && f.State != FileState.Infected)
            .OrderBy(f => f.AddedAt)
            .ToListAsync(cancellationToken);
        if (files.Count == 0)
        {
            return;
        }

        foreach (var offer in offerComposer.Compose(request, [.. files.Where(f => f.IsDownloadable)]))
        {
            await outbox.AppendAsync(db, request.Asker.GetConversationReference(), offer, cancellationToken);
        }
    }
}

/// <summary>
/// Binds the files that an official attached to the official's next message to the asker, and frees them when the message is taken back.
/// </summary>
internal sealed class ReplyFileBinder : ICaseObserver
{
    public async Task OnCaseChangedAsync(AssistantDb db, SupportRequest request, CaseEvent caseEvent, CancellationToken cancellationToken)
    {
        if (caseEvent.IsMessageOfOfficial)
        {
            await db.Set<CaseFileRow>()
                .UnsentBy(request.CaseNumber, caseEvent.Actor.Id)
                .Where(f => f.State != FileState.Infected)
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.ReplyEventSequence, caseEvent.Sequence), cancellationToken);
        }
        else if (UndoneEvents.GetFirstSequence(caseEvent) is { } first)
        {
            await db.Set<CaseFileRow>()
                .Where(f => f.CaseNumber == request.CaseNumber && f.ReplyEventSequence >= first)
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.ReplyEventSequence, (int?)null), cancellationToken);
        }
    }
}
