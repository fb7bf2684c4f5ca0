using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;

namespace PolicyAssistantBot.Tests.Requests.Deadlines;

/// <summary>
/// Computes deadlines in another way than the service does: by walking through a table of working minutes. Slow and simple, so that it
/// can be trusted.
/// </summary>
internal sealed class ReferenceDeadlineCalculator
{
    private static readonly DateTimeOffset Origin = new(2025, 1, 1, 0, 0, 0, TimeSpan.FromHours(7));

    /// <summary>For each minute from the origin on, the number of working minutes before it.</summary>
    private readonly int[] workingMinutesBefore;

    private readonly bool[] isWorkingMinute;

    private readonly int workingMinutesPerDay;

    public ReferenceDeadlineCalculator(WorkingCalendar calendar, IReadOnlyList<WorkingSpan> spans)
    {
        var minutes = 1095 * 24 * 60;
        (workingMinutesBefore, isWorkingMinute) = (new int[minutes + 1], new bool[minutes]);
        var isWorkingDay = Enumerable
            .Range(0, 1095)
            .Select(day => calendar.IsWorkingDay(DateOnly.FromDateTime(Origin.DateTime).AddDays(day)))
            .ToArray();
        var isOfficeTime = Enumerable
            .Range(0, 1440)
            .Select(minute => TimeSpan.FromMinutes(minute))
            .Select(time => spans.Any(span => span.From <= time && time < span.To))
            .ToArray();
        for (var minute = 0; minute < minutes; minute++)
        {
            isWorkingMinute[minute] = isWorkingDay[minute / 1440] && isOfficeTime[minute % 1440];
            workingMinutesBefore[minute + 1] = workingMinutesBefore[minute] + (isWorkingMinute[minute] ? 1 : 0);
        }

        workingMinutesPerDay = Enumerable
            .Range(0, 1095)
            .Max(day => workingMinutesBefore[(day + 1) * 1440] - workingMinutesBefore[day * 1440]);
    }

    public bool IsWorkingTime(DateTimeOffset at) => isWorkingMinute[ToMinute(at)];

    public int CountWorkingMinutes(DateTimeOffset from, DateTimeOffset to) =>
        workingMinutesBefore[ToMinute(to)] - workingMinutesBefore[ToMinute(from)];

    /// <summary>The deadline of a resolution; null while the case waits for the asker, and after it ended.</summary>
    public DateTimeOffset? ComputeResolution(IReadOnlyList<CaseEvent> history, TimeLimit timeLimit)
    {
        DateTimeOffset? started = null;
        List<(DateTimeOffset From, DateTimeOffset To)> pauses = [];
        DateTimeOffset? paused = null;
        foreach (var caseEvent in history)
        {
            var (isOver, isPaused) = (IsEnded(caseEvent.StatusAfter), caseEvent.StatusAfter == CaseStatus.WaitingForAsker);
            if (started is null && !isOver)
            {
                (started, pauses, paused) = (caseEvent.At, [], null);
            }

            if (paused is { } since && (!isPaused || isOver))
            {
                pauses.Add((since, caseEvent.At));
                paused = null;
            }

            if (isOver)
            {
                started = null;
            }
            else if (isPaused && paused is null && caseEvent.At <= ComputeDueTime(started!.Value, pauses, timeLimit))
            {
                paused = caseEvent.At;
            }
        }

        return started is { } begin && paused is null ? ComputeDueTime(begin, pauses, timeLimit) : null;
    }

    /// <summary>The due time of a deadline that was paused in between.</summary>
    public DateTimeOffset ComputeDueTime(
        DateTimeOffset start,
        IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> pauses,
        TimeLimit timeLimit
    )
    {
        var minute = ToMinute(start);
        if (timeLimit.IsDays)
        {
            // The day on which it began does not count.
            var midnight = ((minute / 1440) + 1) * 1440;
            minute = midnight;
        }

        var left = timeLimit.IsDays ? timeLimit.Amount * workingMinutesPerDay : timeLimit.Amount * 60;
        while (left > 0)
        {
            if (isWorkingMinute[minute] && !IsIn(pauses, ToTime(minute)))
            {
                left--;
            }

            minute++;
        }

        // A pause that ended later than the time was up moves the end as well.
        var resumed = pauses.Count == 0 ? 0 : ToMinute(pauses[^1].To);
        if (resumed >= minute)
        {
            minute = resumed;
            while (!isWorkingMinute[minute])
            {
                minute++;
            }
        }

        if (timeLimit.IsDays)
        {
            while (workingMinutesBefore[((minute / 1440) + 1) * 1440] > workingMinutesBefore[minute])
            {
                minute++;
            }
        }

        return ToTime(minute);
    }

    private static bool IsEnded(CaseStatus status) =>
        status is CaseStatus.Answered or CaseStatus.Closed or CaseStatus.Forwarded or CaseStatus.Merged or CaseStatus.Withdrawn;

    private static bool IsIn(IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> pauses, DateTimeOffset moment)
    {
        for (var i = 0; i < pauses.Count; i++)
        {
            if (pauses[i].From <= moment && moment < pauses[i].To)
            {
                return true;
            }
        }

        return false;
    }

    private static DateTimeOffset ToTime(int minute) => Origin.AddMinutes(minute);

    private static int ToMinute(DateTimeOffset at) => (int)(at - Origin).TotalMinutes;
}
