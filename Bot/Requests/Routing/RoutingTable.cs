using System.Text.Json.Serialization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Deadlines;

namespace PolicyAssistantBot.Requests.Routing;

/// <summary>How a new case of a team is assigned to an official.</summary>
public enum AssignmentMode
{
    /// <summary>Officials take cases themselves.</summary>
    Manual,

    /// <summary>Round robin over the members.</summary>
    RoundRobin,

    /// <summary>The member with the fewest open cases.</summary>
    LeastLoaded,
}

/// <summary>Officials who share the cases of one subject area.</summary>
/// <param name="Members">User names of accounts.</param>
public sealed record Team(string Key, LocalizedText Name, AssignmentMode AssignmentMode, IReadOnlyList<string> Members);

/// <summary>Assigns cases to a team when they meet every condition; a condition with several values is met by any of them.</summary>
/// <param name="Topics">Words that are searched in the request, as <see cref="RoutingWords.ToPhrase"/> returns them.</param>
/// <param name="Wards">Codes.</param>
public sealed record RoutingRule(
    string Team,
    IReadOnlyList<RequestKind> Kinds,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Sectors,
    IReadOnlyList<EnterpriseSize> Sizes,
    IReadOnlyList<string> Wards
);

/// <summary>The routing of cases: the first matching rule decides, the fallback team gets the rest.</summary>
public sealed record RoutingTable(
    IReadOnlyList<WorkingSpan> Hours,
    string FallbackTeam,
    IReadOnlyList<Team> Teams,
    IReadOnlyList<RoutingRule> Rules
)
{
    public Team? Find(string? key) => Teams.FirstOrDefault(team => team.Key == key);

    /// <summary>The teams that an official is a member of.</summary>
    public IReadOnlyList<string> ListTeamsOf(string userName) =>
        [.. Teams.Where(team => team.Members.Contains(userName, StringComparer.OrdinalIgnoreCase)).Select(team => team.Key)];
}

/// <summary>The property of a case that a condition checks.</summary>
public enum RoutingField
{
    Kind,
    Topic,
    Sector,
    Size,
    Ward,
}

/// <param name="Value">The value that matched: a name of an enumeration, a sector's code, a ward's code, or the words
/// found.</param>
public sealed record RoutingReason(RoutingField Field, string Value);

/// <summary>The team that a case was assigned to, and why.</summary>
/// <param name="TeamName">The name at that time.</param>
/// <param name="Reasons">Empty when no rule matched and the fallback team got the case.</param>
/// <param name="MovedBy">The official who moved the case; null when the rules did.</param>
public sealed record RoutingDecision(
    string Team,
    LocalizedText TeamName,
    [property: JsonPropertyName("because")] IReadOnlyList<RoutingReason> Reasons,
    [property: JsonPropertyName("by")] string? MovedBy = null
)
{
    public bool Equals(RoutingDecision? other) =>
        other is not null
        && Team == other.Team
        && TeamName == other.TeamName
        && MovedBy == other.MovedBy
        && Reasons.SequenceEqual(other.Reasons);

    public override int GetHashCode() => HashCode.Combine(Team, TeamName, Reasons.Count);
}
