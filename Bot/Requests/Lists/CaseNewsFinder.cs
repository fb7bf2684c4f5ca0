using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Lists;

/// <summary>An event that concerns an official at once.</summary>
public sealed record CaseNews(string CaseNumber, int Sequence, CaseEventKind Kind);

/// <summary>Finds what happened a moment ago and concerns an official: new cases, answers of askers, cases given to the official.</summary>
internal sealed class CaseNewsFinder(IDbContextFactory<AssistantDb> dbContextFactory)
{
    /// <summary>More at once are found in the list.</summary>
    private const int MaxCases = 20;

    private static readonly CaseEventKind[] Kinds =
    [
        CaseEventKind.Submitted,
        CaseEventKind.AskerMessage,
        CaseEventKind.Assigned,
        CaseEventKind.HandedOver,
    ];

    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<CaseNews>> ListAsync(
        CaseAccess access,
        string officialId,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var owners = await db.Set<CaseRow>()
            .AsNoTracking()
            .VisibleTo(access)
            .Where(r => r.ChangedAt > since && (r.OwnerId == null || r.OwnerId == officialId))
            .OrderByDescending(r => r.ChangedAt)
            .Take(MaxCases)
            .Select(r => new { r.CaseNumber, r.OwnerId })
            .ToDictionaryAsync(r => r.CaseNumber, r => r.OwnerId, cancellationToken);
        if (owners.Count == 0)
        {
            return [];
        }

        var numbers = owners.Keys.ToList();
        var events = await db.Set<CaseEvent>()
            .AsNoTracking()
            .Where(e => numbers.Contains(e.CaseNumber) && e.At > since && Kinds.Contains(e.Kind))
            .OrderBy(e => e.At)
            .ToListAsync(cancellationToken);
        return
        [
            .. events
                .Where(e => (e.Kind == CaseEventKind.Submitted) == (owners[e.CaseNumber] is null) && e.Actor.Id != officialId)
                .Select(e => new CaseNews(e.CaseNumber, e.Sequence, e.Kind)),
        ];
    }
}
