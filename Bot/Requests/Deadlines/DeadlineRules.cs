using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>
/// Computes the deadlines of a case from its history, as pure functions. A missed deadline stays missed: a later pause changes nothing. A
/// deadline that is restarted after it was stopped gets its full time again.
/// </summary>
internal static class DeadlineRules
{
    /// <summary>The shares of the time, in percent, at which a warning is given; the last one is the deadline.</summary>
    public static readonly int[] WarningPercents = [50, 80, 100];

    /// <summary>The share from which a case counts as due soon.</summary>
    public const int DueSoonPercent = 80;

    public static CaseDeadlines Compute(IReadOnlyList<CaseEvent> history, ServiceTime time, WorkingHours hours) =>
        new([
            .. from target in time.Targets
            let deadline = history.Aggregate((CaseDeadline?)null, (now, caseEvent) => ApplyEvent(now, caseEvent, target, hours))
            where deadline is not null
            select deadline,
        ]);

    /// <summary>The case with its deadlines after a change. Warnings that were given are not given again.</summary>
    public static SupportRequest UpdateDeadlines(SupportRequest request, IReadOnlyList<CaseEvent> history, DeskSettings deskSettings)
    {
        var deadlines = Compute(
            UndoneEvents.RemoveUndone(history),
            deskSettings.Times.Of(request.Facts.Kind ?? RequestKind.Other),
            deskSettings.Hours
        );
        return request with
        {
            Deadlines = new CaseDeadlines([
                .. deadlines.All.Select(deadline => KeepWarnedPercent(deadline, request.Deadlines?.Find(deadline.Key))),
            ]),
        };
    }

    /// <summary>When a running deadline has used up a share of its time.</summary>
    public static DateTimeOffset GetTimeAtPercent(CaseDeadline deadline, int percent, WorkingHours hours)
    {
        var dueAt = deadline.DueAt!.Value;
        if (percent >= 100)
        {
            return dueAt;
        }

        var remainingTime = (deadline.AllowedTime * percent / 100) - deadline.UsedTime;
        var reachedAt = hours.AddWorkingTime(
            Latest(deadline.RunningSince!.Value, deadline.CountsFrom),
            remainingTime > TimeSpan.Zero ? remainingTime : TimeSpan.Zero
        );
        return reachedAt < dueAt ? reachedAt : dueAt;
    }

    /// <summary>When the next warning is due, and for which share; null when no warning is left.</summary>
    public static (DateTimeOffset At, int Percent)? FindNextWarning(CaseDeadline deadline, WorkingHours hours) =>
        deadline.IsRunning && Array.Find(WarningPercents, percent => percent > deadline.WarnedPercent) is > 0 and var nextPercent
            ? (GetTimeAtPercent(deadline, nextPercent, hours), nextPercent)
            : null;

    private static CaseDeadline? ApplyEvent(CaseDeadline? deadline, CaseEvent caseEvent, DeadlineTarget target, WorkingHours hours)
    {
        var definition = target.Definition;
        if (deadline is null or { StoppedAt: not null })
        {
            if (!definition.Starts(caseEvent))
            {
                return deadline;
            }

            deadline = Start(definition.Key, caseEvent.At, target.TimeLimit, hours);
        }
        else if (definition.Drops(caseEvent) && caseEvent.At <= deadline.DueAt)
        {
            return null;
        }
        else if (definition.Stops(caseEvent))
        {
            return deadline with { RunningSince = null, StoppedAt = caseEvent.At };
        }

        return definition.Pauses(caseEvent) ? Pause(deadline, caseEvent.At, hours) : Resume(deadline, caseEvent.At, hours);
    }

    private static CaseDeadline Start(string key, DateTimeOffset at, TimeLimit timeLimit, WorkingHours hours) =>
        StartRunning(
            new CaseDeadline(
                key,
                at,
                timeLimit.IsDays ? hours.GetEndOfWork(at) : at,
                timeLimit.IsDays ? hours.WorkingTimePerDay * timeLimit.Amount : TimeSpan.FromHours(timeLimit.Amount),
                timeLimit.IsDays,
                TimeSpan.Zero,
                null,
                null,
                null,
                0
            ),
            at,
            hours
        );

    private static CaseDeadline StartRunning(CaseDeadline deadline, DateTimeOffset at, WorkingHours hours)
    {
        var remainingTime = deadline.AllowedTime - deadline.UsedTime;
        var end = hours.AddWorkingTime(Latest(at, deadline.CountsFrom), remainingTime > TimeSpan.Zero ? remainingTime : TimeSpan.Zero);
        return deadline with { RunningSince = at, DueAt = deadline.EndsWithDay ? hours.GetEndOfWork(end) : end };
    }

    private static CaseDeadline Pause(CaseDeadline deadline, DateTimeOffset at, WorkingHours hours) =>
        deadline.RunningSince is { } runningSince && at <= deadline.DueAt
            ? deadline with
            {
                UsedTime = deadline.UsedTime + hours.GetWorkingTimeBetween(Latest(runningSince, deadline.CountsFrom), at),
                RunningSince = null,
                DueAt = null,
            }
            : deadline;

    private static CaseDeadline Resume(CaseDeadline deadline, DateTimeOffset at, WorkingHours hours) =>
        deadline.IsPaused ? StartRunning(deadline, at, hours) : deadline;

    private static CaseDeadline KeepWarnedPercent(CaseDeadline now, CaseDeadline? before) =>
        before is not null && before.StartedAt == now.StartedAt ? now with { WarnedPercent = before.WarnedPercent } : now;

    private static DateTimeOffset Latest(DateTimeOffset first, DateTimeOffset second) => first > second ? first : second;
}
