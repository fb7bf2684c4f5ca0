using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Insight;

/// <summary>Whole weeks from Monday to Sunday, in Vietnamese time.</summary>
/// <param name="Monday">The first day.</param>
public sealed record Period(DateOnly Monday, int Weeks)
{
    public const int MaxWeeks = 53;
    public const int DefaultWeeks = 12;

    private const long MillisecondsPerHour = 3_600_000;
    private const long MillisecondsPerWeek = 7 * 24 * MillisecondsPerHour;

    /// <summary>The first millisecond of the period, Unix time.</summary>
    public long StartMilliseconds => HanoiTime.StartOf(Monday).ToUnixTimeMilliseconds();

    /// <summary>The first millisecond after the period.</summary>
    public long EndMilliseconds => StartMilliseconds + (Weeks * MillisecondsPerWeek);

    /// <summary>The last day.</summary>
    public DateOnly Sunday => Monday.AddDays((Weeks * 7) - 1);

    /// <summary>The index of the week of a moment; negative or too large outside the period.</summary>
    public int GetWeekIndex(long at) => (int)Math.Floor((at - StartMilliseconds) / (double)MillisecondsPerWeek);

    public DateOnly GetMonday(int week) => Monday.AddDays(7 * week);

    /// <summary>
    /// As many weeks directly before it; while the period is running, only as much of them as has passed of the period, so that like is
    /// compared with like.
    /// </summary>
    internal TimeWindow GetWindowBefore(DateTimeOffset now)
    {
        var length = EndMilliseconds - StartMilliseconds;
        var passed = now.ToUnixTimeMilliseconds() - StartMilliseconds;
        var start = StartMilliseconds - length;
        return new TimeWindow(start, start + (passed > 0 && passed < length ? passed : length));
    }

    /// <summary>This many weeks, of which the last has the day in it.</summary>
    public static Period EndingWith(DateOnly day, int weeks) => new(GetMondayOfWeek(day).AddDays(-7 * (weeks - 1)), weeks);

    /// <summary>The weeks from one day to the other; the last twelve when the first day is missing or the order is wrong.</summary>
    public static Period FromDays(DateOnly? from, DateOnly? until, DateTimeOffset now)
    {
        var lastMonday = GetMondayOfWeek(until ?? HanoiTime.DayOf(now));
        var firstMonday = from is { } day ? GetMondayOfWeek(day) : lastMonday.AddDays(-7 * (DefaultWeeks - 1));
        var weeks = ((lastMonday.DayNumber - firstMonday.DayNumber) / 7) + 1;
        return weeks is > 0 and <= MaxWeeks ? new Period(firstMonday, weeks)
            : weeks > MaxWeeks ? new Period(lastMonday.AddDays(-7 * (MaxWeeks - 1)), MaxWeeks)
            : new Period(lastMonday.AddDays(-7 * (DefaultWeeks - 1)), DefaultWeeks);
    }

    private static DateOnly GetMondayOfWeek(DateOnly day)
    {
        var earliest = new DateOnly(2020, 1, 6);
        day =
            day < earliest ? earliest
            : day > new DateOnly(2100, 1, 1) ? new DateOnly(2100, 1, 1)
            : day;
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
