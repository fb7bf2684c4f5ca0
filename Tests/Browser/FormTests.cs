using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Browser.Chat;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>The request form in its three steps, what helps to fill it in, and what helps to ask and to hand an answer on.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FormTests(BrowserFixture browser)
{
    private const string Question = "Doanh nghiệp nhỏ được hỗ trợ phí tư vấn thế nào?";

    [BrowserFact]
    public async Task Three_steps_lead_on_and_back_keep_what_was_typed_and_survive_a_reload()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        var answer = await chat.AskAsync(Question);
        await answer.GetByRole(AriaRole.Button, new() { Name = "Hỏi cán bộ" }).ClickAsync();
        var form = chat.Panel.Locator(".card.form").Last;
        await Assertions.Expect(form).ToContainTextAsync("Bước 1/3");
        await form.GetByLabel("Tên doanh nghiệp").FillAsync("Công ty TNHH Bình Minh");
        await form.GetByLabel("Phường, xã").PressSequentiallyAsync("cua nam");
        await form.GetByRole(AriaRole.Option, new() { Name = "Phường Cửa Nam" }).ClickAsync();
        await Assertions.Expect(form.GetByLabel("Phường, xã")).ToHaveValueAsync("Phường Cửa Nam");
        await Assertions.Expect(form.GetByLabel("Mã số thuế")).ToHaveAttributeAsync("inputmode", "numeric");

        await FormSteps.FillEnterpriseAsync(form);
        await Assertions.Expect(form.Locator("select").Nth(1)).ToHaveValueAsync("Support");
        await Assertions.Expect(form.Locator("select").Nth(1)).ToBeFocusedAsync();
        await Assertions.Expect(form.Locator("textarea")).ToHaveValueAsync(Question);
        await form.GetByRole(AriaRole.Button, new() { Name = "Bước trước" }).ClickAsync();
        await Assertions.Expect(form.GetByLabel("Tên doanh nghiệp")).ToHaveValueAsync("Công ty TNHH Bình Minh");

        await chat.Page.ReloadAsync();
        await Assertions.Expect(form.GetByLabel("Tên doanh nghiệp")).ToHaveValueAsync("Công ty TNHH Bình Minh");
        await Assertions.Expect(form.GetByLabel("Phường, xã")).ToHaveValueAsync("Phường Cửa Nam");
        await FormSteps.LeaveAsync(form, 1);
        await FormSteps.LeaveAsync(form, 2);
        await Assertions.Expect(form).ToContainTextAsync("Điện thoại và email không bắt buộc");
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task A_form_that_is_being_filled_in_stays_when_the_chat_is_drawn_anew()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        await chat.AskAsync("gửi yêu cầu");
        var form = chat.Panel.Locator(".card.form");
        await form.GetByLabel("Tên doanh nghiệp").FillAsync("Công ty TNHH Bình Minh");
        await FormSteps.FillEnterpriseAsync(form);
        await FormSteps.FillRequestAsync(form);
        var consent = form.GetByRole(AriaRole.Checkbox).First;
        await consent.CheckAsync();
        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(chat.Box).ToHaveAttributeAsync("aria-label", "Message");
        await Assertions.Expect(consent).ToBeVisibleAsync();
        await Assertions.Expect(consent).ToBeCheckedAsync();
    }

    [BrowserFact]
    public async Task Nothing_of_a_form_is_kept_for_a_later_visit_and_a_form_that_was_not_sent_says_so()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        await chat.AskAsync("gửi yêu cầu");
        var form = chat.Panel.Locator(".card.form");
        await form.GetByLabel("Tên doanh nghiệp").FillAsync("Công ty TNHH Bình Minh");
        await FormSteps.FillEnterpriseAsync(form);
        await FormSteps.FillRequestAsync(form);
        await form.GetByLabel("Người liên hệ").FillAsync("Trần Văn An");
        await form.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await chat.Page.RouteAsync("**/activities", route => route.AbortAsync());
        await form.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await Assertions.Expect(form).ToContainTextAsync("biểu mẫu sẽ tự gửi");
        Assert.DoesNotContain("Bình Minh", await StoredAsync(chat, "localStorage"), StringComparison.Ordinal);

        await chat.Page.UnrouteAllAsync();
        List<string> posts = [];
        chat.Page.Request += (_, request) => posts.Add(request.PostData ?? "");
        await chat.Page.ReloadAsync();
        await Assertions.Expect(form).ToContainTextAsync("chưa gửi được trước khi trang tải lại");
        await Assertions.Expect(form.GetByLabel("Tên doanh nghiệp")).ToHaveValueAsync("Công ty TNHH Bình Minh");
        await Assertions.Expect(form.GetByRole(AriaRole.Checkbox).First).Not.ToBeCheckedAsync();
        Assert.DoesNotContain(posts, post => post.Contains("Bình Minh", StringComparison.Ordinal));
        await form.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await FormSteps.ContinueAsync(form);
        await Assertions.Expect(form.First).ToContainTextAsync("Đã gửi biểu mẫu");
        Assert.DoesNotContain("Bình Minh", await StoredAsync(chat, "sessionStorage"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task What_was_filled_in_is_forgotten_with_the_conversation_that_the_visitor_leaves()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        await chat.AskAsync("gửi yêu cầu");
        await chat.Panel.Locator(".card.form").GetByLabel("Tên doanh nghiệp").FillAsync("Công ty TNHH Bình Minh");
        Assert.Contains("Bình Minh", await StoredAsync(chat, "sessionStorage"), StringComparison.Ordinal);
        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu cuộc trò chuyện mới" }).ClickAsync();
        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu mới" }).ClickAsync();
        await Assertions.Expect(chat.Theirs).ToHaveCountAsync(1);
        Assert.DoesNotContain("Bình Minh", await StoredAsync(chat, "sessionStorage"), StringComparison.Ordinal);
    }

    private static Task<string> StoredAsync(ChatPage chat, string storage) =>
        chat.Page.EvaluateAsync<string>($"() => JSON.stringify({storage})");

    [BrowserFact]
    public async Task Questions_are_suggested_while_typing_and_nothing_typed_leaves_the_page()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        List<string> requests = [];
        chat.Page.Request += (_, request) => requests.Add($"{request.Url} {request.PostData}");
        await chat.Box.PressSequentiallyAsync("bao lanh tin dung");
        var options = chat.Panel.Locator(".composer [role=option]");
        await Assertions.Expect(options.First).ToContainTextAsync("bảo lãnh tín dụng", new() { IgnoreCase = true });
        Assert.All(requests, request => Assert.EndsWith("/huong-dan/titles.json ", request, StringComparison.Ordinal));
        var title = await options.First.InnerTextAsync();
        await chat.Page.Keyboard.PressAsync("ArrowDown");
        await chat.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(chat.Mine).ToHaveTextAsync([title]);
        await Assertions.Expect(options).ToHaveCountAsync(0);
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task An_answer_can_be_copied_and_an_open_chat_is_printed()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        await chat.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var answer = await chat.AskAsync(Question);
        await answer.GetByRole(AriaRole.Button, new() { Name = "Sao chép" }).ClickAsync();
        await Assertions.Expect(answer.Locator(".tools")).ToContainTextAsync("Đã sao chép");
        var copied = await chat.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains("/huong-dan/", copied, StringComparison.Ordinal);
        Assert.DoesNotContain("**", copied, StringComparison.Ordinal);

        await chat.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await chat.Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await Assertions.Expect(chat.Panel.Locator(".composer")).ToBeHiddenAsync();
        Assert.True((await chat.Panel.BoundingBoxAsync())!.Height > 720);
        await chat.Page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
        await chat.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await Assertions.Expect(chat.Box).ToBeVisibleAsync();
    }
}
