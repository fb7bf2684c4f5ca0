using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>The whole line through real pages: a question, a request, an official's reply, and all of it still there later.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class JourneyTests(BrowserFixture browser)
{
    private const string Question = "muon tro thanh nha cung ung cho doanh nghiep FDI can dap ung nhung gi";
    private const string Reply = "Hồ sơ gồm tờ khai quy mô và hợp đồng tư vấn, gửi trước 30/11/2026.";

    [BrowserFact]
    public async Task A_question_is_answered_a_request_is_sent_an_official_replies_and_a_reload_finds_it_all()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();

        var answer = await chat.AskAsync(Question);
        await Assertions.Expect(answer.Locator(".card")).ToContainTextAsync("Căn cứ");
        await Assertions.Expect(answer.Locator(".card")).ToContainTextAsync("Điều");

        var number = await SendRequestAsync(chat);
        await using var desk = await DeskPage.SignInAsync(browser.Browser, browser.Bot.BaseAddress, browser.Bot.DataFolder);
        await desk.TakeAndReplyAsync(number, Reply);

        var live = chat.Panel.Locator(".message.human", new() { HasText = Reply });
        await Assertions.Expect(live).ToBeVisibleAsync();

        await chat.Page.ReloadAsync();
        await Assertions.Expect(live).ToBeVisibleAsync();
        await Assertions.Expect(chat.Mine.Filter(new() { HasText = Question })).ToHaveCountAsync(1);
        await Assertions.Expect(chat.Panel.Locator(".message", new() { HasText = number }).First).ToBeVisibleAsync();
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task A_file_is_chosen_taken_out_again_and_sent_with_words()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        var input = chat.Panel.Locator("input[type=file]");
        await input.SetInputFilesAsync(
            new FilePayload
            {
                Name = "chay.exe",
                MimeType = "application/pdf",
                Buffer = SampleFiles.Pdf,
            }
        );
        await Assertions.Expect(chat.Panel.Locator(".composer")).ToContainTextAsync("Tệp không được nhận");
        await input.SetInputFilesAsync(
            new FilePayload[]
            {
                new()
                {
                    Name = "bang luong.pdf",
                    MimeType = "application/pdf",
                    Buffer = SampleFiles.Pdf,
                },
                new()
                {
                    Name = "anh.png",
                    MimeType = "image/png",
                    Buffer = SampleFiles.Png,
                },
            }
        );
        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Bỏ tệp anh.png" }).ClickAsync();
        await Assertions.Expect(chat.Panel.Locator(".composer .files li")).ToHaveCountAsync(1);
        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Gửi tin nhắn" }).ClickAsync();
        await Assertions.Expect(chat.Panel.Locator(".message.mine .file")).ToHaveTextAsync(["bang luong.pdf"]);
        await Assertions.Expect(chat.Theirs.Filter(new() { HasText = "chưa thuộc yêu cầu nào" })).ToBeVisibleAsync();
        await Assertions.Expect(chat.Panel.Locator(".composer .files li")).ToHaveCountAsync(0);
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task An_example_on_the_landing_page_opens_the_chat_with_the_question_asked()
    {
        await using var chat = await browser.VisitAsync("/en");
        var example = chat.Page.Locator("[data-ask]").First;
        var question = await example.InnerTextAsync();
        await example.ClickAsync();
        await Assertions.Expect(chat.Mine).ToHaveTextAsync([question]);
        await Assertions.Expect(chat.Theirs.Nth(1)).ToBeVisibleAsync();
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task A_message_that_comes_while_the_chat_is_closed_is_counted_on_the_launcher()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();

        // The question leaves the browser only once the chat is closed: otherwise a quick answer is read before the key is pressed.
        var closed = new TaskCompletionSource();
        await chat.Page.RouteAsync(
            "**/activities",
            async route =>
            {
                await closed.Task;
                await route.ContinueAsync();
            }
        );
        await chat.Box.FillAsync(Question);
        await chat.Box.PressAsync("Enter");
        await chat.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(chat.Panel).ToBeHiddenAsync();
        closed.SetResult();
        await Assertions.Expect(chat.Launcher.Locator("b")).ToHaveTextAsync("1");
        Assert.StartsWith("(1) ", await chat.Page.TitleAsync(), StringComparison.Ordinal);
        await Assertions
            .Expect(chat.Launcher)
            .ToHaveAttributeAsync("aria-label", new Regex("1 tin nhắn chưa đọc", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await chat.Launcher.ClickAsync();
        await chat.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(chat.Launcher.Locator("b")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task A_new_conversation_and_the_other_language_are_one_press_away()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        await chat.AskAsync(Question);
        await chat.Panel.GetByTitle("Chuyển sang tiếng Anh").ClickAsync();
        await Assertions.Expect(chat.Box).ToHaveAttributeAsync("placeholder", "Type your question…");
        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Start a new conversation" }).ClickAsync();
        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Start anew" }).ClickAsync();
        await Assertions.Expect(chat.Mine).ToHaveCountAsync(0);
        await Assertions.Expect(chat.Theirs.First).ToBeVisibleAsync();
        chat.AssertNoComplaints();
    }

    /// <returns>The case number.</returns>
    internal static async Task<string> SendRequestAsync(ChatPage chat)
    {
        await chat.AskAsync("gửi yêu cầu");
        var form = chat.Panel.Locator(".card.form").Last;
        await form.GetByLabel("Tên doanh nghiệp").FillAsync("Công ty TNHH Bình Minh");
        await form.GetByLabel("Mã số thuế").FillAsync("0100109106");
        await form.GetByLabel("Phường, xã").FillAsync("phuong cua nam");
        await form.Locator("select").Nth(0).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await form.GetByRole(AriaRole.Button, new() { Name = "Bước sau" }).ClickAsync();
        await form.Locator("select").Nth(1).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await form.Locator("textarea").FillAsync("Đề nghị hướng dẫn hồ sơ hỗ trợ tư vấn.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Bước sau" }).ClickAsync();
        await form.GetByLabel("Người liên hệ").FillAsync("Trần Văn An");
        await form.GetByLabel("Email", new() { Exact = true }).FillAsync("an@example.vn");
        await form.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();

        // Consent is never given beforehand: without it the form is not sent.
        await Assertions.Expect(form.Locator(".wrong").First).ToBeVisibleAsync();
        var consents = form.GetByRole(AriaRole.Checkbox);
        await Assertions.Expect(consents).ToHaveCountAsync(2);
        foreach (var consent in new[] { consents.Nth(0), consents.Nth(1) })
        {
            await Assertions.Expect(consent).Not.ToBeCheckedAsync();
            await consent.CheckAsync();
        }

        await Assertions.Expect(consents.Nth(0)).ToBeCheckedAsync();
        await Assertions.Expect(consents.Nth(1)).ToBeCheckedAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();

        await chat.Panel.Locator(".card").Last.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        var confirmed = chat.Theirs.Filter(new() { HasTextRegex = CaseNumber() }).First;
        await Assertions.Expect(confirmed).ToBeVisibleAsync();
        return CaseNumber().Match(await confirmed.InnerTextAsync()).Value;
    }

    [GeneratedRegex(@"HN-[0-9]{4}-[0-9]{6}-[0-9]")]
    private static partial Regex CaseNumber();
}
