namespace PolicyAssistantBot.Requests.Clocks;

/// <summary>What a case is measured by.</summary>
public enum ClockKind
{
    /// <summary>Until an official first answers or asks back.</summary>
    FirstReply,

    /// <summary>Until the case is answered or ends; does not run while the asker has to answer.</summary>
    Resolution,
}

/// <summary>How long something may take.</summary>
/// <param name="IsDays">
/// Working days, counted from the day after and ending when work ends on the last one; otherwise working hours from the moment on.
/// </param>
public sealed record Allowance(int Amount, bool IsDays);

/// <summary>One clock of one case.</summary>
/// <param name="CountsFrom">The first moment that counts.</param>
/// <param name="Budget">The working time that is allowed.</param>
/// <param name="EndsWithDay">The deadline is when work ends on the day in which the budget is used up.</param>
/// <param name="Used">The working time that was used before <paramref name="RunningSince"/>.</param>
/// <param name="RunningSince">Null while it is paused and after it stopped.</param>
/// <param name="DueAt">Null while it is paused: nobody can say yet.</param>
/// <param name="Warned">The highest share in percent that somebody was warned of.</param>
public sealed record CaseClock(
    ClockKind Kind,
    DateTimeOffset StartedAt,
    DateTimeOffset CountsFrom,
    TimeSpan Budget,
    bool EndsWithDay,
    TimeSpan Used,
    DateTimeOffset? RunningSince,
    DateTimeOffset? DueAt,
    DateTimeOffset? StoppedAt,
    int Warned
)
{
    public bool IsRunning => RunningSince is not null;

    public bool IsPaused => RunningSince is null && StoppedAt is null;

    /// <summary>Whether the deadline passed before the clock stopped.</summary>
    public bool IsLate(DateTimeOffset now) => DueAt < (StoppedAt ?? now);
}

/// <summary>The clocks of a case.</summary>
public sealed record CaseClocks(CaseClock FirstReply, CaseClock Resolution)
{
    public IEnumerable<CaseClock> Running => new[] { FirstReply, Resolution }.Where(clock => clock.IsRunning);

    /// <summary>The running clock whose deadline comes first; null when none runs.</summary>
    public CaseClock? Next => Running.MinBy(clock => clock.DueAt);
}
