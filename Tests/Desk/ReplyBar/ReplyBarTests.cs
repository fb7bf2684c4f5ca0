using PolicyAssistantBot.Access;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk.ReplyBar;

/// <summary>The bar in which officials reply, ask, note and forward, without scripts.</summary>
public sealed class ReplyBarTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_reply_takes_a_case_that_nobody_has()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        Assert.Contains("Yêu cầu chưa ai nhận; khi gửi, anh/chị nhận xử lý luôn.", lan.Text, StringComparison.Ordinal);
        await lan.SendAsync($"{page}/reply", ("text", "Được hỗ trợ."));
        Assert.Equal((302, $"{page}?done=reply#done"), (lan.Status, lan.Location));

        var stored = await desk.FindAsync(number);
        Assert.Equal("Submitted Taken Replied", string.Join(' ', stored.History.Select(e => e.Kind)));
        Assert.Equal(("Cán bộ lan", CaseStatus.Answered), (stored.Request.OwnerName, stored.Request.Status));
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));

        // A second click on the same page does nothing, and says that it is done.
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/reply", ("text", "Được hỗ trợ."), ("version", "1"));
        Assert.Equal(302, lan.Status);
        Assert.Equal(3, (await desk.FindAsync(number)).Request.Version);
        await lan.OpenAsync($"{page}?done=reply");
        Assert.Contains("<p role=\"status\">Đã gửi câu trả lời.</p>", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_modes_take_the_case_too_and_a_refused_one_takes_nothing()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var (first, second) = (await desk.SubmitAsync(), await desk.SubmitAsync());
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk/cases/{first}");
        await lan.SendAsync($"/desk/cases/{first}/forward", ("body", ""), ("text", "Thuộc thẩm quyền của Sở khác."));
        Assert.Equal(422, lan.Status);
        Assert.Equal(1, (await desk.FindAsync(first)).Request.Version);
        Assert.Contains(">Thuộc thẩm quyền của Sở khác.</textarea>", lan.Text, StringComparison.Ordinal);

        await lan.SendAsync($"/desk/cases/{first}/forward", ("body", "Sở Công Thương"), ("text", "Thuộc thẩm quyền của Sở khác."));
        await lan.OpenAsync($"/desk/cases/{second}");
        await lan.SendAsync($"/desk/cases/{second}/ask-back", ("text", "Gửi thêm giấy đăng ký."));
        Assert.Equal((CaseStatus.Forwarded, 3), (await StatusAsync(desk, first)));
        Assert.Equal((CaseStatus.WaitingForAsker, 3), (await StatusAsync(desk, second)));
    }

    [Fact]
    public async Task A_reply_and_its_closing_are_stored_together_and_only_once()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/reply", ("text", "Được hỗ trợ."), ("do", "close"));
        Assert.Equal($"{page}?done=reply-close#done", lan.Location);
        await lan.OpenAsync(page);
        await lan.PostAgainAsync($"{page}/send", ("mode", "reply"), ("version", "1"), ("text", "Được hỗ trợ."), ("do", "close"));
        Assert.Equal(302, lan.Status);

        var stored = await desk.FindAsync(number);
        Assert.Equal("Submitted Taken Replied Closed", string.Join(' ', stored.History.Select(e => e.Kind)));
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));
    }

    [Fact]
    public async Task After_a_reply_the_next_case_opens_and_the_notice_names_the_one_before()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var (first, second) = (await desk.SubmitAsync(), await desk.SubmitAsync());
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk/cases/{first}");
        await lan.SendAsync($"/desk/cases/{first}/reply", ("text", "Được hỗ trợ."), ("do", "next"));
        Assert.Equal($"/desk/cases/{second}?done=reply&case={first}#done", lan.Location);
        await lan.OpenAsync(lan.Location!.Split('#')[0]);
        Assert.Contains($"Đã gửi câu trả lời. Yêu cầu: {first}.", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_and_text_go_in_one_form_and_a_refused_file_sends_nothing_and_keeps_the_text()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.UploadAsync(
            $"{page}/send",
            [("mode", "reply"), ("text", "Gửi kèm mẫu.")],
            ("mau.txt", "Mẫu"u8.ToArray()),
            ("x.exe", [77, 90])
        );
        Assert.Equal(200, lan.Status);
        Assert.Contains(">Gửi kèm mẫu.</textarea>", lan.Text, StringComparison.Ordinal);
        Assert.Contains("x.exe", lan.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await desk.FindAsync(number)).Request.Version);

        // The file that was accepted waits, and goes with the reply.
        Assert.Contains("Bỏ tệp mau.txt", lan.Text, StringComparison.Ordinal);
        await lan.SendAsync($"{page}/reply", ("text", "Gửi kèm mẫu."));
        var file = Assert.Single(await desk.Get<CaseFileService>().ListAsync(number.ToString(), default));
        Assert.Equal(3, file.ReplyEventSequence);
    }

    [Fact]
    public async Task A_file_that_waits_is_taken_away_again_without_losing_the_text()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.UploadAsync($"{page}/files", ("mau.txt", "Mẫu"u8.ToArray()));
        await lan.OpenAsync(page);
        var button = lan.Html.Split("value=\"remove-")[1].Split('"')[0];
        await lan.SendAsync($"{page}/reply", ("text", "Đang viết dở."), ("do", $"remove-{button}"));
        Assert.DoesNotContain("mau.txt", lan.Text, StringComparison.Ordinal);
        Assert.Contains(">Đang viết dở.</textarea>", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_reply_the_case_behind_this_one_opens_not_the_first_of_the_list()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var (_, second, third) = (await desk.SubmitAsync(), await desk.SubmitAsync(), await desk.SubmitAsync());
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk/cases/{second}");
        await lan.SendAsync($"/desk/cases/{second}/reply", ("text", "Được hỗ trợ."), ("do", "next"));
        Assert.Equal($"/desk/cases/{third}?done=reply&case={second}#done", lan.Location);
    }

    [Fact]
    public async Task A_reply_that_was_just_sent_alone_is_closed_when_it_is_sent_again_to_be_closed()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/reply", ("text", "Được hỗ trợ."));
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/reply", ("text", "Được hỗ trợ."), ("do", "close"), ("version", "1"));
        Assert.Equal($"{page}?done=reply-close#done", lan.Location);
        var stored = await desk.FindAsync(number);
        Assert.Equal("Submitted Taken Replied Closed", string.Join(' ', stored.History.Select(e => e.Kind)));
    }

    [Fact]
    public async Task The_page_of_a_case_that_a_colleague_has_taken_shows_everything_that_was_typed()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var minh = await desk.SignInAsync("minh", Roles.Official);
        await lan.OpenAsync(page);
        await minh.OpenAsync(page);
        await lan.SendAsync($"{page}/take");
        await minh.SendAsync($"{page}/forward", ("body", "Sở Công Thương"), ("text", "Thuộc Sở khác."), ("note", "Đã gọi điện."));
        Assert.Equal(409, minh.Status);
        foreach (var typed in new[] { "Sở Công Thương", "Thuộc Sở khác.", "Đã gọi điện." })
        {
            Assert.Contains($">{typed}</textarea>", minh.Text, StringComparison.Ordinal);
        }
    }

    private static async Task<(CaseStatus Status, int Version)> StatusAsync(DeskHost desk, CaseNumber number) =>
        ((await desk.FindAsync(number)).Request.Status, (await desk.FindAsync(number)).Request.Version);
}
