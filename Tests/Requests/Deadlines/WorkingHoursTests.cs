using FsCheck;
using FsCheck.Fluent;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Tests.Requests.Deadlines;

public sealed class WorkingHoursTests
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    private static readonly WorkingHours Hours = DeskSettings.Default.Hours;

    private static readonly ReferenceDeadlineCalculator Slow = new(WorkingCalendar.Default, Hours.Spans);

    private static readonly Gen<DateTimeOffset> Moments =
        from minute in Gen.Choose(0, 900 * 1440)
        select new DateTimeOffset(2025, 1, 1, 0, 0, 0, Vietnam).AddMinutes(minute);

    private static readonly Gen<TimeSpan> Amounts = from minutes in Gen.Choose(0, 20 * 480) select TimeSpan.FromMinutes(minutes);

    [Theory]
    [InlineData("2026-11-20 16:30", 2, "2026-11-23 09:00")] // Friday afternoon goes on on Monday.
    [InlineData("2026-11-20 11:30", 1, "2026-11-20 14:00")] // The lunch break does not count.
    [InlineData("2026-11-21 10:00", 8, "2026-11-23 17:30")] // Saturday is as good as Monday morning.
    [InlineData("2026-11-23 17:30", 8, "2026-11-25 17:30")] // 24 November is a holiday.
    [InlineData("2026-02-13 16:30", 2, "2026-02-23 09:00")] // Tết.
    [InlineData("2025-04-25 16:30", 2, "2025-04-26 09:00")] // A Saturday that makes up for a swapped day.
    [InlineData("2025-04-29 17:00", 1, "2025-05-05 08:30")] // … and the swapped day.
    public void Working_time_passes_only_in_working_hours_of_working_days(string from, int hours, string expected) =>
        Assert.Equal(At(expected), Hours.AddWorkingTime(At(from), TimeSpan.FromHours(hours)));

    [Fact]
    public void A_deadline_never_falls_outside_working_hours() =>
        Prop.ForAll(
                Moments.ToArbitrary(),
                Amounts.ToArbitrary(),
                (from, amount) =>
                {
                    var end = Hours.AddWorkingTime(from, amount);
                    return end >= from && (Slow.IsWorkingTime(end) || Slow.IsWorkingTime(end.AddMinutes(-1)));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Later_starts_and_larger_amounts_end_later() =>
        Prop.ForAll(
                Moments.ToArbitrary(),
                Amounts.ToArbitrary(),
                Amounts.ToArbitrary(),
                (from, amount, more) =>
                    Hours.AddWorkingTime(from, amount) <= Hours.AddWorkingTime(from, amount + more)
                    && Hours.AddWorkingTime(from, amount) <= Hours.AddWorkingTime(from + more, amount)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_working_time_between_equals_the_time_that_was_added() =>
        Prop.ForAll(
                Moments.ToArbitrary(),
                Amounts.ToArbitrary(),
                (from, amount) =>
                    Hours.GetWorkingTimeBetween(from, Hours.AddWorkingTime(from, amount)) == amount
                    && Slow.CountWorkingMinutes(from, Hours.AddWorkingTime(from, amount)) == (int)amount.TotalMinutes
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Working_time_is_additive() =>
        Prop.ForAll(
                Moments.ToArbitrary(),
                Amounts.ToArbitrary(),
                Amounts.ToArbitrary(),
                (from, first, second) =>
                    Hours.GetWorkingTimeBetween(from, from + first) + Hours.GetWorkingTimeBetween(from + first, from + first + second)
                    == Hours.GetWorkingTimeBetween(from, from + first + second)
            )
            .QuickCheckThrowOnFailure();

    private static DateTimeOffset At(string local) =>
        new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), Vietnam);
}
