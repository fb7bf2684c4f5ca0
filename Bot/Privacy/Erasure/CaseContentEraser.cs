using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Privacy.Erasure;

/// <summary>Removes the content and the contact of cases for which the erasure is already part of the history.</summary>
internal static class CaseContentEraser
{
    public static async Task<int> BlankCasesAsync(AssistantDb db, PersonalDataSubject subject, CancellationToken cancellationToken)
    {
        var rows = await db.Set<CaseRow>()
            .AsNoTracking()
            .Where(r => subject.CaseNumbers.Contains(r.CaseNumber) && r.ErasedAt == null)
            .ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            var (facts, routing) = (row.Facts.WithoutPersonalData(), row.Routing is null ? null : row.Routing with { Reasons = [] });
            DateTimeOffset? erasedAt = row.ChangedAt;
            await db.Set<CaseRow>()
                .Where(r => r.CaseNumber == row.CaseNumber)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(r => r.EnterpriseName, "")
                            .SetProperty(r => r.TaxCode, "")
                            .SetProperty(r => r.SearchText, "")
                            .SetProperty(r => r.ConversationId, "")
                            .SetProperty(r => r.UserId, "")
                            .SetProperty(r => r.ActivityId, row.CaseNumber)
                            .SetProperty(r => r.ReferenceJson, "{}")
                            .SetProperty(r => r.Facts, facts)
                            .SetProperty(r => r.Routing, routing)
                            .SetProperty(r => r.ErasedAt, erasedAt),
                    cancellationToken
                );
            await CaseSearch.RemoveAsync(db, row.NumericCaseNumber, cancellationToken);
        }

        return rows.Count;
    }

    public static Task<int> BlankEventsAsync(AssistantDb db, PersonalDataSubject subject, CancellationToken cancellationToken) =>
        db.Set<CaseEvent>()
            .Where(e => subject.CaseNumbers.Contains(e.CaseNumber) && e.Kind != CaseEventKind.Erased && e.Text != null)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Text, (string?)null), cancellationToken);
}
