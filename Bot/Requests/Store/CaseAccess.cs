namespace PolicyAssistantBot.Requests.Store;

/// <summary>The cases that an official may see. For the official, any other case does not exist.</summary>
/// <param name="OfficialId">The official's account; null for the service itself.</param>
/// <param name="CanSeeAll"> True for a supervisor or auditor. Other officials see their own cases, those of their teams, and cases without
/// an owner that do not wait for another team with members.
/// </param>
public sealed record CaseAccess(string? OfficialId, bool CanSeeAll)
{
    /// <summary>The teams of which the official is a member.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>The teams that have members but not this official.</summary>
    public IReadOnlyList<string> OtherTeamsWithMembers { get; init; } = [];

    /// <summary>Access to every case: for the service itself, and for callers that show no personal data.</summary>
    public static CaseAccess Full { get; } = new(null, CanSeeAll: true);
}

internal static class CaseVisibility
{
    /// <summary>Keeps the cases that may be seen. Every query for a person at the desk must use it.</summary>
    public static IQueryable<CaseRow> VisibleTo(this IQueryable<CaseRow> cases, CaseAccess access)
    {
        if (access.CanSeeAll)
        {
            return cases;
        }

        var (officialId, ownTeams, otherTeams) = (access.OfficialId, access.Teams, access.OtherTeamsWithMembers);
        return (ownTeams.Count, otherTeams.Count) switch
        {
            (0, 0) => cases.Where(r => r.OwnerId == null || r.OwnerId == officialId),
            (0, _) => cases.Where(r => r.OwnerId == officialId || (r.OwnerId == null && !otherTeams.Contains(r.Team!))),
            _ => cases.Where(r =>
                r.OwnerId == officialId || ownTeams.Contains(r.Team!) || (r.OwnerId == null && !otherTeams.Contains(r.Team!))
            ),
        };
    }
}
