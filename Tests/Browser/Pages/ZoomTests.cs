using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>
/// A window of 1280 by 1024 pixels at 200 % and 400 % zoom (WCAG 2.2, 1.4.4 and 1.4.10): nothing scrolls sideways, the focus is always
/// seen, and people can ask, fill in the form, sign in and reply.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ZoomTests(BrowserFixture browser)
{
    private const int FullWidth = 1280;
    private const int FullHeight = 1024;
    private const int MinReadingHeight = 120;
    private static readonly int[] Zooms = [2, 4];

    [BrowserFact]
    public async Task Public_pages_and_the_sign_in_page_can_be_read_and_used_by_keyboard()
    {
        foreach (var zoom in Zooms)
        {
            await using var context = await browser.Browser.NewContextAsync(At(zoom));
            var page = await context.NewPageAsync();
            foreach (var path in new[] { "/", "/en", "/huong-dan/x-a1-size", "/tra-cuu", "/desk/sign-in" })
            {
                await page.GotoAsync(new Uri(browser.Bot.BaseAddress, path).ToString());
                var where = $"{path} at {zoom}00 %";
                Assert.True(await PageLook.ReadOverflowAsync(page) <= 0, $"{where} is too wide");
                Assert.True(await PageFocus.AssertSeenEverywhereAsync(page, where) > 2, where);
            }
        }
    }

    [BrowserFact]
    public async Task The_chat_is_asked_and_its_form_filled_in()
    {
        foreach (var zoom in Zooms)
        {
            await using var chat = await browser.VisitAsync("/", At(zoom));
            await chat.OpenChatAsync();
            await chat.AskAsync("doanh nghiep nho la gi");
            await AssertUsableAsync(chat);
            await chat.AskAsync("gửi yêu cầu");
            var form = chat.Panel.Locator(".card.form").Last;
            await form.GetByLabel("Tên doanh nghiệp").FillAsync("Công ty TNHH Bình Minh");
            await form.GetByLabel("Mã số thuế").FillAsync("0100109106");
            await Assertions.Expect(form.GetByLabel("Mã số thuế")).ToBeInViewportAsync(new() { Ratio = 0.7f });
            await form.GetByLabel("Phường, xã").FillAsync("phuong cua nam");
            await form.Locator("select").Nth(0).SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await form.GetByRole(AriaRole.Button, new() { Name = "Bước sau" }).ClickAsync();
            await Assertions.Expect(form.Locator("textarea")).ToBeVisibleAsync();
            await AssertUsableAsync(chat);
            chat.AssertNoComplaints();
        }
    }

    [BrowserFact]
    public async Task The_list_is_read_and_a_case_answered_by_keyboard()
    {
        foreach (var zoom in Zooms)
        {
            await using var site = await DeskSite.OpenAsync();
            var number = await site.Host.SubmitAsync();
            var complaints = new List<string>();
            var page = await site.SignInAsync(browser, "lan", Roles.Official, complaints, At(zoom));
            await using var context = page.Context;
            foreach (var path in new[] { "/desk?view=all", $"/desk/cases/{number}" })
            {
                await page.GotoAsync(site.Address(path));
                var where = $"{path} at {zoom}00 %";
                Assert.True(await PageLook.ReadOverflowAsync(page) <= 0, $"{where} is too wide");
                Assert.True(await PageFocus.AssertSeenEverywhereAsync(page, where) > 10, where);
            }

            // Whatever was said can be read: no bar lies on it.
            await page.GotoAsync(site.Address($"/desk/cases/{number}"));
            await page.Locator("#thread li").First.ScrollIntoViewIfNeededAsync();
            var message = await page.Locator("#thread li").First.BoundingBoxAsync();
            Assert.True(
                await page.EvaluateAsync<bool>(
                    "({ x, y }) => !!document.elementFromPoint(x, y)?.closest('#thread')",
                    new { x = (int)(message!.X + (message.Width / 2)), y = (int)Math.Max(message.Y, 60) + 20 }
                )
            );
            await page.Keyboard.PressAsync("r");
            await Assertions.Expect(page.Locator("#reply-text")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync("Hồ sơ gồm tờ khai quy mô.");
            await Assertions.Expect(page.Locator("#reply-text")).ToBeInViewportAsync(new() { Ratio = 1 });
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(page.Locator("#reply button.send")).ToBeInViewportAsync(new() { Ratio = 1 });
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#done")).ToBeFocusedAsync();
            await Assertions.Expect(page.Locator("#done [role=status]").First).ToBeInViewportAsync(new() { Ratio = 1 });
            Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        }
    }

    /// <summary>In windows higher than 33rem the bar stays in view: what has the focus is scrolled above it, in both directions.</summary>
    [BrowserFact]
    public async Task The_reply_bar_never_covers_what_has_the_focus()
    {
        await using var site = await DeskSite.OpenAsync();
        var number = await site.Host.SubmitAsync();
        var page = await site.SignInAsync(browser, "lan", Roles.Official, [], At(1));
        await using var context = page.Context;
        foreach (var (width, height) in new[] { (1366, 700), (1100, 560), (390, 800) })
        {
            var where = $"{width} x {height}";
            await page.SetViewportSizeAsync(width, height);
            await page.GotoAsync(site.Address($"/desk/cases/{number}"));
            await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => { part.open = true; })");
            Assert.True(await PageFocus.AssertSeenEverywhereAsync(page, where) > 10, where);
            Assert.True(await PageFocus.AssertSeenEverywhereAsync(page, $"{where}, backwards", "Shift+Tab") > 10, where);

            // Where the page is does not change while somebody writes in the bar.
            await page.EvaluateAsync("() => scrollTo(0, 120)");
            await page.EvaluateAsync("() => document.getElementById('reply-text').focus()");
            await page.Keyboard.TypeAsync("Hồ sơ gồm");
            Assert.InRange(await page.EvaluateAsync<int>("() => scrollY"), 100, 140);
        }
    }

    private static async Task AssertUsableAsync(ChatPage chat)
    {
        Assert.True(await chat.OverflowAsync() <= 0);
        await Assertions.Expect(chat.Box).ToBeInViewportAsync(new() { Ratio = 1 });
        var reading = await chat.Panel.Locator(".scroller").BoundingBoxAsync();
        Assert.True(reading!.Height >= MinReadingHeight, $"{reading.Height} pixels to read");
    }

    /// <summary>Without motion, so that the page is where it scrolls to.</summary>
    private static BrowserNewContextOptions At(int zoom) =>
        new()
        {
            ViewportSize = new ViewportSize { Width = FullWidth / zoom, Height = FullHeight / zoom },
            DeviceScaleFactor = zoom,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "vi-VN",
        };
}
