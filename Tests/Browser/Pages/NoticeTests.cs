using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Desk.SettingForms;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>The notices of the desk: what was done and can be undone, and what is new.</summary>
[Collection(BrowserCollection.Name)]
public sealed class NoticeTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task A_reply_can_be_undone_by_keyboard_until_its_button_goes_which_is_said_and_keeps_the_focus()
    {
        foreach (var (look, lang, over) in Looks())
        {
            await using var site = await DeskSite.OpenAsync(null, ("Requests:UndoWindow", "00:00:10"));
            var number = await site.Host.SubmitAsync();
            var complaints = new List<string>();
            var page = await site.SignInAsync(browser, "lan", Roles.Official, complaints, look.ToOptions());
            await using var context = page.Context;
            await page.GotoAsync(site.Address($"/desk/language?to={lang}&returnUrl=/desk"));
            await page.Clock.InstallAsync();
            await page.GotoAsync(site.Address($"/desk/cases/{number}"));
            await page.FillAsync("#reply-text", "Hồ sơ gồm tờ khai quy mô.");
            await page.Locator("#reply button.send").ClickAsync();
            await Assertions.Expect(page.Locator("#done")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(page.Locator("#undo button")).ToBeFocusedAsync();
            await Assertions.Expect(page.Locator("#undo button")).ToBeInViewportAsync(new() { Ratio = 1 });
            await CheckAsync(page, $"undo {lang} {look}", $"undo-{lang}-{look}.png");

            await page.Clock.RunForAsync(11_000);
            await Assertions.Expect(page.Locator("#undo")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("#undo-over[role=status]")).ToHaveTextAsync(over);
            await Assertions.Expect(page.Locator("#done")).ToBeFocusedAsync();
            await CheckAsync(page, $"undone {lang} {look}", $"undo-over-{lang}-{look}.png");
            Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        }
    }

    [BrowserFact]
    public async Task News_are_readable_beside_any_page()
    {
        foreach (var (look, lang, _) in Looks())
        {
            await using var site = await DeskSite.OpenAsync();
            var complaints = new List<string>();
            var page = await site.SignInAsync(browser, "lan", Roles.Official, complaints, look.ToOptions());
            await using var context = page.Context;
            await page.GotoAsync(site.Address($"/desk/language?to={lang}&returnUrl=/desk/teams"));
            await page.Clock.InstallAsync();
            await page.RunAndWaitForResponseAsync(
                () => page.ReloadAsync(),
                response => response.Url.Contains("/desk/news", StringComparison.Ordinal)
            );
            foreach (var conversation in new[] { "c1", "c2" })
            {
                await site.Host.SubmitAsync(Sample.Draft("Hợp tác xã Đông Anh"), conversation);
            }

            await page.Clock.RunForAsync(5_000);
            await Assertions.Expect(page.Locator("#news[role=status] .notice a")).ToHaveCountAsync(2);
            foreach (var notice in await page.Locator("#news .notice").AllAsync())
            {
                await Assertions.Expect(notice).ToBeInViewportAsync(new() { Ratio = 1 });
            }

            await CheckAsync(page, $"news {lang} {look}", $"news-{lang}-{look}.png");
            await page.Locator("#news button").First.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#news .notice")).ToHaveCountAsync(1);
            await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
            Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        }
    }

    [BrowserFact]
    public async Task Every_page_of_setting_forms_fits_and_is_accessible_on_screen_and_phone_in_both_languages()
    {
        await using var site = await DeskSite.OpenAsync();
        foreach (var (look, lang, _) in Looks())
        {
            var complaints = new List<string>();
            var page = await site.SignInAsync(browser, $"ha{look}", Roles.Supervisor, complaints, look.ToOptions());
            await using var context = page.Context;
            await page.GotoAsync(site.Address($"/desk/language?to={lang}&returnUrl=/desk"));
            foreach (var form in SettingFormList.All.Select(form => form.Key))
            {
                await page.GotoAsync(site.Address($"/desk/settings/forms/{form}"));
                await Assertions.Expect(page.Locator(".tabs [aria-current]")).ToBeInViewportAsync(new() { Ratio = 1 });
                await CheckAsync(page, $"{form} {lang} {look}", $"form-{form}-{lang}-{look}.png");
                await page.Locator("#main .card a").First.ClickAsync();
                await Assertions.Expect(page.Locator("#main form")).ToBeVisibleAsync();
                await CheckAsync(page, $"{form} edit {lang} {look}", $"form-{form}-edit-{lang}-{look}.png");
            }

            Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        }
    }

    private static IEnumerable<(PageLook Look, string Lang, string Over)> Looks() =>
        PageLook.All.Select(look =>
            look.IsPhone
                ? (look, "vi", "Hết thời gian hoàn tác: tin đã gửi đi.")
                : (look, "en", "The time to undo is over: the message has gone out.")
        );

    private static async Task CheckAsync(IPage page, string where, string picture)
    {
        await DeskSite.PictureAsync(page, picture);
        Assert.True(await PageLook.ReadOverflowAsync(page) <= 0, $"{where} is too wide");
        var axe = await page.RunAxe();
        Assert.Empty(
            axe.Violations.Where(v => v.Impact is "serious" or "critical")
                .SelectMany(v => v.Nodes.Select(n => $"{where}: {v.Id} {n.Target} {n.Html}"))
        );
    }
}
