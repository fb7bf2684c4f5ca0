using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>
/// The landing page and the chat as the documentation shows them. <c>Tests/Heavy/pictures.sh</c> makes the pictures anew; those of the desk
/// are made by <see cref="DeskTests"/>.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class DocumentationPictureTests(BrowserFixture browser)
{
    private const string Question = "muon tro thanh nha cung ung cho doanh nghiep FDI can dap ung nhung gi";

    /// <summary>How far the last answer is scrolled back, so that the question is in the picture.</summary>
    private const int ScrolledBack = 90;

    [BrowserFact]
    public async Task The_landing_page_and_an_answer_with_its_sources_on_screen_and_phone()
    {
        await using var landing = await browser.VisitAsync(
            "/",
            new BrowserNewContextOptions
            {
                ViewportSize = new() { Width = 1280, Height = 860 },
            }
        );
        await DeskSite.PictureAsync(landing.Page, "landing.png");
        await AskAsync(landing, "chat.png");

        await using var phone = await browser.VisitAsync("/", new PageLook(360, 740, ColorScheme.Light).ToOptions());
        await DeskSite.PictureAsync(phone.Page, "landing-phone.png");
        await AskAsync(phone, "chat-phone.png");
    }

    private static async Task AskAsync(ChatPage chat, string picture)
    {
        await chat.OpenChatAsync();
        var answer = await chat.AskAsync(Question);
        await Assertions.Expect(answer.Locator(".card")).ToContainTextAsync("Căn cứ");
        await chat.Panel.Locator(".scroller").EvaluateAsync($"scroller => scroller.scrollTop -= {ScrolledBack}");
        await DeskSite.PictureAsync(chat.Page, picture);
    }
}
