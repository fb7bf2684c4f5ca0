using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Lists;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Similarity;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>Stores what <see cref="CaseRules"/> decided, inside the caller's transaction.</summary>
internal static class CaseWriter
{
    public static async Task AddAsync(
        AssistantDb db,
        SupportRequest request,
        CaseEvent firstEvent,
        WorkingHours hours,
        CancellationToken cancellationToken
    )
    {
        db.Add(CaseRowMapper.ToRow(request, hours));
        db.Add(firstEvent);
        await db.SaveChangesAsync(cancellationToken);
        await SimilarCaseFinder.AddSignatureAsync(db, request, cancellationToken);
        await CaseSearch.IndexAsync(db, request, cancellationToken);
    }

    /// <summary>Stores a change; false, and nothing stored, when the case is no longer at the version that the rule saw.</summary>
    public static async Task<bool> UpdateAsync(
        AssistantDb db,
        CaseDecision.Changed change,
        WorkingHours hours,
        CancellationToken cancellationToken
    )
    {
        var row = CaseRowMapper.ToRow(change.Request, hours);
        var expectedVersion = row.Version - 1;
        var updatedCount = await db.Set<CaseRow>()
            .Where(r => r.CaseNumber == row.CaseNumber && r.Version == expectedVersion)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(r => r.Version, row.Version)
                        .SetProperty(r => r.Status, row.Status)
                        .SetProperty(r => r.Group, row.Group)
                        .SetProperty(r => r.OwnerId, row.OwnerId)
                        .SetProperty(r => r.OwnerName, row.OwnerName)
                        .SetProperty(r => r.Team, row.Team)
                        .SetProperty(r => r.Routing, row.Routing)
                        .SetProperty(r => r.Deadlines, row.Deadlines)
                        .SetProperty(r => r.DueAt, row.DueAt)
                        .SetProperty(r => r.DueSoonAt, row.DueSoonAt)
                        .SetProperty(r => r.NextWarningAt, row.NextWarningAt)
                        .SetProperty(r => r.ChangedAt, row.ChangedAt)
                        .SetProperty(r => r.ConsentWithdrawnAt, row.ConsentWithdrawnAt)
                        .SetProperty(r => r.LastHash, row.LastHash),
                cancellationToken
            );
        if (updatedCount == 0)
        {
            return false;
        }

        db.Add(change.Event);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Stores the deadlines when nothing else changed: after a warning, or when the calendar was edited.</summary>
    /// <returns>The number of cases stored: 0 when the case is no longer at that version.</returns>
    public static Task<int> UpdateDeadlinesAsync(
        AssistantDb db,
        SupportRequest request,
        WorkingHours hours,
        CancellationToken cancellationToken
    )
    {
        var row = CaseRowMapper.ToRow(request, hours);
        return db.Set<CaseRow>()
            .Where(r => r.CaseNumber == row.CaseNumber && r.Version == row.Version)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(r => r.Deadlines, row.Deadlines)
                        .SetProperty(r => r.DueAt, row.DueAt)
                        .SetProperty(r => r.DueSoonAt, row.DueSoonAt)
                        .SetProperty(r => r.NextWarningAt, row.NextWarningAt),
                cancellationToken
            );
    }
}
