using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>
/// Computes the clocks of a case from its history, as pure functions. A clock whose deadline has passed stays late: a later pause changes
/// nothing. A clock that starts again after it stopped gets its whole time once more.
/// </summary>
internal static class DeadlineRules
{
    /// <summary>The shares of the time, in percent, at which a warning is given; the last one is the deadline.</summary>
    public static readonly int[] Warnings = [50, 80, 100];

    /// <summary>The share from which a case counts as due soon.</summary>
    public const int Soon = 80;

    public static CaseDeadlines Of(IReadOnlyList<CaseEvent> history, ServiceTime time, WorkingHours hours) =>
        new([
            .. from target in time.Targets
            let clock = history.Aggregate((CaseDeadline?)null, (now, entry) => After(now, entry, target, hours))
            where clock is not null
            select clock,
        ]);

    /// <summary>The case with its clocks after a change. Warnings that were given are not given again.</summary>
    public static SupportRequest Tick(SupportRequest request, IReadOnlyList<CaseEvent> history, DeskSettings rules)
    {
        var clocks = Of(history, rules.Times.Of(request.Facts.Kind ?? RequestKind.Other), rules.Hours);
        return request with { Clocks = new CaseDeadlines([.. clocks.All.Select(clock => Carry(clock, request.Clocks?.Find(clock.Key)))]) };
    }

    /// <summary>When a running clock has used up a share of its time.</summary>
    public static DateTimeOffset Reaches(CaseDeadline clock, int percent, WorkingHours hours)
    {
        var due = clock.DueAt!.Value;
        if (percent >= 100)
        {
            return due;
        }

        var left = (clock.Budget * percent / 100) - clock.Used;
        var at = hours.Add(Later(clock.RunningSince!.Value, clock.CountsFrom), left > TimeSpan.Zero ? left : TimeSpan.Zero);
        return at < due ? at : due;
    }

    /// <summary>When the next warning is due, and for which share; null when no warning is left.</summary>
    public static (DateTimeOffset At, int Percent)? NextWarning(CaseDeadline clock, WorkingHours hours) =>
        clock.IsRunning && Array.Find(Warnings, percent => percent > clock.Warned) is > 0 and var next
            ? (Reaches(clock, next, hours), next)
            : null;

    private static CaseDeadline? After(CaseDeadline? clock, CaseEvent entry, DeadlineTarget target, WorkingHours hours)
    {
        var definition = target.Clock;
        if (clock is null or { StoppedAt: not null })
        {
            if (!definition.Starts(entry))
            {
                return clock;
            }

            clock = Start(definition.Key, entry.At, target.Allowance, hours);
        }
        else if (definition.Stops(entry))
        {
            return clock with { RunningSince = null, StoppedAt = entry.At };
        }

        return definition.Pauses(entry) ? Pause(clock, entry.At, hours) : Resume(clock, entry.At, hours);
    }

    private static CaseDeadline Start(string key, DateTimeOffset at, TimeLimit allowance, WorkingHours hours) =>
        Run(
            new CaseDeadline(
                key,
                at,
                allowance.IsDays ? hours.Close(at) : at,
                allowance.IsDays ? hours.PerDay * allowance.Amount : TimeSpan.FromHours(allowance.Amount),
                allowance.IsDays,
                TimeSpan.Zero,
                null,
                null,
                null,
                0
            ),
            at,
            hours
        );

    private static CaseDeadline Run(CaseDeadline clock, DateTimeOffset at, WorkingHours hours)
    {
        var left = clock.Budget - clock.Used;
        var end = hours.Add(Later(at, clock.CountsFrom), left > TimeSpan.Zero ? left : TimeSpan.Zero);
        return clock with { RunningSince = at, DueAt = clock.EndsWithDay ? hours.Close(end) : end };
    }

    private static CaseDeadline Pause(CaseDeadline clock, DateTimeOffset at, WorkingHours hours) =>
        clock.RunningSince is { } since && at <= clock.DueAt
            ? clock with
            {
                Used = clock.Used + hours.Between(Later(since, clock.CountsFrom), at),
                RunningSince = null,
                DueAt = null,
            }
            : clock;

    private static CaseDeadline Resume(CaseDeadline clock, DateTimeOffset at, WorkingHours hours) =>
        clock.IsPaused ? Run(clock, at, hours) : clock;

    private static CaseDeadline Carry(CaseDeadline now, CaseDeadline? before) =>
        before is not null && before.StartedAt == now.StartedAt ? now with { Warned = before.Warned } : now;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
