using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>The desk's frame and the list of cases, as officials see and use them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class InboxLookTests(BrowserFixture browser)
{
    private const int MaxHeaderHeight = 64;
    private const Roles Chief = Roles.Official | Roles.Supervisor | Roles.Administrator;

    [BrowserFact]
    public async Task The_list_fits_is_accessible_and_light_on_screen_and_phone()
    {
        await using var site = await DeskSite.OpenAsync();
        await FillAsync(site);
        foreach (var look in PageLook.All)
        {
            var complaints = new List<string>();
            var page = await site.SignInAsync(browser, $"chief{look}", Chief, complaints, look.ToOptions());
            await using var context = page.Context;
            foreach (
                var (name, path) in new[] { ("list", "/desk?view=all"), ("mine", "/desk?view=mine"), ("due", "/desk?view=all&sort=due") }
            )
            {
                await page.GotoAsync(site.Address(path));
                await DeskSite.PictureAsync(page, $"inbox-{name}-{look}.png");
                var where = $"{path} {look}";
                Assert.True(await PageLook.ReadOverflowAsync(page) <= 0, $"{where} is too wide");
                Assert.InRange(await PageLook.ReadWeightAsync(page), 1, PageLook.MaxWeight);
                var header = await page.Locator("header.bar").BoundingBoxAsync();
                Assert.InRange(header!.Height, 40, MaxHeaderHeight);
                var axe = await page.RunAxe();
                Assert.Empty(
                    axe.Violations.Where(v => v.Impact is "serious" or "critical")
                        .SelectMany(v => v.Nodes.Select(n => $"{where}: {v.Id} {n.Target} {n.Html}"))
                );
            }

            foreach (var badge in await page.Locator(".cases .status, .cases .due").AllAsync())
            {
                Assert.Equal(1, await badge.EvaluateAsync<int>("element => element.getClientRects().length"));
            }

            await page.Locator("input[name='cases']").First.CheckAsync();
            await Assertions.Expect(page.Locator(".bulk-bar")).ToBeVisibleAsync();
            await page.Locator(".who > summary").ClickAsync();
            await DeskSite.PictureAsync(page, $"inbox-menu-{look}.png");
            if (look.IsPhone)
            {
                await page.Locator(".who > summary").ClickAsync();
                await page.Locator(".nav-button").ClickAsync();
                await Assertions.Expect(page.Locator(".nav [aria-current]")).ToBeVisibleAsync();
                await DeskSite.PictureAsync(page, $"inbox-nav-{look}.png");
            }

            Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        }
    }

    [BrowserFact]
    public async Task Nothing_of_the_list_is_cut_on_tablets_and_small_laptops()
    {
        await using var site = await DeskSite.OpenAsync();
        await FillAsync(site);
        var forwarded = await site.Host.SubmitAsync(Sample.Draft("Công ty TNHH Thương mại và Xuất nhập khẩu Phương Thảo"), "c4");
        var longName = Sample.Lan with { Name = "Nguyễn Thị Phương Thảo" };
        await site
            .Host.Get<CaseCommandRunner>()
            .ChangeAsync(forwarded, stored => CaseRules.Take(stored, stored.Command(longName)), default);
        await site
            .Host.Get<CaseCommandRunner>()
            .ChangeAsync(
                forwarded,
                stored => CaseRules.Forward(stored, stored.Command(longName), "Sở Công Thương", "Đúng thẩm quyền."),
                default
            );
        var page = await site.SignInAsync(browser, "chief", Chief, []);
        await using var context = page.Context;
        foreach (var width in new[] { 770, 820, 928, 992, 1000, 1100, 1160, 1200, 1280, 1300, 1366 })
        {
            await page.SetViewportSizeAsync(width, 760);
            await page.GotoAsync(site.Address("/desk?view=all"));
            var cut = await page.Locator(".scroll").EvaluateAsync<int>("element => element.scrollWidth - element.clientWidth");
            Assert.True(cut <= 0, $"{cut} px are cut at {width} px");
            await Assertions.Expect(page.Locator(".cases .due").First).ToBeInViewportAsync();
            await Assertions
                .Expect(page.Locator(".cases tbody").GetByText("Nguyễn Thị Phương Thảo").And(page.Locator(":visible")))
                .ToHaveCountAsync(1);
        }
    }

    [BrowserFact]
    public async Task A_new_case_appears_and_the_focus_and_the_ticks_stay()
    {
        await using var site = await DeskSite.OpenAsync();
        var first = await site.Host.SubmitAsync();
        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "lan", Roles.Official, complaints);
        await using var context = page.Context;
        await page.Clock.InstallAsync();
        await page.GotoAsync(site.Address("/desk"));
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(1\) "));
        await page.Locator("input[name='cases']").CheckAsync();
        var link = page.Locator($"#list th a[href$='{first}']");
        await link.FocusAsync();

        await site.Host.SubmitAsync(Sample.Draft("Hợp tác xã Đông Anh"), "c2");
        await page.Clock.RunForAsync(16_000);
        await Assertions.Expect(page.Locator("#new-cases")).ToHaveCountAsync(0);
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(2\) "));
        await Assertions.Expect(page.Locator("#list tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(link).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator($"input[name='cases'][value^='{first}']")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator(".nav .count").First).ToContainTextAsync("2");
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [BrowserFact]
    public async Task Without_scripts_menu_sorting_and_work_on_many_cases_are_there()
    {
        await using var site = await DeskSite.OpenAsync();
        await site.Host.SubmitAsync();
        await site.Host.SubmitAsync(Sample.Draft("Ánh Dương"), "c2");
        var options = new PageLook(360, 740, ColorScheme.Light).ToOptions();
        options.JavaScriptEnabled = false;
        var page = await site.SignInAsync(browser, "lan", Roles.Official, [], options);
        await using var context = page.Context;
        await page.Locator(".nav-button").ClickAsync();
        await page.Locator(".nav a[href='/desk/teams']").ClickAsync();
        await Assertions.Expect(page.Locator(".nav [aria-current]")).ToHaveAttributeAsync("href", "/desk/teams");
        await page.GotoAsync(site.Address("/desk?view=all&sort=enterprise"));
        await Assertions.Expect(page.Locator("tbody th a").First).ToBeVisibleAsync();
        await page.Locator("input[name='cases']").First.CheckAsync();
        await page.Locator(".bulk-bar button").First.ClickAsync();
        await Assertions.Expect(page.Locator("main #done [role=status]")).ToBeVisibleAsync();
        await page.Locator(".who > summary").ClickAsync();
        await page.Locator("form[action='/desk/sign-out'] button").ClickAsync();
        await Assertions.Expect(page.Locator("#userName")).ToBeVisibleAsync();
    }

    /// <summary>Cases in several states, one of them overdue and one due soon.</summary>
    private static async Task FillAsync(DeskSite site)
    {
        var cases = site.Host.Get<CaseCommandRunner>();
        var overdue = await site.Host.SubmitAsync(Sample.Draft("Công ty Cổ phần Cơ khí Đông Anh"), "c0");
        await cases.ChangeAsync(overdue, stored => CaseRules.Take(stored, stored.Command(Sample.Lan)), default);
        site.Host.Time.Advance(TimeSpan.FromDays(2));
        var answered = await site.Host.SubmitAsync(Sample.Draft("Hợp tác xã Nông nghiệp Vân Nội"), "c1");
        await cases.ChangeAsync(answered, stored => CaseRules.Take(stored, stored.Command(Sample.Minh)), default);
        await cases.ChangeAsync(answered, stored => CaseRules.Reply(stored, stored.Command(Sample.Minh), "Hồ sơ gồm tờ khai."), default);
        await site.Host.SubmitAsync(
            Sample.Draft("Công ty TNHH Bình Minh") with
            {
                Kind = RequestKind.Financing,
                Content =
                    "Xin hướng dẫn thủ tục vay vốn từ Quỹ bảo lãnh tín dụng cho doanh nghiệp nhỏ và vừa, cần những giấy tờ gì và mất bao lâu?",
            },
            "c2"
        );
        site.Host.Time.Advance(TimeSpan.FromHours(7));
        await site.Host.SubmitAsync(Sample.Draft("Ánh Dương"), "c3");
    }
}
