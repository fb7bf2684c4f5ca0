using System.Globalization;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Officials;

/// <summary>
/// “Due soon” counted none while nine of ten rows were due the next day, and the list wrote “18 hours left” of a deadline that the page of
/// the case called one working day.
/// </summary>
public sealed class DueSoonTests : IDisposable
{
    private static readonly WorkingHours Hours = DeskSettings.Default.Hours;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2026-11-24T09:00:00+07:00", "hôm nay 17:30")]
    [InlineData("2026-11-25T09:00:00+07:00", "quá hạn 1 giờ làm việc")]
    public void A_deadline_of_today_is_told_by_its_hour(string now, string expected) =>
        Assert.Equal(
            expected,
            DeadlineFormatter.FormatRemaining(
                DateTimeOffset.Parse("2026-11-24T17:30:00+07:00", CultureInfo.InvariantCulture),
                Hours,
                DateTimeOffset.Parse(now, CultureInfo.InvariantCulture),
                Lang.Vi
            )
        );

    [Fact]
    public async Task What_is_due_by_the_end_of_the_next_working_day_is_due_soon_and_reads_alike_in_the_list_and_in_the_case()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var due = (await desk.FindAsync(number)).Request.Deadlines!.Next!.DueAt!.Value;
        Assert.True(CaseDueTimes.Create(Hours, desk.Time.GetUtcNow()).IsDueSoon(due, null));
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync("/desk?view=duesoon");
        Assert.Contains(number.ToString(), lan.Text, StringComparison.Ordinal);
        Assert.Contains("class=\"count soon\">1<", lan.Html, StringComparison.Ordinal);
        var left = DeadlineFormatter.FormatDuration(Hours.GetWorkingTimeBetween(desk.Time.GetUtcNow(), due), Hours, Lang.Vi);
        Assert.Contains($">còn {left}<", lan.Text, StringComparison.Ordinal);
        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains($"còn {left}<", lan.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-26T10:00+07:00", "2026-11-27T17:30+07:00")]
    [InlineData("2026-11-27T16:00+07:00", "2026-11-30T17:30+07:00")]
    [InlineData("2026-11-28T09:00+07:00", "2026-11-30T17:30+07:00")]
    public void The_next_working_day_is_after_the_weekend(string now, string until)
    {
        var times = CaseDueTimes.Create(Hours, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture), times.SoonUntil);
        Assert.True(times.IsDueSoon(times.SoonUntil, null));
        Assert.False(times.IsDueSoon(times.SoonUntil.AddMinutes(1), null));
        Assert.True(times.IsDueSoon(times.SoonUntil.AddDays(9), times.Now));
        Assert.False(times.IsDueSoon(times.Now.AddMinutes(-1), times.Now));
    }

    [Theory]
    [InlineData(1, "còn 1 ngày làm việc", "1 working day left")]
    [InlineData(-2, "quá hạn 2 ngày làm việc", "2 working days overdue")]
    public void One_wording(int days, string vi, string en)
    {
        var now = new DateTimeOffset(2026, 11, 19, 17, 30, 0, TimeSpan.FromHours(7));
        Assert.Equal(vi, DeadlineFormatter.FormatRemaining(now.AddDays(days), Hours, now, Lang.Vi));
        Assert.Equal(en, DeadlineFormatter.FormatRemaining(now.AddDays(days), Hours, now, Lang.En));
    }
}
