using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Chat;

/// <summary>The chat on a telephone of 360 × 740 points.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PhoneTests(BrowserFixture browser)
{
    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new ViewportSize { Width = 360, Height = 740 },
        HasTouch = true,
        IsMobile = true,
        DeviceScaleFactor = 2,
    };

    [BrowserFact]
    public async Task What_is_wrong_with_a_consent_is_said_below_it()
    {
        await using var chat = await OpenAsync();
        await chat.AskAsync("gửi yêu cầu");
        var form = chat.Panel.Locator(".card.form");
        await form.GetByLabel("Tên doanh nghiệp").FillAsync("Công ty TNHH Bình Minh");
        await FormSteps.FillEnterpriseAsync(form);
        await FormSteps.FillRequestAsync(form);
        await form.GetByLabel("Người liên hệ").FillAsync("Trần Văn An");
        await FormSteps.ContinueAsync(form);
        var wrong = form.Locator(".wrong");
        await Assertions.Expect(wrong).ToBeVisibleAsync();
        var tick = (await form.GetByRole(AriaRole.Checkbox).First.BoundingBoxAsync())!;
        var label = (await form.GetByText("Tôi đồng ý để Sở Tài chính").BoundingBoxAsync())!;
        var said = (await wrong.BoundingBoxAsync())!;
        await DeskSite.PictureAsync(chat.Page, "phone-consent.png");
        Assert.True(said.Y >= label.Y + label.Height - 1, $"{said.Y} is beside the label, which ends at {label.Y + label.Height}");
        Assert.True(label.Width > 200, $"the label is {label.Width} wide");
        Assert.True(said.X <= tick.X + 1);
    }

    [BrowserFact]
    public async Task A_draft_is_readable_after_a_reload()
    {
        await using var chat = await OpenAsync();
        await chat.Box.FillAsync("Công ty tôi muốn hỏi về hỗ trợ tiền thuê mặt bằng sản xuất, đang gõ dở dang thì trang tải lại");
        var before = await HeightAsync(chat);
        await chat.Page.ReloadAsync();
        await Assertions.Expect(chat.Theirs.First).ToBeVisibleAsync();
        await DeskSite.PictureAsync(chat.Page, "phone-draft.png");
        Assert.Equal(before, await HeightAsync(chat));
    }

    /// <summary>Nothing of the left conversation can be opened from this browser again: who waits for an answer there must know.</summary>
    [BrowserFact]
    public async Task The_question_before_a_new_conversation_names_the_requests_that_are_left_behind()
    {
        await using var chat = await OpenAsync();
        var renew = chat.Panel.Locator("header button").Nth(1);
        var question = chat.Panel.Locator("#renew-question");
        await renew.ClickAsync();
        await Assertions
            .Expect(question)
            .ToHaveTextAsync("Bắt đầu cuộc trò chuyện mới? Nội dung đang hiển thị sẽ không còn xem lại được ở đây.");
        await chat.Page.RouteAsync("**/activities?watermark=", ComposerTests.AddOfficialMessageAsync);
        await chat.Page.ReloadAsync();
        await Assertions.Expect(chat.Panel.GetByText("Xin bổ sung.")).ToBeVisibleAsync();
        await renew.ClickAsync();
        await Assertions.Expect(question).ToContainTextAsync("Yêu cầu HN-2026-000001-2 vẫn được xử lý, nhưng");
        await chat.Panel.Locator("header .language").ClickAsync();
        await Assertions.Expect(question).ToContainTextAsync("Request HN-2026-000001-2 is still worked on, but");
        await DeskSite.PictureAsync(chat.Page, "phone-renew.png");
    }

    [BrowserFact]
    public async Task The_button_of_the_chat_is_small_on_a_page()
    {
        await using var chat = await browser.VisitAsync(options: Phone);
        var box = (await chat.Launcher.BoundingBoxAsync())!;
        Assert.InRange(box.Width, 44, 48);
        Assert.InRange(box.Height, 44, 48);
    }

    private async Task<ChatPage> OpenAsync() => await (await browser.VisitAsync(options: Phone)).OpenChatAsync();

    private static Task<int> HeightAsync(ChatPage chat) => chat.Box.EvaluateAsync<int>("box => box.clientHeight");
}
