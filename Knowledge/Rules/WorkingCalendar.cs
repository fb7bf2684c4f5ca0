using PolicyAssistantBot.Knowledge.Content;
using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>The working days of public bodies: the days of the week that are worked, without holidays, and the days off that replace
/// swapped days.</summary>
public sealed record WorkingCalendar
{
    private const int MaxPeriodDays = 31;

    /// <summary>The first day of the table.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day of the table.</summary>
    public DateOnly Until { get; init; }

    /// <summary>The days of the week that are worked; at least one.</summary>
    public List<DayOfWeek> WorkingDays { get; init; } =
    [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public List<CalendarDay> Days { get; init; } = [];

    public static WorkingCalendar Default { get; } = RuleData.Load<WorkingCalendar>("holidays.yaml");

    /// <summary>The text of the table that is shipped with the program, as the start for an edited one.</summary>
    public static string DefaultText => File.ReadAllText(RuleData.GetPath("holidays.yaml"));

    /// <summary>Reads an edited table; returns null and adds problems when it is not valid.</summary>
    public static WorkingCalendar? Parse(string text, string name, List<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (YamlData.Parse<WorkingCalendar>(text, name, problems) is not { } calendar)
        {
            return null;
        }

        var problemCount = problems.Count;
        if (calendar.From.Year < 2000 || calendar.Until < calendar.From || calendar.Until.Year > 2200)
        {
            Report(
                "“from” và “until” phải là ngày đầu và ngày cuối của bảng.",
                "“from” and “until” must be the first and the last day of the table."
            );
        }

        if (calendar.WorkingDays is not { Count: > 0 } || calendar.WorkingDays.Distinct().Count() < calendar.WorkingDays.Count)
        {
            Report(
                "“workingDays” phải có ít nhất một ngày trong tuần, mỗi ngày một lần: monday, tuesday, …",
                "“workingDays” must have at least one day of the week, each of them once: monday, tuesday, …"
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
                $"{entry.Day:yyyy-MM-dd}: is outside the table or ends before it begins."
            );
        }

        foreach (var entry in calendar.Days.Where(entry => entry.Until?.DayNumber - entry.Day.DayNumber > MaxPeriodDays))
        {
            Report(
                $"{entry.Day:yyyy-MM-dd}: kỳ nghỉ dài hơn {MaxPeriodDays} ngày.",
                $"{entry.Day:yyyy-MM-dd}: the period is longer than {MaxPeriodDays} days."
            );
        }

        return problems.Count == problemCount ? calendar : null;

        void Report(string vi, string en) => problems.Add(new Problem(name, 1, "calendar", new LocalizedText(vi, en)));
    }

    public bool IsWorkingDay(DateOnly day) => FindEntry(day) is { } entry ? !entry.IsOff : WorkingDays.Contains(day.DayOfWeek);

    /// <summary>The last day of a period of working days; counting begins on the day after <paramref name="start"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is negative.</exception>
    public WorkingDeadline AddWorkingDays(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var skipped = new List<CalendarDay>();
        var isUncertain = false;
        var day = start;
        for (var left = workingDays; left > 0; )
        {
            day = day.AddDays(1);
            var entry = FindEntry(day);
            if (entry is not null && !skipped.Contains(entry))
            {
                skipped.Add(entry);
            }

            isUncertain |= day < From || day > Until || entry is { Confidence.MayBeStated: false };
            if (IsWorkingDay(day))
            {
                left--;
            }
        }

        return new WorkingDeadline(day, !isUncertain, skipped);
    }

    /// <summary>
    /// The number of working days after <paramref name="start"/> up to and including <paramref name="end"/>; negative
    /// when <paramref name="end"/> is earlier.
    /// </summary>
    public int CountWorkingDays(DateOnly start, DateOnly end)
    {
        if (end < start)
        {
            return -CountWorkingDays(end, start);
        }

        var days = 0;
        for (var day = start.AddDays(1); day <= end; day = day.AddDays(1))
        {
            days += IsWorkingDay(day) ? 1 : 0;
        }

        return days;
    }

    private CalendarDay? FindEntry(DateOnly day) => Days.Find(entry => entry.Day <= day && day <= (entry.Until ?? entry.Day));
}

/// <summary>A day or a period that differs from the usual week: a holiday, or a working day instead of one.</summary>
public sealed record CalendarDay
{
    public DateOnly Day { get; init; }

    /// <summary>The last day of a period, inclusive; null for a single day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>False for a day on which offices are open although that day of the week is not worked.</summary>
    [YamlMember(Alias = "off")]
    public bool IsOff { get; init; } = true;

    public LocalizedText Name { get; init; } = new("", "");

    public string Source { get; init; } = "";

    public Confidence Confidence { get; init; }
}

/// <summary>The result of <see cref="WorkingCalendar.AddWorkingDays"/>.</summary>
/// <param name="Due">The last day of the period.</param>
/// <param name="IsCertain">
/// False when a day of the period is not confirmed or is outside the table; the date is then only an estimate.
/// </param>
/// <param name="SpecialDays">The holidays and make-up days within the period.</param>
public sealed record WorkingDeadline(DateOnly Due, bool IsCertain, IReadOnlyList<CalendarDay> SpecialDays);
