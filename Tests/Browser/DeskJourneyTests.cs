using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>A case through every state, as an official and its asker see it in real browsers.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DeskJourneyTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task A_case_goes_through_every_state_and_every_page_on_the_way_is_accessible()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        var number = await JourneyTests.SendRequestAsync(chat);
        var other = await JourneyTests.SendRequestAsync(chat);
        await using var desk = await DeskPage.SignInAsync(browser);
        var complaints = new List<string>();
        desk.Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };

        await desk.OpenAsync($"/desk?q={number}");
        await desk.AssertAccessibleAsync("list");
        await desk.Page.Keyboard.PressAsync("j");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = number })).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.ExpectStateAsync("Mới gửi");
        await desk.AssertAccessibleAsync("submitted");

        await desk.DoAsync("take");
        await desk.ExpectStateAsync("Đang xử lý");
        await desk.AssertAccessibleAsync("in work");
        await desk.DoAsync("note", ("text", "Đã gọi điện."));
        await Assertions.Expect(desk.Page.Locator(".notes .history")).ToContainTextAsync("Đã gọi điện.");

        await desk.DoAsync("ask-back", ("text", "Gửi thêm giấy đăng ký."));
        await desk.ExpectStateAsync("Chờ người gửi bổ sung");
        await Assertions.Expect(chat.Panel.Locator(".message.human", new() { HasText = "Gửi thêm giấy đăng ký." })).ToBeVisibleAsync();

        // What the asker writes meanwhile is announced on the page that is open, and what is being typed there stays.
        await desk.Page.FillAsync("#note-text", "đang viết dở");
        await chat.AskAsync($"{number} Đây là giấy đăng ký.");
        await Assertions.Expect(desk.Page.Locator("#changed")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.Locator("#note-text")).ToHaveValueAsync("đang viết dở");
        await desk.Page.Locator("#changed a").ClickAsync();
        await desk.ExpectStateAsync("Đang xử lý");

        await desk.Page.Locator("#template").SelectOptionAsync("thanks");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Chèn mẫu" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#reply-text")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($"{number}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await desk.Page.Locator("form[action$='/reply'] button:not([formaction])").ClickAsync();
        await desk.ExpectStateAsync("Đã trả lời");
        await desk.DoAsync("close", ("reason", "Answered"), ("text", ""));
        await desk.ExpectStateAsync("Đã đóng");
        await desk.AssertAccessibleAsync("closed");
        await desk.DoAsync("reopen", ("text", "Còn một ý."));
        await desk.ExpectStateAsync("Mở lại");
        await desk.DoAsync("forward", ("body", "Sở Công Thương Hà Nội"), ("text", "Thuộc thẩm quyền của Sở."));
        await desk.ExpectStateAsync("Đã chuyển cơ quan khác");
        await desk.DoAsync("reopen", ("text", "Sở trả lại."));
        await desk.DoAsync("merge", ("body", other));
        await desk.ExpectStateAsync("Đã gộp");

        await desk.OpenAsync($"/desk/cases/{other}");
        await desk.DoAsync("take");
        await desk.DoAsync("withdraw", ("text", "Người gửi gọi điện."));
        await desk.ExpectStateAsync("Người gửi đã rút");
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task The_pages_for_supervisors_and_administrators_are_accessible()
    {
        await using var desk = await DeskPage.SignInAsync(browser);
        foreach (var path in new[] { "/desk/settings/routing", "/desk/teams", "/desk/undelivered", "/desk?view=all" })
        {
            await desk.OpenAsync(path);
            await desk.AssertAccessibleAsync(path);
        }

        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await desk.OpenAsync("/desk/language?to=en&returnUrl=/desk%3Fview%3Dall");
        await desk.AssertAccessibleAsync("the list in the dark, in English");
    }
}
