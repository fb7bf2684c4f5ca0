using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>“@” in a note lists the colleagues and teams that can be told.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MentionPickerTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task An_at_sign_lists_colleagues_and_teams_for_keyboard_and_touch()
    {
        await using var site = await DeskSite.OpenAsync();
        await site.Host.CreateAsync("minh", Roles.Official);
        await site.Host.CreateAsync("thu", Roles.Official);
        var text = SettingDefaults
            .GetText(SettingKind.Routing)
            .Replace(
                "'Finance and credit' }, assign: manual, members: [] }",
                "'Finance and credit' }, assign: manual, members: [minh, thu] }"
            );
        Assert.IsType<SettingOutcome.Saved>(
            await site.Host.Get<DeskSettingsStore>().SaveAsync(SettingKind.Routing, 0, text, Sample.Supervisor, default)
        );
        var number = await site.Host.SubmitAsync();
        foreach (var look in PageLook.All)
        {
            var complaints = new List<string>();
            var page = await site.SignInAsync(browser, $"lan{look}", Roles.Official, complaints, look.ToOptions());
            await using var context = page.Context;
            await page.GotoAsync(site.Address($"/desk/cases/{number}"));
            var note = page.Locator("#note-text");
            await page.Locator("label[for='mode-note']").ClickAsync();

            // An address of e-mail is no mention; Escape leaves the list and nothing else.
            await note.PressSequentiallyAsync("thu@");
            await Assertions.Expect(page.Locator("#mentions")).ToHaveCountAsync(0);
            await note.FillAsync("");
            await note.PressSequentiallyAsync("Nhờ @");
            await Assertions.Expect(page.Locator("#mentions li").First).ToBeVisibleAsync();
            await DeskSite.PictureAsync(page, $"desk-mentions-{look}.png");
            await Assertions.Expect(note).ToHaveAttributeAsync("aria-activedescendant", "mentions-0");
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(page.Locator("#mentions")).ToHaveCountAsync(0);
            await Assertions.Expect(note).ToBeFocusedAsync();

            await note.PressSequentiallyAsync("mi");
            await Assertions.Expect(page.Locator("#mentions li")).ToHaveCountAsync(1);
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(note).ToHaveValueAsync("Nhờ @minh ");
            await note.PressSequentiallyAsync("và @tai");
            var team = page.Locator("#mentions li").Filter(new() { HasText = "Tổ tài chính" });
            if (look.IsPhone)
            {
                await team.TapAsync();
            }
            else
            {
                await team.ClickAsync();
            }

            await Assertions.Expect(note).ToHaveValueAsync("Nhờ @minh và @financing ");
            await Assertions.Expect(note).ToBeFocusedAsync();
            Assert.True(complaints.Count == 0, string.Join('\n', complaints));
            await page.Locator("#reply button.send").ClickAsync();
            await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("Đã báo cho");
            await Assertions.Expect(page.Locator("#done")).Not.ToContainTextAsync("Không có người dùng");
        }

        // A team told everybody in it.
        var list = await site.VisitAsync(browser, "/desk/sign-in", []);
        await using var reader = list.Context;
        await list.FillAsync("#userName", "thu");
        await list.FillAsync("#password", Tests.Desk.DeskHost.Password);
        await list.PressAsync("#password", "Enter");
        await Assertions.Expect(list.Locator("main")).ToContainTextAsync("Anh/chị được nhắc đến");
    }
}
