using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Tests.Knowledge.Rules;

/// <summary>The table of holidays as an editor may change it, and counting over it.</summary>
public sealed class CalendarTableTests
{
    private const string Head = "from: 2026-01-01\nuntil: 2026-12-31\ndays:\n";

    [Fact]
    public void The_delivered_table_is_read() =>
        Assert.Equal(WorkingCalendar.Default.Days.Count, Read(WorkingCalendar.DefaultText)!.Days.Count);

    [Theory]
    [InlineData(Head + "  - day: 2026-01-01", "")]
    [InlineData(Head + "  - day: 2026-12-31", "")]
    [InlineData(Head + "  - day: 2026-03-01\n    until: 2026-03-01", "")]
    [InlineData(Head + "  - day: 2026-03-01\n    until: 2026-04-01", "")]
    [InlineData(Head + "  - day: 2026-03-01\n    until: 2026-04-02", "2026-03-01: the period is longer than 31 days.")]
    [InlineData(Head + "  - day: 2026-03-02\n    until: 2026-03-01", "2026-03-02: is outside the table or ends before it begins.")]
    [InlineData(Head + "  - day: 2025-12-31", "2025-12-31: is outside the table or ends before it begins.")]
    [InlineData(Head + "  - day: 2027-01-01", "2027-01-01: is outside the table or ends before it begins.")]
    [InlineData(Head + "  - day: 2026-12-31\n    until: 2027-01-01", "2026-12-31: is outside the table or ends before it begins.")]
    [InlineData("from: 2026-01-01\nuntil: 2026-01-01", "")]
    [InlineData("from: 2000-01-01\nuntil: 2200-12-31", "")]
    [InlineData("from: 2026-01-02\nuntil: 2026-01-01", "“from” and “until” must be the first and the last day of the table.")]
    [InlineData("from: 1999-12-31\nuntil: 2026-01-01", "“from” and “until” must be the first and the last day of the table.")]
    [InlineData("from: 2026-01-01\nuntil: 2201-01-01", "“from” and “until” must be the first and the last day of the table.")]
    public void A_table_that_makes_no_sense_is_refused_with_its_reason(string text, string problem)
    {
        var problems = new List<Problem>();
        var read = WorkingCalendar.Parse(text, "holidays.yaml", problems);
        Assert.Equal(problem, string.Join('|', problems.Select(p => p.Reason.En)));
        Assert.Equal(problem.Length == 0, read is not null);
        Assert.All(problems, p => Assert.NotEqual("", p.Reason.Vi));
    }

    [Fact]
    public void What_is_no_table_is_refused()
    {
        var problems = new List<Problem>();
        Assert.Null(WorkingCalendar.Parse("from: [", "holidays.yaml", problems));
        Assert.NotEmpty(problems);
    }

    [Fact]
    public void The_days_on_the_way_are_named_once_each()
    {
        var calendar = Read(
            Head + "  - day: 2026-03-03\n    until: 2026-03-05\n    name: { vi: nghỉ, en: off }\n  - day: 2026-03-07\n    off: false"
        )!;
        var deadline = calendar.AddWorkingDays(new DateOnly(2026, 3, 2), 2);
        Assert.Equal((new DateOnly(2026, 3, 7), 2), (deadline.Due, deadline.SpecialDays.Count));
        Assert.Equal(2, calendar.CountWorkingDays(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 8)));
        Assert.Equal(-2, calendar.CountWorkingDays(new DateOnly(2026, 3, 8), new DateOnly(2026, 3, 2)));
        Assert.Equal(0, calendar.CountWorkingDays(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.AddWorkingDays(new DateOnly(2026, 3, 2), -1));
    }

    [Theory]
    [InlineData("2026-12-30", 1, false)] // The last day of the table, not confirmed by name.
    [InlineData("2025-12-31", 1, false)]
    public void A_deadline_is_certain_only_within_the_table(string start, int days, bool beyond)
    {
        var calendar = Read("from: 2026-01-01\nuntil: 2026-12-31")!;
        Assert.Equal(!beyond, calendar.AddWorkingDays(DateOnly.Parse(start, null), days).IsCertain);
        Assert.False(calendar.AddWorkingDays(new DateOnly(2026, 12, 31), 1).IsCertain);
        Assert.False(calendar.AddWorkingDays(new DateOnly(2025, 12, 30), 1).IsCertain);
    }

    private static WorkingCalendar? Read(string text)
    {
        var problems = new List<Problem>();
        var calendar = WorkingCalendar.Parse(text, "holidays.yaml", problems);
        Assert.Empty(problems);
        return calendar;
    }
}
