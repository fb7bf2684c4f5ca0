using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>How the public pages and the sign-in page look and weigh, on screen and phone, light and dark.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PublicPageTests(BrowserFixture browser)
{
    private static readonly string[] Paths =
    [
        "/",
        "/en",
        "/huong-dan",
        "/tra-cuu",
        "/lien-he",
        "/tro-nang",
        "/privacy",
        "/khong-co",
        "/desk/sign-in",
    ];

    [BrowserFact]
    public async Task Every_page_fits_is_accessible_and_weighs_less_than_100_kilobytes()
    {
        foreach (var look in PageLook.All)
        {
            foreach (var path in Paths)
            {
                await using var context = await browser.Browser.NewContextAsync(look.ToOptions());
                var page = await context.NewPageAsync();
                await page.GotoAsync(new Uri(browser.Bot.BaseAddress, path).ToString());
                await DeskSite.PictureAsync(page, $"{look}{path.Replace('/', '-')}.png", fullPage: true);
                var where = $"{path} {look}";
                Assert.True(await PageLook.ReadOverflowAsync(page) <= 0, $"{where} is too wide");
                Assert.InRange(await PageLook.ReadWeightAsync(page), 1, PageLook.MaxWeight);
                Assert.Equal(1, await page.Locator("h1").CountAsync());
                var axe = await page.RunAxe();
                Assert.Empty(
                    axe.Violations.Where(v => v.Impact is "serious" or "critical")
                        .SelectMany(v => v.Nodes.Select(n => $"{where}: {v.Id} {n.Target} {n.Html}"))
                );
            }
        }
    }

    [BrowserFact]
    public async Task Without_scripts_the_guidance_can_be_searched_and_a_request_looked_up()
    {
        await using var context = await browser.Browser.NewContextAsync(
            new BrowserNewContextOptions { JavaScriptEnabled = false, Locale = "vi-VN" }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(browser.Bot.BaseAddress.ToString());
        await page.FillAsync("#q", "thuế tư vấn");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".articles li").First).ToBeVisibleAsync();
        await page.Locator(".top nav a", new() { HasText = "Tra cứu yêu cầu" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Tra cứu yêu cầu");
    }
}
