using PolicyAssistantBot.Requests.Settings;
using static PolicyAssistantBot.Requests.RequestStatus;

namespace PolicyAssistantBot.Requests.Clocks;

/// <summary>
/// What a case's history means for its clocks, as pure functions. A clock that has run out is late for good: a pause after that changes
/// nothing. A case that is opened again gets the whole time for its resolution once more.
/// </summary>
internal static class ClockRules
{
    /// <summary>The shares of the time, in percent, at which somebody is warned; the last one is the deadline.</summary>
    public static readonly int[] Warnings = [50, 80, 100];

    /// <summary>The share from which a case counts as due soon.</summary>
    public const int Soon = 80;

    public static CaseClocks Of(IReadOnlyList<RequestEvent> history, ServiceTime time, WorkingHours hours)
    {
        var first = history[0].At;
        var clocks = new CaseClocks(
            Start(ClockKind.FirstReply, first, time.FirstReply, hours),
            Start(ClockKind.Resolution, first, time.Resolution, hours)
        );
        return history.Skip(1).Aggregate(clocks, (now, entry) => After(now, entry, time, hours));
    }

    /// <summary>The case with its clocks after a change; warnings that were given are not given again.</summary>
    public static SupportRequest Tick(SupportRequest request, IReadOnlyList<RequestEvent> history, DeskRules rules)
    {
        var clocks = Of(history, rules.Times.Of(request.Facts.Kind ?? RequestKind.Other), rules.Hours);
        return request with
        {
            Clocks = new CaseClocks(
                Carry(clocks.FirstReply, request.Clocks?.FirstReply),
                Carry(clocks.Resolution, request.Clocks?.Resolution)
            ),
        };
    }

    /// <summary>When a running clock has used up a share of its time.</summary>
    public static DateTimeOffset Reaches(CaseClock clock, int percent, WorkingHours hours)
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

    /// <summary>When somebody must be warned next, and of which share; null when there is nothing left to warn of.</summary>
    public static (DateTimeOffset At, int Percent)? NextWarning(CaseClock clock, WorkingHours hours) =>
        clock.IsRunning && Array.Find(Warnings, percent => percent > clock.Warned) is > 0 and var next
            ? (Reaches(clock, next, hours), next)
            : null;

    private static CaseClocks After(CaseClocks clocks, RequestEvent entry, ServiceTime time, WorkingHours hours)
    {
        var hasEnded = entry.StatusAfter is Answered or Closed or Forwarded or Merged or Withdrawn;
        var first =
            entry.Kind is RequestEventKind.Replied or RequestEventKind.AskedBack || hasEnded
                ? Stop(clocks.FirstReply, entry.At)
                : clocks.FirstReply;
        var resolution = clocks.Resolution;
        if (hasEnded)
        {
            return new CaseClocks(first, Stop(resolution, entry.At));
        }

        resolution = resolution.StoppedAt is null ? resolution : Start(ClockKind.Resolution, entry.At, time.Resolution, hours);
        return new CaseClocks(
            first,
            entry.StatusAfter == WaitingForAsker ? Pause(resolution, entry.At, hours) : Resume(resolution, entry.At, hours)
        );
    }

    private static CaseClock Start(ClockKind kind, DateTimeOffset at, Allowance allowance, WorkingHours hours) =>
        Run(
            new CaseClock(
                kind,
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

    private static CaseClock Run(CaseClock clock, DateTimeOffset at, WorkingHours hours)
    {
        var left = clock.Budget - clock.Used;
        var end = hours.Add(Later(at, clock.CountsFrom), left > TimeSpan.Zero ? left : TimeSpan.Zero);
        return clock with { RunningSince = at, DueAt = clock.EndsWithDay ? hours.Close(end) : end };
    }

    private static CaseClock Pause(CaseClock clock, DateTimeOffset at, WorkingHours hours) =>
        clock.RunningSince is { } since && at <= clock.DueAt
            ? clock with
            {
                Used = clock.Used + hours.Between(Later(since, clock.CountsFrom), at),
                RunningSince = null,
                DueAt = null,
            }
            : clock;

    private static CaseClock Resume(CaseClock clock, DateTimeOffset at, WorkingHours hours) =>
        clock.IsPaused ? Run(clock, at, hours) : clock;

    private static CaseClock Stop(CaseClock clock, DateTimeOffset at) =>
        clock.StoppedAt is null ? clock with { RunningSince = null, StoppedAt = at } : clock;

    private static CaseClock Carry(CaseClock now, CaseClock? before) =>
        before is not null && before.StartedAt == now.StartedAt ? now with { Warned = before.Warned } : now;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
