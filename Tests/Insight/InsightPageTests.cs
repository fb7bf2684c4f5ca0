using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Insight;

public sealed partial class InsightPageTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Work_at_the_desk_appears_on_the_page_and_in_the_files()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var (first, second) = (
            await desk.SubmitAsync(Sample.Draft() with { Kind = RequestKind.Financing, WardName = "=HYPERLINK(\"http://evil.example\")" }),
            await desk.SubmitAsync(Sample.Draft() with { Kind = RequestKind.Support })
        );
        var commandRunner = desk.Get<CaseCommandRunner>();
        await desk.SubmitAsync(Sample.Draft() with { Kind = RequestKind.Support });
        foreach (var (number, minutes) in new[] { (first, 30), (second, 90) })
        {
            desk.Time.Advance(TimeSpan.FromMinutes(minutes));
            await ChangeAsync(number, s => CaseRules.Take(s, At(s)));
            await ChangeAsync(number, s => CaseRules.Reply(s, At(s), "Mời anh/chị nộp hồ sơ."));
        }

        desk.Time.Advance(TimeSpan.FromHours(22));
        await ChangeAsync(first, s => CaseRules.Close(s, At(s), CloseReason.Answered, null));

        using var chief = await desk.SignInAsync("ha", Roles.Supervisor);
        await chief.OpenAsync("/desk/insight");
        Assert.Equal(200, chief.Status);
        var headlines = Headlines().Matches(chief.Text).ToDictionary(m => m.Groups["label"].Value, m => m.Groups["value"].Value);
        Assert.Equal(["Câu hỏi trong trò chuyện", "Giải quyết không cần cán bộ", "Yêu cầu mới gửi", "Trả lời đúng hạn"], headlines.Keys);
        Assert.Equal(("3", "100 %"), (headlines["Yêu cầu mới gửi"], headlines["Trả lời đúng hạn"]));
        Assert.Contains("còn tồn 2", chief.Text, StringComparison.Ordinal);
        Assert.Contains("trung vị 1,3 giờ đến lần trả lời đầu", chief.Text, StringComparison.Ordinal);
        Assert.Contains("Chưa đủ số liệu kỳ trước để so sánh", chief.Text, StringComparison.Ordinal);

        // Nobody rated a case, and nobody asked in the chat: those parts are not shown.
        Assert.Equal(4, chief.Html.Split("<svg class=\"chart\"").Length - 1);
        Assert.Equal(7, chief.Html.Split("<table class=\"figures\"").Length - 1);
        Assert.DoesNotContain("Mức độ hài lòng", chief.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2>Trò chuyện</h2>", chief.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", chief.Html, StringComparison.Ordinal);

        await chief.OpenAsync("/desk/insight/ward.csv");
        var bytes = await chief.Response.Content.ReadAsByteArrayAsync();
        Assert.Equal<byte[]>([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("attachment", chief.Response.Content.Headers.ContentDisposition?.DispositionType);
        var csv = Encoding.UTF8.GetString(bytes[3..]);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\",1,1,0,0.5,0.5,24,24,1,", csv, StringComparison.Ordinal);
        await chief.OpenAsync("/desk/insight/kind.csv?from=2026-11-16&until=2026-11-22");
        Assert.Contains("\"Hỗ trợ doanh nghiệp\",2,0,2,2,2,,,1,,", chief.Text, StringComparison.Ordinal);
        await chief.OpenAsync("/desk/insight/official.csv");
        Assert.Contains("\"Nguyễn Thị Lan\",2,1,1,", chief.Text, StringComparison.Ordinal);
        Assert.Contains("\"Chưa có người nhận\",1,0,1,", chief.Text, StringComparison.Ordinal);
        await chief.OpenAsync("/desk/insight/none.csv");
        Assert.Equal(404, chief.Status);
        await chief.OpenAsync("/desk/insight?from=nonsense&until=2026-02-31");
        Assert.Equal(200, chief.Status);

        await chief.OpenAsync("/desk/insight/figures.xlsx");
        using var zip = new ZipArchive(await chief.Response.Content.ReadAsStreamAsync());
        Assert.Equal(13, zip.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
        var sheets = string.Concat(zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(Read));
        Assert.Contains("=HYPERLINK(", sheets, StringComparison.Ordinal);
        Assert.DoesNotContain("<x:f>", sheets, StringComparison.Ordinal);
        Assert.Contains("Theo phường, xã", sheets, StringComparison.Ordinal);

        // Reports are cached for a minute and then computed again.
        await desk.SubmitAsync();
        await chief.OpenAsync("/desk/insight/total.csv");
        Assert.Contains(",3,1,2,", chief.Text, StringComparison.Ordinal);
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await chief.OpenAsync("/desk/insight/total.csv");
        Assert.Contains(",4,1,3,", chief.Text, StringComparison.Ordinal);

        async Task ChangeAsync(CaseNumber number, Func<CaseWithHistory, CaseDecision> rule) =>
            Assert.IsType<CaseDecision.Changed>((await commandRunner.ChangeAsync(number, rule, default))!.Decision);

        CaseCommand At(CaseWithHistory stored) => new(stored.Request.Version, Sample.Lan, "desk", desk.Time.GetUtcNow());

        static string Read(ZipArchiveEntry entry)
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }
    }

    [GeneratedRegex("<dt>(?<label>[^<]*)</dt>\\s*<dd class=\"value\">(?<value>[^<]*)</dd>", RegexOptions.ExplicitCapture)]
    private static partial Regex Headlines();
}
