using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>
/// The working days of public bodies: Monday to Friday without holidays, and the Saturdays that make up for swapped days.
/// </summary>
public sealed record WorkingCalendar
{
    private const int LongestRun = 31;

    /// <summary>The first day that the table covers.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day that the table covers.</summary>
    public DateOnly Until { get; init; }

    public List<CalendarDay> Days { get; init; } = [];

    public static WorkingCalendar Default { get; } = RuleData.Load<WorkingCalendar>("holidays.yaml");

    /// <summary>The table as it is delivered, for those who keep an edited one.</summary>
    public static string DefaultText => File.ReadAllText(RuleData.PathOf("holidays.yaml"));

    /// <summary>Reads an edited table; null, with the reasons among the problems, when it must not be used.</summary>
    public static WorkingCalendar? Read(string text, string name, List<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (YamlData.Parse<WorkingCalendar>(text, name, problems) is not { } calendar)
        {
            return null;
        }

        var before = problems.Count;
        if (calendar.From.Year < 2000 || calendar.Until < calendar.From || calendar.Until.Year > 2200)
        {
            Report(
                "“from” và “until” phải là ngày đầu và ngày cuối của bảng.",
                "“from” and “until” must be the first and the last day of the table."
            );
        }

        foreach (
            var entry in calendar.Days.Where(entry =>
                entry.Day < calendar.From || (entry.Until ?? entry.Day) > calendar.Until || entry.Until < entry.Day
            )
        )
        {
            Report(
                $"{entry.Day:yyyy-MM-dd}: nằm ngoài bảng, hoặc ngày cuối trước ngày đầu.",
                $"{entry.Day:yyyy-MM-dd}: outside the table, or it ends before it begins."
            );
        }

        foreach (var entry in calendar.Days.Where(entry => entry.Until?.DayNumber - entry.Day.DayNumber > LongestRun))
        {
            Report(
                $"{entry.Day:yyyy-MM-dd}: kỳ nghỉ dài hơn {LongestRun} ngày.",
                $"{entry.Day:yyyy-MM-dd}: a run of more than {LongestRun} days."
            );
        }

        return problems.Count == before ? calendar : null;

        void Report(string vi, string en) => problems.Add(new Problem(name, 1, "calendar", new LocalizedText(vi, en)));
    }

    public bool IsWorkingDay(DateOnly day) =>
        Entry(day) is { } entry ? !entry.Off : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The last day of a period of working days; counting begins on the day after <paramref name="start"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of days.</exception>
    public WorkingDeadline Add(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var skipped = new List<CalendarDay>();
        var doubtful = false;
        var day = start;
        for (var left = workingDays; left > 0; )
        {
            day = day.AddDays(1);
            var entry = Entry(day);
            if (entry is not null && !skipped.Contains(entry))
            {
                skipped.Add(entry);
            }

            doubtful |= day < From || day > Until || entry is { Confidence.MayBeStated: false };
            if (IsWorkingDay(day))
            {
                left--;
            }
        }

        return new WorkingDeadline(day, !doubtful, skipped);
    }

    /// <summary>
    /// The number of working days after <paramref name="start"/>, up to and including <paramref name="end"/>;
    /// negative when <paramref name="end"/> is earlier.
    /// </summary>
    public int Between(DateOnly start, DateOnly end)
    {
        if (end < start)
        {
            return -Between(end, start);
        }

        var days = 0;
        for (var day = start.AddDays(1); day <= end; day = day.AddDays(1))
        {
            days += IsWorkingDay(day) ? 1 : 0;
        }

        return days;
    }

    private CalendarDay? Entry(DateOnly day) => Days.Find(entry => entry.Day <= day && day <= (entry.Until ?? entry.Day));
}

/// <summary>A day, or a run of days, that differs from its weekday.</summary>
public sealed record CalendarDay
{
    public DateOnly Day { get; init; }

    /// <summary>The last day of a run, inclusive; null for a single day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>False for a Saturday or Sunday on which offices work.</summary>
    public bool Off { get; init; } = true;

    public LocalizedText Name { get; init; } = new("", "");

    public string Source { get; init; } = "";

    public Confidence Confidence { get; init; }
}

/// <param name="Due">The last day.</param>
/// <param name="Certain">
/// False when a day in between is provisional or outside the table: the date must then be presented as approximate.
/// </param>
/// <param name="Crossed">The holidays and make-up days on the way.</param>
public sealed record WorkingDeadline(DateOnly Due, bool Certain, IReadOnlyList<CalendarDay> Crossed);
