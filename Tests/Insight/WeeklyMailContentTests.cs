using PolicyAssistantBot.Insight;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Tests.Insight;

public sealed class WeeklyMailContentTests
{
    private static readonly CaseStatistics Quiet = new(4, 3, 9, 90, 300, 2880, 5760, 1, 0.5, 4.5, 2);
    private static readonly CaseStatistics Busy = new(1250, 6, 12, null, null, 3000, 6000, 0.955, null, null, 0);

    private static InsightReport Report =>
        new(new Period(new DateOnly(2026, 11, 9), 2), Busy, [Quiet, Busy], [], [], [], [], [0, 0, 0, 1, 1]);

    [Fact]
    public void The_week_is_compared_with_the_previous_week_in_both_languages()
    {
        var vi = WeeklyMail.Render(Report, Lang.Vi, new Uri("https://desk.example.vn/desk/insight"));
        Assert.Equal("Số liệu tuần 16/11/2026 – 22/11/2026: bàn tiếp nhận hỗ trợ doanh nghiệp", vi.Subject);
        Assert.Contains("Mới gửi: 1.250 (Tuần trước: 4)\n", vi.Text, StringComparison.Ordinal);
        Assert.Contains("Trả lời lần đầu: trung vị: – (Tuần trước: 1,5 giờ)\n", vi.Text, StringComparison.Ordinal);
        Assert.Contains("https://desk.example.vn/desk/insight", vi.Text, StringComparison.Ordinal);
        Assert.Contains("<td align=\"right\">95,5 %</td><td align=\"right\">100 %</td>", vi.Html, StringComparison.Ordinal);
        var en = WeeklyMail.Render(Report, Lang.En, null);
        Assert.Contains("Submitted: 1,250 (Previous week: 4)\n", en.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", en.Text, StringComparison.Ordinal);
    }
}
