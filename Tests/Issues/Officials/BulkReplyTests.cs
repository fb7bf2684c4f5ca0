using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
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
    public async Task Another_official_cannot_take_it_back()
    {
        await using var desk = await DeskHost.OpenAsync(folder, ("Requests:UndoWindow", "00:00:10"));
        var numbers = new[] { await desk.SubmitAsync(), await desk.SubmitAsync() };
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await ReplyAsync(lan, numbers, "Được hỗ trợ.");
        var list = lan.Location!.Split('#')[0];
        await ha.OpenAsync(list);
        Assert.DoesNotContain("Hoàn tác cả", ha.Text, StringComparison.Ordinal);
        var version = (await desk.FindAsync(numbers[0])).Request.Version;
        await ha.PostAgainAsync("/desk/bulk/undo", ("at", list.Split("at=")[1]), ("offered", $"{numbers[0]}:{version}"));
        Assert.Contains("done=undo&count=0&left=1", ha.Location, StringComparison.Ordinal);
        Assert.Equal(version, (await desk.FindAsync(numbers[0])).Request.Version);
        Assert.Equal(CaseStatus.Answered, (await desk.FindAsync(numbers[0])).Request.Status);

        await lan.OpenAsync(list);
        await lan.SendAsync("/desk/bulk/undo");
        Assert.Contains("done=undo&count=2&", lan.Location, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Assigned, (await desk.FindAsync(numbers[0])).Request.Status);
    }

    [Fact]
    public async Task After_the_time_nothing_is_offered_and_an_open_page_is_told_that_the_messages_went_out()
    {
        await using var desk = await DeskHost.OpenAsync(folder, ("Requests:UndoWindow", "00:00:10"));
        var numbers = new[] { await desk.SubmitAsync(), await desk.SubmitAsync() };
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await ReplyAsync(lan, numbers, "Được hỗ trợ.");
        var list = lan.Location!.Split('#')[0];
        await lan.OpenAsync(list);
        desk.Time.Advance(TimeSpan.FromSeconds(11));
        await lan.SendAsync("/desk/bulk/undo");
        Assert.Contains("done=undo&count=0&left=2&", lan.Location, StringComparison.Ordinal);
        await lan.OpenAsync(lan.Location!.Split('#')[0]);
        Assert.Contains("Không hoàn tác được yêu cầu nào: các tin đã gửi đi", lan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("chưa nhận được gì", lan.Text, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Answered, (await desk.FindAsync(numbers[0])).Request.Status);
        await lan.OpenAsync(list);
        Assert.DoesNotContain("Hoàn tác cả", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_meanwhile_is_counted_and_a_second_press_says_the_same()
    {
        await using var desk = await DeskHost.OpenAsync(folder, ("Requests:UndoWindow", "00:00:10"));
        var numbers = new[] { await desk.SubmitAsync(), await desk.SubmitAsync() };
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await ReplyAsync(lan, numbers, "Được hỗ trợ.");
        await lan.OpenAsync(lan.Location!.Split('#')[0]);
        var asker = (await desk.FindAsync(numbers[1])).Request.Asker;
        await desk.Get<CaseCommandRunner>()
            .ChangeAsync(numbers[1], stored => CaseRules.AddMessage(stored, asker, "Còn một câu", desk.Time.GetUtcNow()), default);
        await lan.SendAsync("/desk/bulk/undo");
        Assert.Contains("done=undo&count=1&left=1&", lan.Location, StringComparison.Ordinal);
        await lan.OpenAsync(lan.Location!.Split('#')[0]);
        Assert.Contains("Đã hoàn tác 1 yêu cầu. 1 yêu cầu không hoàn tác được nữa", lan.Text, StringComparison.Ordinal);

        await lan.PostAgainAsync("/desk/bulk/undo", ("at", "1"), ("offered", $"{numbers[0]}:3"));
        Assert.Contains("done=undo&count=1&at", lan.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "en", "has received your request", "đã tiếp nhận")]
    [InlineData("vi", "vi", "đã tiếp nhận", "has received your request")]
    [InlineData("vi", "en", "đã tiếp nhận", null)]
    public async Task A_template_is_in_the_language_of_the_askers(string first, string second, string expected, string? unexpected)
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var cases = new List<(string, string)>();
        foreach (var language in new[] { first, second })
        {
            cases.Add(("cases", $"{await desk.SubmitAsync(Sample.Draft() with { Language = language })}:1"));
        }

        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync("/desk")).SendAsync("/desk/bulk/choose", [.. cases]);
        await lan.SendAsync("/desk/bulk/reply", [.. cases, ("template", "received"), ("do", "template")]);
        var text = lan.Text.Split("id=\"reply-text\"")[1].Split("</textarea>")[0];
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Equal(unexpected is null, text.Contains(unexpected ?? "has received your request", StringComparison.Ordinal));
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
