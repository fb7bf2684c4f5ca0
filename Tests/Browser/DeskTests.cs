using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Desk.Cases;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Access;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Insight;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>The desk for people who use a keyboard, a screen reader, the dark or a telephone; and the pictures of the officials'
/// guide.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DeskTests(BrowserFixture browser)
{
    private static readonly Roles All = Enum.GetValues<Roles>().Aggregate((all, role) => all | role);

    [BrowserFact]
    public async Task The_keyboard_alone_signs_in_takes_a_case_answers_and_signs_out()
    {
        await using var site = await DeskSite.OpenAsync();
        var number = await site.Host.SubmitAsync(Sample.Draft("Công ty TNHH Bình Minh"));
        await site.Host.SubmitAsync(Sample.Draft("Hợp tác xã Đông Anh"));
        await site.Host.CreateAsync("lan", Roles.Official);
        var complaints = new List<string>();
        var page = await site.VisitAsync(browser, "/desk", complaints);
        await using var context = page.Context;

        await Assertions.Expect(page.Locator("#userName")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("lan");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(DeskHost.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("header .who")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        var link = page.Locator($"main a[href=\"/desk/cases/{number}\"]").First;
        await TabToAsync(page, link);
        await DeskSite.PictureAsync(page, "desk-list.png");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(number.ToString());
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Nhận xử lý" }));
        await page.Keyboard.PressAsync("Enter");
        var reply = page.Locator("#reply-text");
        await Assertions.Expect(reply).ToBeVisibleAsync();
        await DeskSite.PictureAsync(page, "desk-case.png");
        await TabToAsync(page, reply);
        await page.Keyboard.TypeAsync("Hồ sơ gồm tờ khai quy mô và hợp đồng tư vấn.");
        await DeskSite.PictureAsync(page, "desk-reply.png");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".summary .status.Answered").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".history")).ToContainTextAsync("hợp đồng tư vấn");
        Assert.Equal(CaseStatus.Answered, (await site.Host.FindAsync(number)).Request.Status);

        await TabToAsync(page, page.Locator(".who > summary"));
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#userName")).ToBeVisibleAsync();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [BrowserFact]
    public async Task Every_page_is_accessible_and_fits_a_telephone()
    {
        await using var site = await DeskSite.OpenAsync();
        var number = await site.Host.SubmitAsync();
        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "all", All, complaints);
        await using var context = page.Context;
        await InsightSample.FillAsync(site.Host);
        await MarkUndeliveredAsync(site);
        site.Host.Get<CasePresence>()
            .ReportViewing(number.ToString(), new PolicyAssistantBot.Desk.Cases.CaseViewer("minh", "Trần Văn Minh", IsTyping: true));
        await site
            .Host.Get<CaseCommandRunner>()
            .ChangeAsync(number, stored => CaseRules.Take(stored, stored.Command(Sample.Supervisor)), default);

        var pages = EndpointRules
            .All.Keys.Where(key => key.StartsWith("GET ", StringComparison.Ordinal) && !key.Contains('.', StringComparison.Ordinal))
            .Select(key => key[4..].Replace("{number}", number.ToString(), StringComparison.Ordinal))
            .Where(path =>
                !path.Contains('{', StringComparison.Ordinal)
                && path is not ("/desk/language" or "/desk/sign-in/code" or "/desk/sign-in/external" or "/desk/news")
            )
            .ToList();
        Assert.True(pages.Count >= 7);
        foreach (var path in pages)
        {
            var response = await page.GotoAsync(site.Address(path));
            if (
                response?.Headers.TryGetValue("content-type", out var type) != true
                || !type!.StartsWith("text/html", StringComparison.Ordinal)
            )
            {
                continue;
            }

            await AssertAccessibleAsync(page, path);
            await page.SetViewportSizeAsync(390, 844);
            Assert.True(await OverflowAsync(page) <= 0, $"{path} is {await OverflowAsync(page)} pixels too wide for a telephone");
            await page.SetViewportSizeAsync(1100, 760);
            if (path == "/desk/insight")
            {
                await DeskSite.PictureAsync(page, "desk-insight.png");
            }
        }

        // The page of many cases at once, which only a form leads to; and a case that a colleague has open.
        await page.GotoAsync(site.Address("/desk?view=all"));
        await page.Locator("input[name='cases']").First.CheckAsync();
        await page.Locator(".bulk-bar .other").ClickAsync();
        await Assertions.Expect(page.Locator("form[action='/desk/bulk/reply'] textarea")).ToBeVisibleAsync();
        await AssertAccessibleAsync(page, "many cases");
        await page.SetViewportSizeAsync(390, 844);
        Assert.True(await OverflowAsync(page) <= 0, "The page of many cases is too wide for a telephone");
        await page.SetViewportSizeAsync(1100, 760);
        await page.GotoAsync(site.Address($"/desk/cases/{number}"));
        await Assertions.Expect(page.Locator("#people")).ToContainTextAsync("Trần Văn Minh");

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        foreach (var path in new[] { "/desk", $"/desk/cases/{number}", "/desk/insight" })
        {
            await page.GotoAsync(site.Address(path));
            await AssertAccessibleAsync(page, $"{path} in the dark");
        }

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    /// <summary>Presses Tab until the element has the focus.</summary>
    private static async Task TabToAsync(IPage page, ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        for (var i = 0; i < 250; i++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach {target}.");
    }

    private static Task<int> OverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");

    private static async Task AssertAccessibleAsync(IPage page, string where)
    {
        var result = await page.RunAxe();
        Assert.Empty(
            result
                .Violations.Where(v => v.Impact is "serious" or "critical")
                .SelectMany(v => v.Nodes.Select(n => $"{where}: {v.Id} {n.Target} {n.Html}"))
        );
    }

    /// <summary>A message that could not be delivered, so that there is something to see.</summary>
    private static async Task MarkUndeliveredAsync(DeskSite site)
    {
        await using var db = await site.Host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        await db.Set<ActivityRow>()
            .Where(a => a.Number == 1)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(a => a.Direction, Direction.Outbound)
                    .SetProperty(a => a.Progress, Progress.Undelivered)
                    .SetProperty(a => a.Attempts, 10)
                    .SetProperty(a => a.Problem, "blocked")
            );
    }
}
