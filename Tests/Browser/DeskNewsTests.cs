using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>An open page tells of a new case within seconds, and outside the browser for an official who asked for it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DeskNewsTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task A_new_case_is_told_on_any_page_and_as_a_notification_that_was_asked_for()
    {
        await using var site = await DeskSite.OpenAsync();
        var first = await site.Host.SubmitAsync();
        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "lan", Roles.Official, complaints);
        await using var context = page.Context;
        await page.AddInitScriptAsync(
            """
            document.hasFocus = () => false;
            window.told = [];
            window.asked = 0;
            window.Notification = class extends EventTarget {
              constructor(text) { super(); window.told.push(text); }
              static get permission() { return localStorage.getItem("test-permission") ?? "default"; }
              static async requestPermission() {
                window.asked++;
                localStorage.setItem("test-permission", "granted");
                return "granted";
              }
            };
            """
        );
        await page.GotoAsync(site.Address($"/desk/cases/{first}"));
        await page.Locator(".who summary").ClickAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("() => window.asked"));
        await page.Locator("#notify").ClickAsync();
        await Assertions.Expect(page.Locator("#notify")).ToHaveTextAsync("Tắt thông báo trên màn hình");
        await page.FillAsync("#reply-text", "Đang viết dở");

        var second = await site.Host.SubmitAsync(Sample.Draft("Hợp tác xã Đông Anh"), "c2");
        await Assertions
            .Expect(page.Locator("#news a"))
            .ToHaveTextAsync($"Có yêu cầu mới: {second}", new LocatorAssertionsToHaveTextOptions { Timeout = 20_000 });
        Assert.Equal([$"Có yêu cầu mới: {second}"], await page.EvaluateAsync<string[]>("() => window.told"));
        await Assertions.Expect(page.Locator("#reply-text")).ToHaveValueAsync("Đang viết dở");
        await page.Locator("#news button").ClickAsync();
        await Assertions.Expect(page.Locator("#news a")).ToHaveCountAsync(0);
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }
}
