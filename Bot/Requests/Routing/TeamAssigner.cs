using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Routing;

/// <summary>The member of a team who got the last case in round robin.</summary>
internal sealed class RoundRobinPosition
{
    public required string Team { get; init; }

    /// <summary>The user name.</summary>
    public required string Member { get; set; }
}

/// <summary>Chooses the official for a new case of a team whose cases are assigned automatically.</summary>
internal sealed class TeamAssigner(IStaffDirectory staff, AbsenceStore absences)
{
    /// <summary>The official to assign; null when officials take cases themselves, or all members are away.</summary>
    public async Task<StaffMember?> NextAsync(AssistantDb db, Team team, CancellationToken cancellationToken)
    {
        if (team.Assign == AssignmentMode.Manual || team.Members.Count == 0)
        {
            return null;
        }

        var today = absences.Today;
        var away = (await absences.ListAsync(cancellationToken))
            .Where(a => a.From <= today)
            .Select(a => a.AccountId)
            .ToHashSet(StringComparer.Ordinal);
        var members = await staff.FindAsync(team.Members, cancellationToken);
        var there = team
            .Members.Select(name =>
                members.FirstOrDefault(member => string.Equals(member.UserName, name, StringComparison.OrdinalIgnoreCase))
            )
            .OfType<StaffMember>()
            .Where(member => !away.Contains(member.Id))
            .ToList();
        return there.Count == 0 ? null
            : team.Assign == AssignmentMode.RoundRobin ? await InTurnAsync(db, team, there, cancellationToken)
            : await LeastLoadedAsync(db, there, cancellationToken);
    }

    /// <summary>The next member after the last one in the order of the team's list, without absent members.</summary>
    internal static StaffMember After(string? last, IReadOnlyList<StaffMember> there, IReadOnlyList<string> order)
    {
        int PlaceOf(string? name) => order.ToList().FindIndex(member => string.Equals(member, name, StringComparison.OrdinalIgnoreCase));

        var place = PlaceOf(last);
        return there.FirstOrDefault(member => PlaceOf(member.UserName) > place) ?? there[0];
    }

    private static async Task<StaffMember> InTurnAsync(
        AssistantDb db,
        Team team,
        List<StaffMember> there,
        CancellationToken cancellationToken
    )
    {
        var last = await db.Set<RoundRobinPosition>()
            .Where(t => t.Team == team.Key)
            .Select(t => t.Member)
            .FirstOrDefaultAsync(cancellationToken);
        var next = After(last, there, team.Members);
        if (
            await db.Set<RoundRobinPosition>()
                .Where(t => t.Team == team.Key)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.Member, next.UserName), cancellationToken) == 0
        )
        {
            db.Add(new RoundRobinPosition { Team = team.Key, Member = next.UserName });
            await db.SaveChangesAsync(cancellationToken);
        }

        return next;
    }

    private static async Task<StaffMember> LeastLoadedAsync(AssistantDb db, List<StaffMember> there, CancellationToken cancellationToken)
    {
        var ids = there.Select(member => member.Id).ToList();
        var loads = await db.Set<CaseRow>()
            .Where(r => r.OwnerId != null && ids.Contains(r.OwnerId) && r.Pile != CaseGroup.Ended && r.Pile != CaseGroup.Answered)
            .GroupBy(r => r.OwnerId!)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(l => l.Key, l => l.Count, cancellationToken);
        return there.MinBy(member => loads.GetValueOrDefault(member.Id))!;
    }
}

internal sealed class RoundRobinPositionConfiguration : IEntityTypeConfiguration<RoundRobinPosition>
{
    public void Configure(EntityTypeBuilder<RoundRobinPosition> builder)
    {
        builder.ToTable("TeamTurns").HasKey(t => t.Team);
        builder.Property(t => t.Team).HasMaxLength(60);
        builder.Property(t => t.Member).HasMaxLength(100);
    }
}
