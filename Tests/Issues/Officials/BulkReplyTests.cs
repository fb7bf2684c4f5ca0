using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Officials;

/// <summary>A reply to several cases went out at once, could not be taken back, and left the official on a page without the list.</summary>
public sealed class BulkReplyTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_bulk_reply_comes_back_to_the_list_and_is_taken_back_as_a_whole()
    {
        await using var desk = await DeskHost.OpenAsync(folder, ("Requests:UndoWindow", "00:00:10"));
        var numbers = new[] { await desk.SubmitAsync(), await desk.SubmitAsync(), await desk.SubmitAsync() };
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await ReplyAsync(lan, numbers, "Hạn nộp hồ sơ là 30/11/2026.");
        Assert.Equal(302, lan.Status);
        Assert.StartsWith("/desk?view=unassigned&done=reply&count=3&at=", lan.Location, StringComparison.Ordinal);
        await lan.OpenAsync(lan.Location!.Split('#')[0]);
        Assert.Contains("Đã thực hiện “Trả lời” với 3 yêu cầu.", lan.Text, StringComparison.Ordinal);
        Assert.Contains("Hoàn tác cả 3", lan.Text, StringComparison.Ordinal);

        await lan.SendAsync("/desk/bulk/undo");
        Assert.StartsWith("/desk?view=unassigned&done=undo&count=3&", lan.Location, StringComparison.Ordinal);
        await lan.OpenAsync(lan.Location!.Split('#')[0]);
        Assert.Contains("Đã hoàn tác 3 yêu cầu", lan.Text, StringComparison.Ordinal);
        foreach (var number in numbers)
        {
            Assert.Equal(CaseStatus.Assigned, (await desk.FindAsync(number)).Request.Status);
        }

        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.Get<DelayedNoticeService>().ReleaseDueAsync(default);
        await lan.OpenAsync($"/desk/cases/{numbers[0]}");
        Assert.Contains(">Hạn nộp hồ sơ là 30/11/2026.</textarea>", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_time_nothing_is_offered_and_another_official_cannot_take_it_back()
    {
        await using var desk = await DeskHost.OpenAsync(folder, ("Requests:UndoWindow", "00:00:10"));
        var numbers = new[] { await desk.SubmitAsync(), await desk.SubmitAsync() };
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await ReplyAsync(lan, numbers, "Được hỗ trợ.");
        var list = lan.Location!.Split('#')[0];
        await ha.OpenAsync(list);
        Assert.DoesNotContain("Hoàn tác cả", ha.Text, StringComparison.Ordinal);
        await ha.PostAgainAsync("/desk/bulk/undo", ("at", list.Split("at=")[1]));
        Assert.Equal(CaseStatus.Answered, (await desk.FindAsync(numbers[0])).Request.Status);
        desk.Time.Advance(TimeSpan.FromSeconds(11));
        await lan.OpenAsync(list);
        Assert.DoesNotContain("Hoàn tác cả", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_the_subjects_and_a_template_gets_the_values_of_each_case()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var (first, second) = (await desk.SubmitAsync(Sample.Draft("Công ty A")), await desk.SubmitAsync(Sample.Draft("Công ty B")));
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync("/desk")).SendAsync("/desk/bulk/choose", ("cases", $"{first}:1"), ("cases", $"{second}:1"));
        Assert.Contains(CaseSubject.From(Sample.Draft()), lan.Text, StringComparison.Ordinal);
        await lan.SendAsync(
            "/desk/bulk/reply",
            ("cases", $"{first}:1"),
            ("cases", $"{second}:1"),
            ("template", "received"),
            ("do", "template")
        );
        Assert.Contains("Kính gửi {enterprise},", lan.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"yes\" checked", lan.Html, StringComparison.Ordinal);
        await lan.SendAsync(
            "/desk/bulk/reply",
            ("cases", $"{first}:1"),
            ("cases", $"{second}:1"),
            ("text", "Kính gửi {enterprise}, số {case}."),
            ("acknowledgement", "yes")
        );
        Assert.Equal($"Kính gửi Công ty A, số {first}.", (await desk.FindAsync(first)).History[^1].Text);
        Assert.Equal($"Kính gửi Công ty B, số {second}.", (await desk.FindAsync(second)).History[^1].Text);
        Assert.Equal(CaseStatus.Assigned, (await desk.FindAsync(second)).Request.Status);
    }

    [Theory]
    [InlineData("https://evil.example/", "/desk?done")]
    [InlineData("//evil.example/desk?", "/desk?done")]
    [InlineData("/desk?view=mine", "/desk?view=mine&done")]
    public async Task The_way_back_is_a_list_of_the_desk_alone(string back, string expected)
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync("/desk")).PostAgainAsync("/desk/bulk/take", ("cases", $"{number}:1"), ("back", back));
        Assert.StartsWith(expected, lan.Location, StringComparison.Ordinal);
    }

    private static async Task ReplyAsync(PolicyAssistantBot.Tests.Desk.Browser lan, IReadOnlyList<CaseNumber> numbers, string text)
    {
        (string, string)[] cases = [.. numbers.Select(number => ("cases", $"{number}:1"))];
        await (await lan.OpenAsync("/desk")).SendAsync("/desk/bulk/choose", cases);
        await lan.SendAsync("/desk/bulk/reply", [.. cases, ("text", text)]);
    }
}
