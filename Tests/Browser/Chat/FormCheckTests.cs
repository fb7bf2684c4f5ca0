using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Chat;

/// <summary>The request form on a telephone: each step is checked when it is left, and files that were chosen go with the form.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FormCheckTests(BrowserFixture browser)
{
    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new ViewportSize { Width = 360, Height = 740 },
        HasTouch = true,
        IsMobile = true,
    };

    private static FilePayload Picture(string name) =>
        new()
        {
            Name = name,
            MimeType = "image/png",
            Buffer = SampleFiles.Png,
        };

    [BrowserFact]
    public async Task A_step_that_is_left_says_beside_each_field_what_is_wrong_and_keeps_what_was_typed()
    {
        await using var chat = await browser.VisitAsync("/", Phone);
        var form = await OpenFormAsync(chat);
        await form.GetByLabel("Mã số thuế").FillAsync("0100109107");
        await form.GetByLabel("Phường, xã").FillAsync("quan hoan kiem");
        await FormSteps.NextAsync(form);

        var wrong = form.Locator(".wrong");
        await Assertions.Expect(wrong.Nth(0)).ToContainTextAsync("Mục này còn trống");
        await Assertions.Expect(wrong.Nth(1)).ToContainTextAsync("Số thứ 10 là số kiểm tra");
        await Assertions.Expect(wrong.Nth(2)).ToContainTextAsync("Từ 01/7/2025 không còn cấp quận, huyện");
        await Assertions.Expect(form.GetByLabel("Tên doanh nghiệp")).ToBeFocusedAsync();
        await Assertions.Expect(form.GetByLabel("Mã số thuế")).ToHaveValueAsync("0100109107");
        await Assertions.Expect(form.GetByLabel("Phường, xã")).ToHaveValueAsync("quan hoan kiem");
        await Assertions.Expect(form.GetByLabel("Phường, xã")).ToHaveAttributeAsync("aria-invalid", "true");

        // A ward of today is one tap away; what is changed is not complained about any more.
        await wrong.Nth(2).GetByRole(AriaRole.Button, new() { Name = "Phường Hoàn Kiếm" }).ClickAsync();
        await Assertions.Expect(form.GetByLabel("Phường, xã")).ToHaveValueAsync("Phường Hoàn Kiếm");
        await Assertions.Expect(form.GetByLabel("Phường, xã")).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await form.GetByLabel("Tên doanh nghiệp").FillAsync("Công ty TNHH Bình Minh");
        await FormSteps.FillEnterpriseAsync(form);
        await Assertions.Expect(form.Locator("textarea")).ToBeVisibleAsync();
        Assert.InRange(await chat.OverflowAsync(), int.MinValue, 0);
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task The_last_step_is_checked_in_the_same_card_and_leads_back_to_the_first_step_with_a_problem()
    {
        await using var chat = await browser.VisitAsync("/", Phone);
        var form = await OpenFormAsync(chat);
        await form.GetByLabel("Tên doanh nghiệp").FillAsync("Công ty TNHH Bình Minh");
        await FormSteps.FillEnterpriseAsync(form);
        await FormSteps.FillRequestAsync(form);
        await FormSteps.ContinueAsync(form);
        await Assertions.Expect(form.Locator(".wrong").First).ToBeVisibleAsync();
        await Assertions.Expect(form.GetByLabel("Người liên hệ")).ToBeFocusedAsync();
        await Assertions.Expect(chat.Panel.Locator(".card.form")).ToHaveCountAsync(1);

        foreach (var step in new[] { 2, 1 })
        {
            await form.GetByRole(AriaRole.Button, new() { Name = "Bước trước" }).ClickAsync();
            await Assertions.Expect(form).ToContainTextAsync($"Bước {step}/3");
        }

        // Where the service cannot be asked, the form goes on, and the service decides when it is sent.
        await chat.Page.RouteAsync("**/form-check", route => route.AbortAsync());
        await form.GetByLabel("Mã số thuế").FillAsync("");
        await FormSteps.LeaveAsync(form, 1);
        await FormSteps.LeaveAsync(form, 2);
        await chat.Page.UnrouteAllAsync();
        await form.GetByLabel("Người liên hệ").FillAsync("Trần Văn An");
        await form.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await FormSteps.ContinueAsync(form);
        await Assertions.Expect(form.GetByLabel("Mã số thuế")).ToBeFocusedAsync();
        await Assertions.Expect(chat.Panel.Locator(".card.form")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_picture_that_was_chosen_goes_with_the_form_and_with_the_request()
    {
        await using var chat = await browser.VisitAsync("/", Phone);
        await chat.OpenChatAsync();
        var files = chat.Panel.Locator("input[type=file]");
        var staged = chat.Panel.Locator(".composer .files li");
        await files.SetInputFilesAsync(Picture("truoc.png"));
        await chat.AskAsync("gửi yêu cầu");
        var form = chat.Panel.Locator(".card.form").Last;
        await form.GetByLabel("Tên doanh nghiệp").FillAsync("Công ty TNHH Bình Minh");
        await FormSteps.FillEnterpriseAsync(form);
        await FormSteps.FillRequestAsync(form);
        await form.GetByLabel("Người liên hệ").FillAsync("Trần Văn An");
        await form.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await files.SetInputFilesAsync(Picture("hoa don.png"));
        await FormSteps.ContinueAsync(form);
        var summary = chat.Panel.Locator(".card").Filter(new() { HasText = "Anh/chị xem lại trước khi gửi" }).Last;
        await Assertions.Expect(summary).ToContainTextAsync("truoc.png, hoa don.png");
        await Assertions.Expect(staged).ToHaveCountAsync(0);

        await files.SetInputFilesAsync(Picture("bien lai.png"));
        await summary.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        await Assertions.Expect(chat.Theirs.Last).ToContainTextAsync("HN-");
        await Assertions.Expect(chat.Theirs.Filter(new() { HasText = "Đã nhận tệp bien lai.png" })).ToBeVisibleAsync();
        await Assertions.Expect(staged).ToHaveCountAsync(0);
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task A_form_that_cannot_be_sent_gives_its_files_back_and_a_reload_says_which_are_lost()
    {
        await using var chat = await browser.VisitAsync("/", Phone);
        var form = await OpenFormAsync(chat);
        await form.GetByLabel("Tên doanh nghiệp").FillAsync("Công ty TNHH Bình Minh");
        await FormSteps.FillEnterpriseAsync(form);
        await FormSteps.FillRequestAsync(form);
        await form.GetByLabel("Người liên hệ").FillAsync("Trần Văn An");
        await form.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await chat.Panel.Locator("input[type=file]").SetInputFilesAsync(Picture("hoa don.png"));
        await chat.Page.RouteAsync("**/upload", route => route.FulfillAsync(new() { Status = 400, Body = "{}" }));
        await FormSteps.ContinueAsync(form);
        await Assertions.Expect(form.Locator(".card-note")).ToContainTextAsync("Chưa gửi được biểu mẫu");
        await Assertions.Expect(chat.Panel.Locator(".composer .files li")).ToContainTextAsync("hoa don.png");
        await Assertions.Expect(chat.Panel.Locator(".message.mine .file")).ToHaveCountAsync(0);

        await chat.Page.ReloadAsync();
        await Assertions.Expect(chat.Panel.Locator(".composer .problem")).ToContainTextAsync("hoa don.png");
    }

    private static async Task<ILocator> OpenFormAsync(ChatPage chat)
    {
        await chat.OpenChatAsync();
        await chat.AskAsync("gửi yêu cầu");
        return chat.Panel.Locator(".card.form").Last;
    }
}
