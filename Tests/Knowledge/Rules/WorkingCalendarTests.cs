using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Tests.Knowledge.Rules;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Default;

    [Theory]
    [InlineData("2026-11-20", 1, "2026-11-23")] // Friday to Monday
    [InlineData("2026-11-23", 1, "2026-11-25")] // 24 November is a holiday from 2026
    [InlineData("2025-11-23", 1, "2025-11-24")] // and was none in 2025
    [InlineData("2026-11-20", 14, "2026-12-11")]
    [InlineData("2026-02-13", 1, "2026-02-23")] // over the Lunar New Year
    [InlineData("2026-04-24", 1, "2026-04-28")] // Hung Kings Day on a Sunday, made up on Monday
    [InlineData("2026-04-29", 1, "2026-05-04")]
    [InlineData("2025-04-25", 1, "2025-04-26")] // a Saturday that makes up for a swapped day
    [InlineData("2025-04-29", 1, "2025-05-05")]
    [InlineData("2026-11-21", 0, "2026-11-21")]
    public void Working_days_skip_weekends_and_holidays_and_count_swapped_days(string start, int days, string due) =>
        Assert.Equal(DateOnly.Parse(due, null), Calendar.AddWorkingDays(DateOnly.Parse(start, null), days).Due);

    [Theory]
    [InlineData("2026-11-25", 3, true)]
    [InlineData("2026-11-23", 1, false)] // 24 November is known from the press alone
    [InlineData("2027-02-03", 3, false)] // the notice for 2027 has not been published
    [InlineData("2027-12-30", 3, false)] // beyond the table
    public void A_day_that_is_not_confirmed_makes_the_deadline_uncertain(string start, int days, bool certain) =>
        Assert.Equal(certain, Calendar.AddWorkingDays(DateOnly.Parse(start, null), days).IsCertain);

    [Fact]
    public void Adding_and_counting_working_days_agree()
    {
        for (var day = new DateOnly(2026, 1, 1); day < new DateOnly(2026, 12, 1); day = day.AddDays(1))
        {
            Assert.Equal(14, Calendar.CountWorkingDays(day, Calendar.AddWorkingDays(day, 14).Due));
            Assert.Equal(-14, Calendar.CountWorkingDays(Calendar.AddWorkingDays(day, 14).Due, day));
        }
    }

    [Fact]
    public void No_day_is_twice_in_the_table()
    {
        var days = Calendar
            .Days.SelectMany(entry =>
                Enumerable.Range(0, (entry.Until ?? entry.Day).DayNumber - entry.Day.DayNumber + 1).Select(entry.Day.AddDays)
            )
            .ToList();

        Assert.Equal(days.Count, days.Distinct().Count());
        Assert.All(days, day => Assert.InRange(day, Calendar.From, Calendar.Until));
    }

    [Fact]
    public void A_statutory_deadline_is_counted_in_its_unit()
    {
        var support = Assert.IsType<DeadlineResult.Due>(Deadlines.Compute(Deadlines.Find("sme-support")!, new DateOnly(2026, 10, 1)));
        Assert.Equal((new DateOnly(2026, 10, 21), true), (support.DueDate, support.IsCertain));

        var invoices = Assert.IsType<DeadlineResult.Due>(Deadlines.Compute(Deadlines.Find("e-invoice")!, new DateOnly(2026, 9, 30)));
        Assert.Equal(new DateOnly(2026, 10, 30), invoices.DueDate);
    }

    [Fact]
    public void An_unverified_rule_or_one_not_in_force_gives_no_date()
    {
        Assert.IsType<DeadlineResult.NotKnown>(Deadlines.Compute(Deadlines.Find("complaint-first")!, new DateOnly(2026, 10, 1)));
        Assert.IsType<DeadlineResult.NotKnown>(Deadlines.Compute(Deadlines.Find("complaint-acceptance")!, new DateOnly(2026, 6, 30)));
        Assert.IsType<DeadlineResult.Due>(Deadlines.Compute(Deadlines.Find("complaint-acceptance")!, new DateOnly(2026, 7, 1)));
    }
}
