using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Insight;
using PolicyAssistantBot.Insight.Questions;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Insight;

/// <summary>What the page and its files say about questions in the chat, from stored answers, votes and cases.</summary>
public sealed class QuestionStatisticsTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 16, 0, 0, 0, TimeSpan.FromHours(7));

    private readonly TempFolder folder = new();
    private int answers;

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task Questions_votes_and_requests_become_figures(DatabaseKind database)
    {
        await using var desk = await DeskHost.OpenAsync(folder, database);
        await using (var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync())
        {
            // Long before, so that the period before is on record as a whole.
            Ask(db, "old", Monday.AddDays(-30), "Answered", "B1");

            // The week before: one conversation, not solved; and later than the corresponding moment of this week, not compared with.
            Ask(db, "w1", Monday.AddDays(-7).AddHours(9), "Unanswerable", null);
            Ask(db, "w2", Monday.AddDays(-1), "Answered", "B1");

            // This week. Solved; solved after a question back; voted down; asked again with a request; and not answered.
            Ask(db, "a", Monday.AddHours(8), "Answered", "B1");
            Ask(db, "b", Monday.AddHours(8.5), "Clarify", null);
            Ask(db, "b", Monday.AddHours(8.6), "Answered", "B1");
            Ask(db, "c", Monday.AddHours(23), "Answered", "B2");
            Vote(db, "c", Monday.AddHours(23.1), "B2", VoteReason.Outdated);
            Vote(db, "a", Monday.AddHours(9), "B1", null);
            Ask(db, "d", Monday.AddDays(1).AddHours(8), "Answered", "B1", "msteams");
            Ask(db, "c1", desk.Time.GetUtcNow().AddMinutes(-5), "Answered", "B1");
            Ask(db, "e", Monday.AddDays(2).AddHours(8), "Unanswerable", null, question: "=Có cho vay mua nhà không?");
            Ask(db, "e", Monday.AddDays(2).AddHours(9), "Unanswerable", null, question: "=có cho vay  mua nhà không");
            Ask(db, "f", Monday.AddDays(2).AddHours(9), "Unanswerable", null, question: "Gọi tôi số 0912345678");
            await db.SaveChangesAsync();
        }

        var request = await desk.SubmitAsync(conversation: "c1");
        Assert.Equal("directline", (await desk.FindAsync(request)).Request.Asker.ChannelId);

        var report = await desk.Get<InsightReportService>().GetAsync(new Period(new DateOnly(2026, 11, 16), 1), default);
        Assert.NotNull(report.Questions);
        // Solved: a, b and d.
        Assert.Equal(new QuestionStatistics(9, 5, 3, 7, 3, 1, 1), report.Questions.Total);
        Assert.Equal(new QuestionStatistics(1, 0, 1, 1, 0, 0, 0), report.Questions.Before);
        Assert.Equal(("directline", 2, 1), Hours(0));
        Assert.Equal(("msteams", 1, 0), Hours(1));
        Assert.Equal([new ArticleStatistics("B1", 4, 1, 0), new ArticleStatistics("B2", 1, 0, 1)], report.Questions.Articles);

        using var chief = await desk.SignInAsync("ha", Roles.Supervisor);
        const string Week = "?from=2026-11-16&until=2026-11-22";
        await chief.OpenAsync($"/desk/insight{Week}");
        Assert.Contains("Tăng 800 % so với kỳ trước (1)", chief.Text, StringComparison.Ordinal);
        Assert.Contains("3 trên 7 cuộc trò chuyện", chief.Text, StringComparison.Ordinal);
        Assert.Contains("Tăng 42,9 điểm phần trăm so với kỳ trước (0 %)", chief.Text, StringComparison.Ordinal);
        Assert.Contains("Gọi tôi số", chief.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0912345678", chief.Text, StringComparison.Ordinal);
        await chief.OpenAsync($"/desk/insight/unanswered.csv{Week}");
        Assert.Contains("\"'=có cho vay mua nhà không\",2\r\n", chief.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0912345678", chief.Text, StringComparison.Ordinal);
        await chief.OpenAsync($"/desk/insight/figures.xlsx{Week}");
        using (var zip = new ZipArchive(await chief.Response.Content.ReadAsStreamAsync()))
        {
            var sheets = string.Concat(zip.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
            Assert.Contains("Gọi tôi số", sheets, StringComparison.Ordinal);
            Assert.DoesNotContain("0912345678", sheets, StringComparison.Ordinal);
        }

        await chief.OpenAsync($"/desk/insight/hours.csv{Week}");
        Assert.Contains("\"Giờ\",\"Trang web\",\"Teams\",\"Tất cả các kênh\"\r\n", chief.Text, StringComparison.Ordinal);
        Assert.Contains("\"08:00–08:59\",5,1,6\r\n", chief.Text, StringComparison.Ordinal);
        await chief.OpenAsync($"/desk/insight/votes.csv{Week}");
        Assert.Contains("\"Chưa hữu ích: Quy định đã cũ\",1", chief.Text, StringComparison.Ordinal);

        (string, int, int) Hours(int channel) =>
            (
                report.Questions.Channels[channel].ChannelId,
                report.Questions.Channels[channel].Hours[channel == 0 ? 9 : 8],
                report.Questions.Channels[channel].Hours[23]
            );
    }

    [Fact]
    public async Task A_period_without_anything_says_so_and_shows_no_tables()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var chief = await desk.SignInAsync("ha", Roles.Supervisor);
        await chief.OpenAsync("/desk/insight");
        Assert.Contains("chưa có câu hỏi hay yêu cầu nào", chief.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", chief.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg class=\"chart\"", chief.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_running_period_is_compared_with_as_much_of_the_one_before()
    {
        var period = new Period(new DateOnly(2026, 11, 16), 1);
        Assert.Equal(Window(-7, -5), period.GetWindowBefore(Monday.AddDays(2)));
        Assert.Equal(Window(-7, 0), period.GetWindowBefore(Monday.AddDays(7)));
        Assert.Equal(Window(-7, 0), period.GetWindowBefore(Monday.AddDays(-1)));

        static TimeWindow Window(int firstDay, int endDay) =>
            new(Monday.AddDays(firstDay).ToUnixTimeMilliseconds(), Monday.AddDays(endDay).ToUnixTimeMilliseconds());
    }

    [Theory]
    [InlineData(10, 0, "Kỳ trước: 0", Trend.Neutral)]
    [InlineData(0, 0, "Không đổi so với kỳ trước (0)", Trend.Neutral)]
    [InlineData(1500, 2000, "Giảm 25 % so với kỳ trước (2.000)", Trend.Neutral)]
    public void A_change_is_said_in_words(int now, int before, string change, Trend trend)
    {
        var questions = new QuestionReport(Asked(now), Asked(before), [], [], [], [], []);
        var report = StatisticsCalculator.Compute(
            new Period(new DateOnly(2026, 11, 16), 1),
            [],
            [],
            PolicyAssistantBot.Requests.Deadlines.DeadlineDefinitions.Default
        ) with
        {
            Questions = questions,
        };
        var headline = Headline.CreateAll(report, Lang.Vi)[0];
        Assert.Equal((change, trend), (headline.Change, headline.Trend));
        Assert.Equal(4, Headline.CreateAll(report, Lang.En).Count);

        static QuestionStatistics Asked(int count) => new(count, 0, 0, 0, 0, 0, 0);
    }

    private void Ask(
        AssistantDb db,
        string conversation,
        DateTimeOffset at,
        string outcome,
        string? article,
        string channel = "directline",
        string question = "Hỏi"
    ) =>
        db.Add(
            new AnswerRow
            {
                Number = ++answers,
                ChannelId = channel,
                ConversationId = conversation,
                UserId = $"u-{conversation}",
                AnswerId = $"q{answers}",
                At = at.ToUnixTimeMilliseconds(),
                Language = "vi",
                Outcome = outcome,
                ArticleKey = article,
                Revision = article is null ? null : "r1",
                Question = question,
                Text = "",
                Trace = "",
            }
        );

    private static void Vote(AssistantDb db, string conversation, DateTimeOffset at, string article, VoteReason? reason) =>
        db.Add(
            new VoteRow
            {
                ChannelId = "directline",
                ConversationId = conversation,
                UserId = $"u-{conversation}",
                AnswerId = "q",
                ArticleKey = article,
                IsUpvote = reason is null,
                Reason = reason,
                At = at.ToUnixTimeMilliseconds(),
            }
        );
}
