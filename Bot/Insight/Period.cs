using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight;

/// <summary>Whole weeks, Monday to Sunday, in Vietnam.</summary>
/// <param name="Monday">The first day.</param>
public sealed record Period(DateOnly Monday, int Weeks)
{
    public const int Longest = 53;
    public const int Usual = 12;

    private const long Hour = 3_600_000;
    private const long Week = 7 * 24 * Hour;

    /// <summary>The first millisecond, since 1970.</summary>
    public long From => HanoiTime.StartOf(Monday).ToUnixTimeMilliseconds();

    /// <summary>The first millisecond that no longer belongs to it.</summary>
    public long Until => From + (Weeks * Week);

    /// <summary>The last day.</summary>
    public DateOnly Sunday => Monday.AddDays((Weeks * 7) - 1);

    /// <summary>Which week a moment is in; negative or too large outside.</summary>
    public int WeekOf(long at) => (int)Math.Floor((at - From) / (double)Week);

    public DateOnly MondayOf(int week) => Monday.AddDays(7 * week);

    /// <summary>The weeks that hold both days; the last twelve when a day is missing or they are in the wrong order.</summary>
    public static Period Read(DateOnly? from, DateOnly? until, DateTimeOffset now)
    {
        var last = MondayBefore(until ?? HanoiTime.DayOf(now));
        var first = from is { } day ? MondayBefore(day) : last.AddDays(-7 * (Usual - 1));
        var weeks = ((last.DayNumber - first.DayNumber) / 7) + 1;
        return weeks is > 0 and <= Longest ? new Period(first, weeks)
            : weeks > Longest ? new Period(last.AddDays(-7 * (Longest - 1)), Longest)
            : new Period(last.AddDays(-7 * (Usual - 1)), Usual);
    }

    private static DateOnly MondayBefore(DateOnly day)
    {
        var earliest = new DateOnly(2020, 1, 6);
        day =
            day < earliest ? earliest
            : day > new DateOnly(2100, 1, 1) ? new DateOnly(2100, 1, 1)
            : day;
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
