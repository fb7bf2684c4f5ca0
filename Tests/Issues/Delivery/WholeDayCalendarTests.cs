using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Tests.Issues.Delivery;

/// <summary>Working hours could not end at 24:00: a service that works around the clock was closed for one minute at each
/// midnight.</summary>
public sealed class WholeDayCalendarTests
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    [Fact]
    public void With_hours_around_the_clock_no_minute_is_lost_at_midnight()
    {
        var hours = ParseHours("'00:00-24:00'", out var problems);
        Assert.Empty(problems);
        Assert.Equal(TimeSpan.FromHours(24), hours.WorkingTimePerDay);

        var monday = new DateTimeOffset(2026, 12, 7, 8, 0, 0, Vietnam);
        Assert.Equal(monday.AddHours(24), hours.AddWorkingTime(monday, TimeSpan.FromHours(24)));
        Assert.Equal(monday.AddHours(48), hours.AddWorkingTime(monday, TimeSpan.FromHours(48)));
        Assert.Equal(TimeSpan.FromHours(48), hours.GetWorkingTimeBetween(monday, monday.AddHours(48)));
    }

    [Theory]
    [InlineData("'24:00-24:00'")]
    [InlineData("'22:00-06:00'")]
    [InlineData("'08:00-24:01'")]
    public void Other_hours_beyond_the_day_are_refused(string spans)
    {
        ParseHours(spans, out var problems);
        Assert.NotEmpty(problems);
    }

    private static WorkingHours ParseHours(string spans, out List<Problem> problems)
    {
        var text = SettingDefaults.GetText(SettingKind.Routing);
        var start = text.IndexOf("workingHours:", StringComparison.Ordinal);
        var end = text.IndexOf('\n', start);
        var edited = $"{text[..start]}workingHours: [{spans}]{text[end..]}";
        problems = [];
        return DeskSettings.Read(DeadlineDefinitions.Default, kind => kind == SettingKind.Routing ? edited : null, problems).Hours with
        {
            Calendar = WorkingCalendar.Default,
        };
    }
}
