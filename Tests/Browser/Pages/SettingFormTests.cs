using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>A supervisor changes settings on a phone, by keyboard alone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SettingFormTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task A_supervisor_adds_an_official_to_a_team_by_keyboard_at_360_pixels()
    {
        await using var site = await DeskSite.OpenAsync();
        await site.Host.CreateAsync("minh", Roles.Official);
        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "ha", Roles.Supervisor, complaints, PageLook.All[0].ToOptions());
        await using var context = page.Context;

        await page.GotoAsync(site.Address("/desk/settings"));
        await CheckAsync(page, "settings-teams");
        await PressOnAsync(page, "a[href$='/teams/edit?item=support']", "Enter");
        await Assertions.Expect(page.Locator("input[name='members'][value='minh']")).ToBeVisibleAsync();
        await CheckAsync(page, "settings-team");
        await PressOnAsync(page, "input[name='members'][value='minh']", "Space");
        await PressOnAsync(page, "#main form button", "Enter");
        await Assertions.Expect(page.Locator(".notice")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".card", new() { HasText = "Cán bộ minh" })).ToHaveCountAsync(1);
        Assert.Equal(["minh"], (await site.Host.Get<DeskSettingsStore>().GetAsync(default)).Routing.Find("support")!.Members);

        await PressOnAsync(page, "a[href$='/teams/edit']", "Enter");
        await page.FillAsync("#vi", "Tổ mới");
        await PressOnAsync(page, "#main form button", "Enter");
        await Assertions.Expect(page.Locator("#problems")).ToBeFocusedAsync();
        await CheckAsync(page, "settings-refused");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#en")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#vi")).ToHaveValueAsync("Tổ mới");
        await page.GotoAsync(site.Address("/desk/settings/forms/teams/remove?item=support"));
        await CheckAsync(page, "settings-removal");
        complaints.RemoveAll(complaint => complaint.Contains("422", StringComparison.Ordinal));
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [BrowserFact]
    public async Task A_supervisor_adds_a_holiday_by_keyboard_at_360_pixels()
    {
        await using var site = await DeskSite.OpenAsync();
        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "ha", Roles.Supervisor, complaints, PageLook.All[0].ToOptions());
        await using var context = page.Context;
        await page.GotoAsync(site.Address("/desk/settings/forms/days"));
        await CheckAsync(page, "settings-days");
        await PressOnAsync(page, "a[href$='/days/edit']", "Enter");
        await Assertions.Expect(page.Locator("#first")).ToBeVisibleAsync();
        await CheckAsync(page, "settings-day");
        await page.Locator("#first").FillAsync("2026-12-07");
        foreach (var (field, text) in new[] { ("vi", "Nghỉ thử"), ("en", "A day off"), ("source", "Thông báo 1/TB") })
        {
            await PressOnAsync(page, $"#{field}", "End");
            await page.Keyboard.TypeAsync(text);
        }

        await PressOnAsync(page, "#main form button", "Enter");
        await Assertions.Expect(page.Locator(".notice")).ToBeVisibleAsync();
        Assert.False((await site.Host.Get<DeskSettingsStore>().GetAsync(default)).Hours.Calendar.IsWorkingDay(new DateOnly(2026, 12, 7)));
        foreach (var name in new[] { "rules", "templates", "deadlines" })
        {
            await page.GotoAsync(site.Address($"/desk/settings/forms/{name}"));
            await CheckAsync(page, $"settings-{name}");
            await page.Locator("#main .card a").First.ClickAsync();
            await Assertions.Expect(page.Locator("#main form")).ToBeVisibleAsync();
            await CheckAsync(page, $"settings-{name}-edit");
        }

        await page.GotoAsync(site.Address("/desk/settings/routing"));
        await CheckAsync(page, "settings-advanced");
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    /// <summary>Moves the focus with the Tab key until it is at the element, then presses the key.</summary>
    private static async Task PressOnAsync(IPage page, string selector, string key)
    {
        const int MaxTabs = 120;
        var target = page.Locator(selector).First;
        for (var tabs = 0; tabs < MaxTabs && !await target.EvaluateAsync<bool>("element => element === document.activeElement"); tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Assertions.Expect(target).ToBeFocusedAsync();
        await page.Keyboard.PressAsync(key);
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        await DeskSite.PictureAsync(page, $"{name}.png", fullPage: true);
        Assert.True(await PageLook.ReadOverflowAsync(page) <= 0, $"{name} is too wide");
        var axe = await page.RunAxe();
        Assert.Empty(
            axe.Violations.Where(v => v.Impact is "serious" or "critical")
                .SelectMany(v => v.Nodes.Select(n => $"{name}: {v.Id} {n.Target} {n.Html}"))
        );
    }
}
