using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Clocks;

namespace PolicyAssistantBot.Requests.Routing;

/// <summary>How a new case of a team finds its official.</summary>
public enum AssignMode
{
    /// <summary>Officials take cases themselves.</summary>
    Manual,

    /// <summary>The members in turn.</summary>
    RoundRobin,

    /// <summary>The member with the fewest open cases.</summary>
    LeastLoaded,
}

/// <summary>Officials who share the cases of a field.</summary>
/// <param name="Members">User names of accounts.</param>
public sealed record Team(string Key, LocalizedText Name, AssignMode Assign, IReadOnlyList<string> Members);

/// <summary>Sends cases to a team when every condition that it names holds; of several values of one condition any will do.</summary>
/// <param name="Topics">Folded words, looked for in what the asker wrote.</param>
/// <param name="Wards">Codes.</param>
public sealed record RoutingRule(
    string Team,
    IReadOnlyList<RequestKind> Kinds,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Sectors,
    IReadOnlyList<EnterpriseSize> Sizes,
    IReadOnlyList<string> Wards
);

/// <summary>Who gets which case: the first rule that fits decides, the fall-back team gets the rest.</summary>
public sealed record RoutingTable(
    IReadOnlyList<WorkingSpan> Hours,
    string Fallback,
    IReadOnlyList<Team> Teams,
    IReadOnlyList<RoutingRule> Rules
)
{
    public Team? Find(string? key) => Teams.FirstOrDefault(team => team.Key == key);

    /// <summary>The teams that an official is a member of.</summary>
    public IReadOnlyList<string> TeamsOf(string userName) =>
        [.. Teams.Where(team => team.Members.Contains(userName, StringComparer.OrdinalIgnoreCase)).Select(team => team.Key)];
}

/// <summary>What a rule looked at.</summary>
public enum RoutingField
{
    Kind,
    Topic,
    Sector,
    Size,
    Ward,
}

/// <param name="Value">The value of the case that fitted: a name of an enumeration, a sector's code, a ward's code, or the words
/// found.</param>
public sealed record RoutingReason(RoutingField Field, string Value);

/// <summary>Where a case went and why.</summary>
/// <param name="TeamName">As it was called then.</param>
/// <param name="Because">Empty when no rule fitted and the fall-back team got it.</param>
/// <param name="By">The official who moved it there; null when the rules did.</param>
public sealed record RoutingDecision(string Team, LocalizedText TeamName, IReadOnlyList<RoutingReason> Because, string? By = null)
{
    public bool Equals(RoutingDecision? other) =>
        other is not null && Team == other.Team && TeamName == other.TeamName && By == other.By && Because.SequenceEqual(other.Because);

    public override int GetHashCode() => HashCode.Combine(Team, TeamName, Because.Count);
}
