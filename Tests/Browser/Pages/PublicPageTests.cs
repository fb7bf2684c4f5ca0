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

    /// <summary>The server of these tests has no mail server.</summary>
    [BrowserFact]
    public async Task Without_mail_no_page_promises_a_look_up_by_number_and_the_page_opens_the_requests_in_the_chat()
    {
        await using var chat = await browser.VisitAsync();
        await Assertions.Expect(chat.Page.Locator("main")).ToContainTextAsync("bằng chính trình duyệt đã gửi");
        await Assertions.Expect(chat.Page.Locator("main")).Not.ToContainTextAsync("Nhập số yêu cầu");
        await chat.Page.GotoAsync(new Uri(browser.Bot.BaseAddress, "/tra-cuu").ToString());
        await Assertions.Expect(chat.Page.Locator("main .ways li").First).ToContainTextAsync("trình duyệt đã gửi yêu cầu");
        await DeskSite.PictureAsync(chat.Page, "lookup-without-mail.png", fullPage: true);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Mở “Yêu cầu của tôi”" }).ClickAsync();
        await Assertions.Expect(chat.Mine).ToHaveTextAsync(["yêu cầu của tôi"]);
    }

    [BrowserFact]
    public async Task The_sentences_under_an_article_are_apart_and_its_table_stands_off_its_border()
    {
        await using var context = await browser.Browser.NewContextAsync(new PageLook(360, 740, ColorScheme.Light).ToOptions());
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(browser.Bot.BaseAddress, "/huong-dan?q=thue+mua+phan+mem").ToString());
        await page.Locator(".articles a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".note")).ToContainTextAsync("2026. Một phần nguồn");
        var padding = await page.Locator(".scroll td")
            .First.EvaluateAsync<double>("cell => parseFloat(getComputedStyle(cell).paddingLeft)");
        Assert.True(padding >= 8);
        await DeskSite.PictureAsync(page, "article-phone.png", fullPage: true);
    }

    [BrowserFact]
    public async Task A_search_for_what_no_article_is_about_says_so()
    {
        await using var context = await browser.Browser.NewContextAsync(new PageLook(360, 740, ColorScheme.Light).ToOptions());
        var page = await context.NewPageAsync();
        foreach (var query in new[] { "no luong", "nợ lương" })
        {
            await SearchAsync(query);
            await Assertions.Expect(page.Locator("h2").First).ToHaveTextAsync($"Không có bài viết nào về “{query}”");
        }

        await DeskSite.PictureAsync(page, "search-none.png");
        foreach (var query in new[] { "thuế tư vấn", "ho tro tu van", "vay von", "doanh nghiep nho" })
        {
            await SearchAsync(query);
            await Assertions.Expect(page.Locator("h2").First).ToHaveTextAsync($"Kết quả cho “{query}”");
        }

        async Task SearchAsync(string query) =>
            await page.GotoAsync(new Uri(browser.Bot.BaseAddress, "/huong-dan?q=" + Uri.EscapeDataString(query)).ToString());
    }
}
