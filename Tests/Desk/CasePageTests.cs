using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

public sealed class CasePageTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_official_takes_a_case_replies_and_closes_it()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var page = $"/desk/cases/{number}";

        await lan.OpenAsync("/desk");
        Assert.Contains(number.ToString(), lan.Text, StringComparison.Ordinal);
        await lan.OpenAsync(page);
        Assert.Contains("30.000.000.000 đồng", lan.Text, StringComparison.Ordinal);
        Assert.Contains("Nhỏ (80/2021/NĐ-CP Điều 5)", lan.Text, StringComparison.Ordinal);
        Assert.Contains("trên trang web", lan.Text, StringComparison.Ordinal);
        Assert.Contains("Công nghiệp, sản xuất, chế biến", lan.Text, StringComparison.Ordinal);
        Assert.Contains("Tôi muốn gửi yêu cầu", lan.Text, StringComparison.Ordinal);

        await lan.SendAsync($"{page}/take");
        Assert.Equal((302, $"{page}?done=take#done"), (lan.Status, lan.Location));
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/ask-back", ("text", "Gửi thêm giấy đăng ký."));
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/reply", ("text", "Dòng một\r\nDòng hai"));
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/close", ("reason", "Answered"), ("text", ""));
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/reopen", ("text", "Còn một ý"));

        var stored = await desk.FindAsync(number);
        Assert.Equal("Submitted Taken AskedBack Replied Closed Reopened", string.Join(' ', stored.History.Select(e => e.Kind)));
        Assert.Equal("Dòng một\nDòng hai", stored.History[3].Text);
        Assert.All(stored.History.Skip(1), e => Assert.Equal(("Cán bộ lan", "desk"), (e.Actor.Name, e.Channel)));
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));
    }

    [Fact]
    public async Task Closing_needs_a_chosen_reason_and_asks_about_a_reply_that_is_not_sent()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var page = $"/desk/cases/{number}";
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");
        await lan.OpenAsync(page);
        Assert.Matches("<select id=\"close-reason\"[^>]*>\\s*<option value selected", lan.Html);
        await lan.SendAsync($"{page}/close", ("reason", nameof(CloseReason.Answered)));
        Assert.Equal(422, lan.Status);
        Assert.Contains("Chưa có câu trả lời nào được gửi", lan.Text, StringComparison.Ordinal);

        await lan.OpenAsync(page);
        await lan.PostAgainAsync($"{page}/draft", ("mode", "reply"), ("text", "Viết dở"));
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/close", ("reason", nameof(CloseReason.NotOurMatter)));
        Assert.Equal(422, lan.Status);
        Assert.Contains("viết dở chưa gửi", lan.Text, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Assigned, (await desk.FindAsync(number)).Request.Status);
        await lan.SendAsync($"{page}/close", ("reason", nameof(CloseReason.NotOurMatter)));
        var closed = (await desk.FindAsync(number)).Request;
        Assert.Equal(CaseStatus.Closed, closed.Status);
        Assert.Null(closed.Deadlines!.Find("firstReply"));
    }

    [Fact]
    public async Task An_official_sees_the_assistants_answer_and_its_trace()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync(
            Sample.Draft() with
            {
                Question = "Vay vốn được không?",
                Answer = "Ngân hàng xem bốn điều.",
                AnswerTrace = "Answered C7-bank (0.41): the best article supports it; C7-bank#answer 0.41",
            }
        );
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("Ngân hàng xem bốn điều.", lan.Text, StringComparison.Ordinal);
        Assert.Contains("Vì sao trả lời như vậy", lan.Text, StringComparison.Ordinal);
        Assert.Contains("C7-bank#answer 0.41", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_official_is_told_the_owner_of_the_case()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var minh = await desk.SignInAsync("minh", Roles.Official);
        await lan.OpenAsync(page);
        await minh.OpenAsync(page);
        await lan.SendAsync($"{page}/take");
        await minh.SendAsync($"{page}/take");
        Assert.Equal(409, minh.Status);
        Assert.Contains("Cán bộ lan đang xử lý yêu cầu này.", minh.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_page_shows_the_changes_and_keeps_the_typed_text()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var chief = await desk.SignInAsync("ha", Roles.Supervisor);
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");
        await lan.OpenAsync(page);
        await (await chief.OpenAsync(page)).SendAsync($"{page}/ask-back", ("text", "Xin gửi báo cáo tài chính."));

        await lan.SendAsync($"{page}/reply", ("text", "Câu trả lời dài của tôi"));
        Assert.Equal(409, lan.Status);
        Assert.Contains("Thay đổi trong lúc đó", lan.Text, StringComparison.Ordinal);
        Assert.Contains("Xin gửi báo cáo tài chính.", lan.Text, StringComparison.Ordinal);
        Assert.Contains(">Câu trả lời dài của tôi</textarea>", lan.Text, StringComparison.Ordinal);

        await lan.SendAsync($"{page}/reply", ("text", "Câu trả lời dài của tôi"));
        Assert.Equal(302, lan.Status);
        Assert.Equal(CaseStatus.Answered, (await desk.FindAsync(number)).Request.Status);
    }

    [Fact]
    public async Task A_second_click_does_nothing_twice()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/reply", ("text", "Trả lời"));
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/reply", ("text", "Trả lời"), ("version", "2"));
        Assert.Equal(302, lan.Status);
        Assert.Equal(3, (await desk.FindAsync(number)).History.Count);
    }

    [Fact]
    public async Task Typed_text_never_becomes_markup()
    {
        const string Attack = "\"><script>alert(1)</script><img src=x onerror=alert(2)>&lt;'";
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync(
            Sample.Draft() with
            {
                EnterpriseName = Attack,
                WardName = Attack,
                Sector = Attack,
                SizeClause = Attack,
                Content = Attack,
                ContactName = Attack,
                ConsentVersion = Attack,
                Question = Attack,
            }
        );
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/forward", ("body", Attack), ("text", " "));
        Assert.Equal(422, lan.Status);
        AssertHarmless(lan.Html, times: 9);
        await lan.SendAsync($"{page}/reply", ("text", Attack));
        await lan.OpenAsync(page);
        AssertHarmless(lan.Html, times: 9);
        await lan.OpenAsync("/desk?view=all");
        AssertHarmless(lan.Html, times: 1);
        await lan.OpenAsync("/desk?view=all&q=" + Uri.EscapeDataString(Attack));
        AssertHarmless(lan.Html, times: 2);
        await lan.OpenAsync("/desk/sign-in?returnUrl=" + Uri.EscapeDataString("/" + Attack));
        AssertHarmless(lan.Html, times: 1);

        static void AssertHarmless(string html, int times)
        {
            Assert.DoesNotContain(
                "<script",
                html.Replace("<script src=\"/desk/desk.js\" defer></script>", "", StringComparison.Ordinal)
                    .Replace("<script src=\"/desk/suggest.js\" defer></script>", "", StringComparison.Ordinal)
                    .Replace("<script src=\"/desk/case.js\" defer></script>", "", StringComparison.Ordinal),
                StringComparison.OrdinalIgnoreCase
            );
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("value=\"\">", html, StringComparison.Ordinal);
            Assert.InRange(html.Split("script&gt;").Length - 1, times, 100);
        }
    }

    [Fact]
    public async Task Two_cases_of_one_asker_are_merged()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var (first, second) = (await desk.SubmitAsync(), await desk.SubmitAsync());
        var page = $"/desk/cases/{second}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/merge", ("body", second.ToString()));
        Assert.Equal(422, lan.Status);
        await lan.SendAsync($"{page}/merge", ("body", first.ToString().ToLowerInvariant()));
        Assert.Equal(302, lan.Status);

        var (kept, merged) = (await desk.FindAsync(first), await desk.FindAsync(second));
        Assert.Equal((CaseStatus.Merged, first.ToString()), (merged.Request.Status, merged.History[^1].Detail));
        Assert.Equal((CaseStatus.Submitted, second.ToString()), (kept.Request.Status, kept.History[^1].Detail));
        Assert.Equal(merged.Request.Facts.Content, kept.History[^1].Text);
        Assert.Null(CaseHistory.Verify(kept.Request, kept.History));
        Assert.Null(CaseHistory.Verify(merged.Request, merged.History));
    }

    [Theory]
    [InlineData("/desk/cases/HN-2026-999999-3")]
    [InlineData("/desk/cases/anything")]
    public async Task There_is_no_page_for_a_case_that_does_not_exist(string address)
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(address);
        Assert.Equal(404, lan.Status);
    }

    [Fact]
    public async Task A_history_that_was_altered_is_shown_as_such()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        await using (
            var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.File("assistant.db")};Pooling=False")
        )
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE RequestEvents SET At = At - 86400000";
            await command.ExecuteNonQueryAsync();
        }

        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("đã bị sửa bên ngoài hệ thống, từ mục 1", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_can_read_but_cannot_change_anything()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var auditor = await desk.SignInAsync("kiem", Roles.Auditor);
        await auditor.OpenAsync(page);
        Assert.Equal(200, auditor.Status);
        Assert.DoesNotContain("/take", auditor.Html, StringComparison.Ordinal);
        var token = auditor.Html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        await auditor.PostAsync($"{page}/take", ("__RequestVerificationToken", token), ("version", "1"));
        Assert.Equal(403, auditor.Status);
        Assert.Equal(1, (await desk.FindAsync(number)).Request.Version);
    }

    [Fact]
    public async Task The_pages_speak_English_when_asked()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk/language?to=en&returnUrl=/desk/cases/{number}");
        Assert.Equal($"/desk/cases/{number}", lan.Location);
        await lan.OpenAsync(lan.Location!);
        Assert.Contains("<html lang=\"en\">", lan.Html, StringComparison.Ordinal);
        Assert.Contains("VND 30,000,000,000", lan.Text, StringComparison.Ordinal);

        // The account remembers it for the next computer.
        using var elsewhere = desk.Browse();
        await elsewhere.SignInAsync("lan", DeskHost.Password);
        await elsewhere.OpenAsync("/desk");
        Assert.Contains("<html lang=\"en\">", elsewhere.Html, StringComparison.Ordinal);
    }
}
