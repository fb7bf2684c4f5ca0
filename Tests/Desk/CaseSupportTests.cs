using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>The aids beside a case: deadlines, notes, similar cases, suggestions.</summary>
public sealed class CaseSupportTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_page_shows_the_deadlines_the_routing_with_its_reasons_and_the_eligibility_hints()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("đến 23/11/2026 17:30, còn 1 ngày làm việc", lan.Text, StringComparison.Ordinal);
        Assert.Contains("đến 11/12/2026 17:30, còn 14 ngày làm việc", lan.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Chuyển đến Tổ hỗ trợ doanh nghiệp nhỏ và vừa vì loại yêu cầu là “Hỗ trợ doanh nghiệp”.",
            lan.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Theo số liệu khai, là doanh nghiệp quy mô “Nhỏ”.", lan.Text, StringComparison.Ordinal);

        desk.Time.Advance(TimeSpan.FromDays(3));
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await ha.OpenAsync("/desk?view=overdue");
        Assert.Contains("Quá hạn <span class=\"count late\">1</span>", ha.Text, StringComparison.Ordinal);
        Assert.Contains(number.ToString(), ha.Text, StringComparison.Ordinal);
        await ha.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("đã quá hạn", ha.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_handed_to_a_colleague_and_moved_to_another_team()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var minh = await desk.CreateAsync("minh", Roles.Official);
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/hand-over", ("body", "nobody"), ("text", ""));
        Assert.Equal(422, lan.Status);
        await lan.SendAsync($"{page}/hand-over", ("body", minh.Id), ("text", "Anh xem giúp."));
        Assert.Equal(302, lan.Status);
        Assert.Equal($"/desk?given=hand-over&case={number}&to={minh.Id}#done", lan.Location);
        await lan.OpenAsync(lan.Location!.Split('#')[0]);
        Assert.Contains($"Đã chuyển {number} cho Cán bộ minh.", lan.Text, StringComparison.Ordinal);
        var stored = await desk.FindAsync(number);
        Assert.Equal(
            (CaseStatus.Assigned, minh.Id, "Cán bộ minh"),
            (stored.Request.Status, stored.Request.OwnerId, stored.History[^1].Detail)
        );

        using var his = desk.Browse();
        await his.SignInAsync("minh", DeskHost.Password);
        await his.OpenAsync(page);
        await his.SendAsync($"{page}/move", ("body", "financing"), ("text", "Về tín dụng."));
        stored = await desk.FindAsync(number);
        Assert.Equal(
            (CaseStatus.Submitted, null, "financing"),
            (stored.Request.Status, stored.Request.OwnerId, stored.Request.Routing?.Team)
        );
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));
        await his.OpenAsync(page);
        Assert.Contains("Cán bộ minh đã chuyển đến Tổ tài chính, tín dụng.", his.Text, StringComparison.Ordinal);
        await his.OpenAsync("/desk?view=all&team=financing&kind=support");
        Assert.Contains(number.ToString(), his.Text, StringComparison.Ordinal);
        await his.OpenAsync("/desk?view=all&team=support");
        Assert.DoesNotContain(number.ToString(), his.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_stays_inside_and_calls_the_colleague_whom_it_names()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var minh = await desk.SignInAsync("minh", Roles.Official);
        using var thu = await desk.SignInAsync("thu", Roles.Official);
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/note", ("note", "  "));
        Assert.Equal(422, lan.Status);
        await lan.SendAsync($"{page}/note", ("note", "Nhờ @minh xem phần thuế. Liên hệ thu@example.vn <b>nhé</b>"));
        Assert.Equal(302, lan.Status);
        Assert.Equal(2, (await desk.FindAsync(number)).Request.Version);

        await minh.OpenAsync("/desk");
        Assert.Contains("Anh/chị được nhắc đến", minh.Text, StringComparison.Ordinal);
        await minh.OpenAsync(page);
        Assert.Equal(200, minh.Status);
        Assert.Contains("Nhờ @minh xem phần thuế.", minh.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>nhé", minh.Html, StringComparison.Ordinal);
        await minh.OpenAsync("/desk");
        Assert.DoesNotContain("Anh/chị được nhắc đến", minh.Text, StringComparison.Ordinal);
        await thu.OpenAsync(page);
        Assert.Equal(404, thu.Status);
    }

    [Fact]
    public async Task A_template_and_the_suggested_answer_are_put_behind_what_was_typed_and_nothing_is_sent()
    {
        await using var desk = await DeskHost.OpenAsync(folder, services => services.AddSingleton(TestArticles.Pipeline()));
        var number = await desk.SubmitAsync(
            Sample.Draft() with
            {
                Content = "Mua phần mềm quản lý kho có được hỗ trợ không?",
                Question = null,
            }
        );
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");
        await lan.OpenAsync(page);
        Assert.Contains("Gợi ý trả lời từ kho kiến thức", lan.Text, StringComparison.Ordinal);

        var token = lan.Html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        await lan.PostAsync(
            $"{page}/send",
            ("__RequestVerificationToken", token),
            ("do", "template"),
            ("mode", "reply"),
            ("version", "2"),
            ("text", "Chào anh."),
            ("template", "received")
        );
        Assert.Equal(200, lan.Status);
        var typed = Typed(lan);
        Assert.StartsWith("Chào anh.\n\nKính gửi Công ty TNHH Hoàng Đạt,", typed, StringComparison.Ordinal);
        Assert.Contains($"đã tiếp nhận yêu cầu {number} và sẽ trả lời trước 11/12/2026 17:30", typed, StringComparison.Ordinal);

        await lan.PostAsync(
            $"{page}/send",
            ("__RequestVerificationToken", token),
            ("do", "suggestion"),
            ("mode", "reply"),
            ("version", "2"),
            ("text", typed),
            ("template", "received")
        );
        Assert.StartsWith(typed, Typed(lan), StringComparison.Ordinal);
        Assert.Contains("\nCăn cứ:\n- ", Typed(lan), StringComparison.Ordinal);
        Assert.Equal(2, (await desk.FindAsync(number)).Request.Version);

        static string Typed(Browser page) =>
            System
                .Net.WebUtility.HtmlDecode(page.Html.Split("<textarea id=\"reply-text\"")[1].Split('>', 2)[1].Split("</textarea>")[0])
                .ReplaceLineEndings("\n")
                .TrimStart('\n');
    }

    [Fact]
    public async Task Missing_facts_are_asked_for_by_name()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync(Sample.Draft() with { Revenue = null, Capital = null });
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");
        await lan.OpenAsync(page);
        Assert.DoesNotContain("missing-InsuredEmployees", lan.Text, StringComparison.Ordinal);
        await lan.SendAsync(
            $"{page}/ask-back",
            ("missing", "Revenue"),
            ("missing", "Capital"),
            ("missing", "9"),
            ("text", "Gửi trước thứ Sáu.")
        );
        var text = (await desk.FindAsync(number)).History[^1].Text;
        Assert.Equal("Anh/chị vui lòng bổ sung:\n- Doanh thu năm trước\n- Tổng nguồn vốn\n\nGửi trước thứ Sáu.", text);
    }

    [Fact]
    public async Task Similar_cases_are_found_and_a_request_sent_twice_is_flagged()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var draft = Sample.Draft();
        var twice = await desk.SubmitAsync(draft);
        var like = await desk.SubmitAsync(
            draft with
            {
                EnterpriseName = "Hợp tác xã Đông Anh",
                TaxCode = "0101248141",
                Content = "Xin tư vấn về hỗ trợ chuyển đổi số cho hợp tác xã chúng tôi.",
            }
        );
        await desk.SubmitAsync(
            draft with
            {
                EnterpriseName = "Công ty Khác",
                TaxCode = "0101248141",
                Content = "Cần vay vốn lưu động ngân hàng nào lãi thấp?",
                Question = null,
            }
        );
        var number = await desk.SubmitAsync(draft);
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk/cases/{number}");
        var section = lan.Text.Split("id=\"similar\"")[1].Split("</section>")[0];
        Assert.Contains($"/desk/cases/{twice}\"", section, StringComparison.Ordinal);
        Assert.Contains("Có thể trùng", section.Split(twice.ToString())[^1].Split("</li>")[0], StringComparison.Ordinal);
        Assert.Contains($"/desk/cases/{like}\"", section, StringComparison.Ordinal);
        Assert.DoesNotContain("Công ty Khác", section, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_viewers_are_shown_and_forgotten_when_they_leave()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await lan.OpenAsync(page);
        await ha.OpenAsync($"{page}/live?typing=true");
        Assert.Contains("Cán bộ lan", ha.Html, StringComparison.Ordinal);
        await lan.OpenAsync($"{page}/live");
        Assert.Equal(
            "{\"version\":1,\"people\":\"Cũng đang mở yêu cầu này: Cán bộ ha (đang viết)\"}",
            System.Text.RegularExpressions.Regex.Unescape(lan.Html)
        );
        desk.Time.Advance(TimeSpan.FromSeconds(31));
        await lan.OpenAsync($"{page}/live");
        Assert.Contains("\"people\":\"\"", lan.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_official_can_record_a_withdrawal_by_telephone_and_the_asker_is_notified()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/withdraw", ("text", "Gọi điện sáng nay."));
        Assert.Equal(CaseStatus.Withdrawn, (await desk.FindAsync(number)).Request.Status);
        await lan.OpenAsync(page);
        Assert.DoesNotContain($"{page}/reply", lan.Html, StringComparison.Ordinal);
        Assert.Contains("xong lúc", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_sent_twice_is_merged_with_one_button_and_by_the_serial_of_the_other()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var (first, second, third) = (await desk.SubmitAsync(), await desk.SubmitAsync(), await desk.SubmitAsync());
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var page = $"/desk/cases/{second}";
        await lan.OpenAsync(page);
        Assert.Equal(2, lan.Text.Split("duplicates\">")[1].Split("</nav>")[0].Split("Gộp vào ").Length - 1);
        await lan.SendAsync($"{page}/merge", (DeskActions.TargetInputName, first.ToString()));
        Assert.Equal(CaseStatus.Merged, (await desk.FindAsync(second)).Request.Status);
        Assert.Equal("lan", (await desk.FindAsync(second)).Request.OwnerName?.Split(' ')[^1]);

        await lan.OpenAsync($"/desk/cases/{third}");
        await lan.SendAsync($"/desk/cases/{third}/merge", (DeskActions.TargetInputName, "9"));
        Assert.Contains("không có yêu cầu mang số ấy", lan.Text, StringComparison.Ordinal);
        await lan.SendAsync($"/desk/cases/{third}/merge", (DeskActions.TargetInputName, "1"));
        Assert.Equal(CaseStatus.Merged, (await desk.FindAsync(third)).Request.Status);
    }
}
