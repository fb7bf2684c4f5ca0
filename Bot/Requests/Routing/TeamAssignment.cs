using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Routing;

/// <summary>Who of a team got the last case by turn.</summary>
internal sealed class TeamTurn
{
    public required string Team { get; init; }

    /// <summary>The user name.</summary>
    public required string Member { get; set; }
}

/// <summary>Finds the official for a new case of a team that has cases handed out.</summary>
internal sealed class TeamAssignment(IStaff staff, Absences absences)
{
    /// <summary>Whose turn it is; null when officials take cases themselves, or nobody of the team is there.</summary>
    public async Task<StaffMember?> NextAsync(AssistantDb db, Team team, CancellationToken cancellationToken)
    {
        if (team.Assign == AssignMode.Manual || team.Members.Count == 0)
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
            : team.Assign == AssignMode.RoundRobin ? await InTurnAsync(db, team, there, cancellationToken)
            : await LeastLoadedAsync(db, there, cancellationToken);
    }

    /// <summary>The one after the one who was last, in the order of the team's list; those who are away are passed over.</summary>
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
        var last = await db.Set<TeamTurn>().Where(t => t.Team == team.Key).Select(t => t.Member).FirstOrDefaultAsync(cancellationToken);
        var next = After(last, there, team.Members);
        if (
            await db.Set<TeamTurn>()
                .Where(t => t.Team == team.Key)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.Member, next.UserName), cancellationToken) == 0
        )
        {
            db.Add(new TeamTurn { Team = team.Key, Member = next.UserName });
            await db.SaveChangesAsync(cancellationToken);
        }

        return next;
    }

    private static async Task<StaffMember> LeastLoadedAsync(AssistantDb db, List<StaffMember> there, CancellationToken cancellationToken)
    {
        var ids = there.Select(member => member.Id).ToList();
        var loads = await db.Set<RequestRow>()
            .Where(r => r.OwnerId != null && ids.Contains(r.OwnerId) && r.Pile != RequestPile.Ended && r.Pile != RequestPile.Answered)
            .GroupBy(r => r.OwnerId!)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(l => l.Key, l => l.Count, cancellationToken);
        return there.MinBy(member => loads.GetValueOrDefault(member.Id))!;
    }
}

internal sealed class TeamTurnConfiguration : IEntityTypeConfiguration<TeamTurn>
{
    public void Configure(EntityTypeBuilder<TeamTurn> builder)
    {
        builder.ToTable("TeamTurns").HasKey(t => t.Team);
        builder.Property(t => t.Team).HasMaxLength(60);
        builder.Property(t => t.Member).HasMaxLength(100);
    }
}
