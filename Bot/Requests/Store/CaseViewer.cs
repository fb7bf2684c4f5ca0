namespace PolicyAssistantBot.Requests.Store;

/// <summary>Who reads cases at the desk, and so which of them there are: a case that the reader may not see does not exist for the
/// reader.</summary>
/// <param name="OfficialId">The account; null for the service itself.</param>
/// <param name="SeesAll">
/// A supervisor or auditor. Anyone else sees what they have themselves, what their teams have, and what nobody has yet, unless it waits for
/// a team
/// that has members of its own.
/// </param>
public sealed record CaseViewer(string? OfficialId, bool SeesAll)
{
    /// <summary>The teams that the reader is a member of.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>The teams that have members, of whom the reader is none.</summary>
    public IReadOnlyList<string> OtherTeams { get; init; } = [];

    /// <summary>The service itself, and doors that show no personal data.</summary>
    public static CaseViewer Service { get; } = new(null, SeesAll: true);
}

internal static class CaseVisibility
{
    /// <summary>Leaves what the reader may see. Belongs into every query that answers a person at the desk.</summary>
    public static IQueryable<CaseRow> VisibleTo(this IQueryable<CaseRow> cases, CaseViewer reader)
    {
        if (reader.SeesAll)
        {
            return cases;
        }

        var (me, own, others) = (reader.OfficialId, reader.Teams, reader.OtherTeams);
        return (own.Count, others.Count) switch
        {
            (0, 0) => cases.Where(r => r.OwnerId == null || r.OwnerId == me),
            (0, _) => cases.Where(r => r.OwnerId == me || (r.OwnerId == null && !others.Contains(r.Team!))),
            _ => cases.Where(r => r.OwnerId == me || own.Contains(r.Team!) || (r.OwnerId == null && !others.Contains(r.Team!))),
        };
    }
}
