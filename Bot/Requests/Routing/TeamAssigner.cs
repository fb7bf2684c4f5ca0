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
    public required string LastMember { get; set; }
}

/// <summary>Chooses the official for a new case of a team whose cases are assigned automatically.</summary>
internal sealed class TeamAssigner(IStaffDirectory staff, AbsenceStore absenceStore)
{
    /// <summary>The official to assign; null when officials take cases themselves, or all members are away.</summary>
    public async Task<StaffMember?> ChooseOfficialAsync(AssistantDb db, Team team, CancellationToken cancellationToken)
    {
        if (team.AssignmentMode == AssignmentMode.Manual || team.Members.Count == 0)
        {
            return null;
        }

        var today = absenceStore.Today;
        var absentIds = (await absenceStore.ListAsync(cancellationToken))
            .Where(a => a.From <= today)
            .Select(a => a.AccountId)
            .ToHashSet(StringComparer.Ordinal);
        var members = await staff.FindAsync(team.Members, cancellationToken);
        var presentMembers = team
            .Members.Select(name =>
                members.FirstOrDefault(member => string.Equals(member.UserName, name, StringComparison.OrdinalIgnoreCase))
            )
            .OfType<StaffMember>()
            .Where(member => !absentIds.Contains(member.Id))
            .ToList();
        return presentMembers.Count == 0 ? null
            : team.AssignmentMode == AssignmentMode.RoundRobin ? await ChooseRoundRobinAsync(db, team, presentMembers, cancellationToken)
            : await ChooseLeastLoadedAsync(db, presentMembers, cancellationToken);
    }

    /// <summary>The next member after the last one in the order of the team's list, without absent members.</summary>
    internal static StaffMember ChooseNext(string? lastMember, IReadOnlyList<StaffMember> presentMembers, IReadOnlyList<string> order)
    {
        int PositionOf(string? name) => order.ToList().FindIndex(member => string.Equals(member, name, StringComparison.OrdinalIgnoreCase));

        var lastPosition = PositionOf(lastMember);
        return presentMembers.FirstOrDefault(member => PositionOf(member.UserName) > lastPosition) ?? presentMembers[0];
    }

    private static async Task<StaffMember> ChooseRoundRobinAsync(
        AssistantDb db,
        Team team,
        List<StaffMember> presentMembers,
        CancellationToken cancellationToken
    )
    {
        var lastMember = await db.Set<RoundRobinPosition>()
            .Where(t => t.Team == team.Key)
            .Select(t => t.LastMember)
            .FirstOrDefaultAsync(cancellationToken);
        var nextMember = ChooseNext(lastMember, presentMembers, team.Members);
        if (
            await db.Set<RoundRobinPosition>()
                .Where(t => t.Team == team.Key)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.LastMember, nextMember.UserName), cancellationToken) == 0
        )
        {
            db.Add(new RoundRobinPosition { Team = team.Key, LastMember = nextMember.UserName });
            await db.SaveChangesAsync(cancellationToken);
        }

        return nextMember;
    }

    private static async Task<StaffMember> ChooseLeastLoadedAsync(
        AssistantDb db,
        List<StaffMember> presentMembers,
        CancellationToken cancellationToken
    )
    {
        var ids = presentMembers.Select(member => member.Id).ToList();
        var openCaseCounts = await db.Set<CaseRow>()
            .Where(r => r.OwnerId != null && ids.Contains(r.OwnerId) && r.Group != CaseGroup.Ended && r.Group != CaseGroup.Answered)
            .GroupBy(r => r.OwnerId!)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(l => l.Key, l => l.Count, cancellationToken);
        return presentMembers.MinBy(member => openCaseCounts.GetValueOrDefault(member.Id))!;
    }
}

internal sealed class RoundRobinPositionConfiguration : IEntityTypeConfiguration<RoundRobinPosition>
{
    public void Configure(EntityTypeBuilder<RoundRobinPosition> builder)
    {
        builder.ToTable("TeamTurns").HasKey(t => t.Team);
        builder.Property(t => t.Team).HasMaxLength(60);
        builder.Property(t => t.LastMember).HasColumnName("Member").HasMaxLength(100);
    }
}
