using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Requests.Clocks;

/// <summary>A part of a working day, such as 08:00 to 12:00.</summary>
public sealed record WorkingSpan(TimeOnly From, TimeOnly To);

/// <summary>Working time: the hours in which officials work, on the days on which they do. Times are Vietnam's, which keeps UTC+7 all year.</summary>
/// <param name="Spans">In order, without overlap; at least one.</param>
public sealed record WorkingHours(WorkingCalendar Calendar, IReadOnlyList<WorkingSpan> Spans)
{
    /// <summary>No calendar has that many days off in a row.</summary>
    private const int LongestSearch = 20_000;

    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>The working time of one day.</summary>
    public TimeSpan PerDay => TimeSpan.FromTicks(Spans.Sum(span => (span.To - span.From).Ticks));

    /// <summary>The moment at which so much working time has passed; always within working hours of a working day.</summary>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, TimeSpan.Zero);
        var day = DayOf(from);
        for (var i = 0; i < LongestSearch; i++, day = day.AddDays(1))
        {
            foreach (var (begin, end) in SpansOf(day))
            {
                if (end <= from)
                {
                    continue;
                }

                var start = begin > from ? begin : from;
                if (amount <= end - start)
                {
                    return start + amount;
                }

                amount -= end - start;
            }
        }

        throw new InvalidOperationException("The calendar has no working days.");
    }

    /// <summary>The working time between two moments; zero when the second is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        for (var (day, last) = (DayOf(from), DayOf(to)); day <= last; day = day.AddDays(1))
        {
            foreach (var (begin, end) in SpansOf(day))
            {
                var (start, stop) = (begin > from ? begin : from, end < to ? end : to);
                sum += stop > start ? stop - start : TimeSpan.Zero;
            }
        }

        return sum;
    }

    /// <summary>When work ends on the day of a moment; the moment itself when work has ended by then, or is not done on that day.</summary>
    public DateTimeOffset Close(DateTimeOffset at)
    {
        var close = SpansOf(DayOf(at)).Select(span => span.End).LastOrDefault(at);
        return close > at ? close : at;
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Vietnam).DateTime);

    private IEnumerable<(DateTimeOffset Begin, DateTimeOffset End)> SpansOf(DateOnly day) =>
        Calendar.IsWorkingDay(day)
            ? Spans.Select(span => (new DateTimeOffset(day, span.From, Vietnam), new DateTimeOffset(day, span.To, Vietnam)))
            : [];
}
