using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Requests.Deadlines;

/// <summary>A part of a working day, such as 08:00 to 12:00, counted from midnight.</summary>
/// <param name="To">At most 24:00, when the next day begins.</param>
public sealed record WorkingSpan(TimeSpan From, TimeSpan To);

/// <summary>The working hours of officials on working days, in Hanoi time.</summary>
/// <param name="Spans">In order, without overlap; at least one.</param>
public sealed record WorkingHours(WorkingCalendar Calendar, IReadOnlyList<WorkingSpan> Spans)
{
    /// <summary>More days than any calendar has days off in a row.</summary>
    private const int MaxDaysToSearch = 20_000;

    /// <summary>The working time of one day.</summary>
    public TimeSpan WorkingTimePerDay => TimeSpan.FromTicks(Spans.Sum(span => (span.To - span.From).Ticks));

    /// <summary>The moment after an amount of working time; always within working hours.</summary>
    public DateTimeOffset AddWorkingTime(DateTimeOffset from, TimeSpan amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, TimeSpan.Zero);
        var day = HanoiTime.DayOf(from);
        for (var i = 0; i < MaxDaysToSearch; i++, day = day.AddDays(1))
        {
            foreach (var (begin, end) in GetSpansOf(day))
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
    public TimeSpan GetWorkingTimeBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        for (var (day, last) = (HanoiTime.DayOf(from), HanoiTime.DayOf(to)); day <= last; day = day.AddDays(1))
        {
            foreach (var (begin, end) in GetSpansOf(day))
            {
                var (start, stop) = (begin > from ? begin : from, end < to ? end : to);
                sum += stop > start ? stop - start : TimeSpan.Zero;
            }
        }

        return sum;
    }

    /// <summary>The end of work on the day of a moment; the moment itself when it is later, or on a day off.</summary>
    public DateTimeOffset GetEndOfWork(DateTimeOffset at)
    {
        var close = GetSpansOf(HanoiTime.DayOf(at)).Select(span => span.End).LastOrDefault(at);
        return close > at ? close : at;
    }

    /// <summary>The end of work on the first working day after the day of a moment.</summary>
    public DateTimeOffset GetEndOfNextWorkingDay(DateTimeOffset at) =>
        GetEndOfWork(AddWorkingTime(HanoiTime.StartOf(HanoiTime.DayOf(at).AddDays(1)), TimeSpan.FromTicks(1)));

    /// <summary>Whether it is working time, or working time ended less than <paramref name="gracePeriod"/> ago.</summary>
    public bool IsWorkingTime(DateTimeOffset at, TimeSpan gracePeriod)
    {
        var day = HanoiTime.DayOf(at);
        return GetSpansOf(day.AddDays(-1)).Concat(GetSpansOf(day)).Any(span => span.Begin <= at && at < span.End + gracePeriod);
    }

    private IEnumerable<(DateTimeOffset Begin, DateTimeOffset End)> GetSpansOf(DateOnly day) =>
        Calendar.IsWorkingDay(day) ? Spans.Select(span => (HanoiTime.StartOf(day) + span.From, HanoiTime.StartOf(day) + span.To)) : [];
}
