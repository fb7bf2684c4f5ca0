using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>The public pages in a real browser, at the size of a telephone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SiteTests(BrowserFixture browser)
{
    private static BrowserNewContextOptions Phone(ColorScheme scheme) =>
        new()
        {
            ViewportSize = new ViewportSize { Width = 360, Height = 740 },
            HasTouch = true,
            IsMobile = true,
            ColorScheme = scheme,
        };

    [BrowserFact]
    public async Task From_the_landing_page_by_topic_to_an_article_and_a_question_about_it()
    {
        await using var chat = await browser.VisitAsync("/", Phone(ColorScheme.Light));
        await chat.Page.GetByRole(AriaRole.Link, new() { Name = "Chính sách hỗ trợ", Exact = true }).ClickAsync();
        await AssertReadableAsync(chat);
        await chat.Page.GetByLabel("Tìm trong hướng dẫn").FillAsync("thue tu van");
        await chat.Page.Keyboard.PressAsync("Enter");
        await AssertReadableAsync(chat);
        await chat.Page.GetByRole(AriaRole.Link, new() { Name = "mạng lưới tư vấn" }).First.ClickAsync();
        await AssertReadableAsync(chat);
        var title = await chat.Page.Locator("h1").InnerTextAsync();
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Hỏi trợ lý về bài này" }).ClickAsync();
        await Assertions.Expect(chat.Mine).ToHaveTextAsync([title]);
        await Assertions.Expect(chat.Theirs.Nth(1)).ToBeVisibleAsync();
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task The_pages_are_readable_in_English_in_the_dark_and_for_an_address_that_does_not_exist()
    {
        foreach (var address in new[] { "/en/guidance", "/en/guidance/x-a1-size", "/en/guidance/topics/financing" })
        {
            await using var chat = await browser.VisitAsync(address, Phone(ColorScheme.Dark));
            await AssertReadableAsync(chat);
            chat.AssertNoComplaints();
        }

        await using var missing = await browser.VisitAsync("/khong-co", Phone(ColorScheme.Dark));
        await Assertions.Expect(missing.Page.Locator("h1")).ToHaveTextAsync("Không có trang này");
        await AssertReadableAsync(missing);
    }

    private static async Task AssertReadableAsync(ChatPage chat)
    {
        await Assertions.Expect(chat.Page.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(chat.Page.Locator("policy-assistant")).ToBeAttachedAsync();
        Assert.Equal(0, await chat.OverflowAsync());
        var result = await chat.Page.RunAxe();
        Assert.Empty(
            result
                .Violations.Where(violation => violation.Impact is "serious" or "critical")
                .SelectMany(violation => violation.Nodes.Select(node => $"{chat.Page.Url}: {violation.Id} {node.Target} {node.Html}"))
        );
    }
}
