using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Tests.Browser.Chat;

/// <summary>A visitor with a telephone has an answer sent to the own mailbox.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class AnswerMailJourneyTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task An_answer_reaches_the_mailbox_after_the_code_was_typed_on_a_telephone()
    {
        await using var smtp = new FakeSmtp();
        using var data = new TempFolder();
        await using var server = await ServerProcess.StartAsync(
            data.Path,
            settings:
            [
                .. smtp.Settings.Select(setting => (setting.Item1.Replace(":", "__", StringComparison.Ordinal), setting.Item2)),
                ("Mail__Interval", "00:00:01"),
            ]
        );
        await using var chat = await ChatPage.OpenAsync(
            browser.Browser,
            server.BaseAddress.ToString(),
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 360, Height = 740 },
                IsMobile = true,
                HasTouch = true,
                Locale = "vi-VN",
            }
        );
        await chat.OpenChatAsync();
        var answer = await chat.AskAsync("Hỗ trợ tư vấn cho doanh nghiệp nhỏ thế nào?");
        var button = answer.GetByRole(AriaRole.Button, new() { Name = "Gửi vào email của tôi" });
        await Assertions.Expect(button).ToBeVisibleAsync();
        await button.ScrollIntoViewIfNeededAsync();
        Assert.True(await chat.OverflowAsync() <= 0);
        await DeskSite.PictureAsync(chat.Page, "mail-button.png");
        await button.ClickAsync();
        await Assertions.Expect(chat.Theirs.Last).ToContainTextAsync("địa chỉ email nào");
        await Assertions.Expect(chat.Box).ToBeFocusedAsync();
        await chat.AskAsync("an@congty.vn");
        await Assertions.Expect(chat.Theirs.Last).ToContainTextAsync("Một mã 7 số");
        await Wait.UntilAsync(() => smtp.Mails.Count == 1);
        await chat.AskAsync(CodeRegex().Match(smtp.Mails[0].Part("text/plain")).Value);
        await Assertions.Expect(chat.Theirs.Last).ToContainTextAsync("đang được gửi đến a…@congty.vn");
        await Wait.UntilAsync(() => smtp.Mails.Count == 2);
        Assert.Equal(AnswerMailTexts.CodeSubject.Vi, smtp.Mails[0].Subject);
        Assert.StartsWith("Câu trả lời: ", smtp.Mails[1].Subject, StringComparison.Ordinal);
        await DeskSite.PictureAsync(chat.Page, "mail-sent.png");

        // The mail can be read on a telephone, in the light and the dark.
        var mail = await chat.NewTabAsync();
        await mail.SetViewportSizeAsync(360, 740);
        await mail.SetContentAsync(smtp.Mails[1].Part("text/html"));
        Assert.True(await mail.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth") <= 0);
        await DeskSite.PictureAsync(mail, "mail-content.png", fullPage: true);
        chat.AssertNoComplaints();
    }

    [GeneratedRegex("(?<= )[0-9]{7}(?![0-9])")]
    private static partial Regex CodeRegex();
}
