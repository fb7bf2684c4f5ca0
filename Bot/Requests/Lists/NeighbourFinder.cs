using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Lists;

/// <summary>A case to go on with.</summary>
public sealed record Neighbour(string CaseNumber, string EnterpriseName);

/// <summary>The cases before and after one; null where there is none.</summary>
public sealed record Neighbours(Neighbour? Previous, Neighbour? Next);

/// <summary>
/// Finds the case to go on with: the official's own open cases and those without an owner, the nearest deadline first. After the last one
/// follows the first.
/// </summary>
internal sealed class NeighbourFinder(IDbContextFactory<AssistantDb> dbContextFactory)
{
    /// <summary>Cases that are further back than this are not reached before those in front of them are done.</summary>
    private const int MaxCases = 200;

    public async Task<Neighbours> FindAsync(string caseNumber, CaseAccess access, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var officialId = access.OfficialId;
        var cases = await db.Set<CaseRow>()
            .AsNoTracking()
            .VisibleTo(access)
            .Where(r => r.Group == CaseGroup.Unassigned || (r.Group == CaseGroup.InProgress && r.OwnerId == officialId))
            .OrderBy(r => r.DueAt == null)
            .ThenBy(r => r.DueAt)
            .ThenBy(r => r.CaseNumber)
            .Take(MaxCases)
            .Select(r => new Neighbour(r.CaseNumber, r.EnterpriseName))
            .ToListAsync(cancellationToken);
        return Find(cases, caseNumber);
    }

    internal static Neighbours Find(IReadOnlyList<Neighbour> cases, string caseNumber)
    {
        var others = cases.Where(c => c.CaseNumber != caseNumber).ToList();
        if (others.Count == 0)
        {
            return new Neighbours(null, null);
        }

        var position = cases.TakeWhile(c => c.CaseNumber != caseNumber).Count();
        var isListed = position < cases.Count;
        return isListed
            ? new Neighbours(others[(position + others.Count - 1) % others.Count], others[position % others.Count])
            : new Neighbours(others[^1], others[0]);
    }
}
