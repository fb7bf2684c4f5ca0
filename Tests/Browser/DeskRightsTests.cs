using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>A supervisor records a withdrawal of consent and erases a case, on a screen and on a telephone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DeskRightsTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task A_supervisor_withdraws_the_consent_and_erases_the_data_of_a_case()
    {
        await using var site = await DeskSite.OpenAsync();
        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "chief", Roles.Official | Roles.Supervisor, complaints);
        await using var context = page.Context;
        foreach (var (width, height) in new[] { (1100, 760), (390, 844) })
        {
            var number = await site.Host.SubmitAsync(Sample.Draft("Công ty TNHH Bình Minh") with { Email = "an@congty.vn" }, $"c{width}");
            await page.SetViewportSizeAsync(width, height);
            await page.GotoAsync(site.Address($"/desk/cases/{number}"));

            // A case that is being worked on cannot be erased.
            await Assertions.Expect(FindForm(page, "erase")).ToHaveCountAsync(0);
            await SendAsync(page, "withdraw-consent", "Đơn số 12 ngày 20/11/2026", $"desk-withdraw-{width}.png");
            await Assertions
                .Expect(page.Locator("section[aria-labelledby='facts'] .notice"))
                .ToContainTextAsync("Đã rút lại đồng ý cho liên hệ");
            await Assertions.Expect(FindForm(page, "withdraw-consent")).ToHaveCountAsync(0);

            await CloseAsync(site, number);
            await page.GotoAsync(site.Address($"/desk/cases/{number}"));
            await SendAsync(page, "erase", "Đơn số 13 ngày 21/11/2026", $"desk-erase-{width}.png");
            await Assertions
                .Expect(page.Locator("section[aria-labelledby='facts'] .notice"))
                .ToContainTextAsync("Nội dung và liên hệ đã được xóa");
            await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Bình Minh");
            await Assertions.Expect(page.Locator(".history")).ToContainTextAsync("Đơn số 13");
            await DeskSite.PictureAsync(page, $"desk-erased-{width}.png");
            Assert.NotNull((await site.Host.FindAsync(number)).Request.ErasedAt);
        }

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    private static ILocator FindForm(IPage page, string action) => page.Locator($"form[action$='/{action}']");

    /// <summary>Opens the form of the action, gives the reason and sends it.</summary>
    private static async Task SendAsync(IPage page, string action, string reason, string picture)
    {
        var form = FindForm(page, action);
        var summary = page.Locator($"details:has(form[action$='/{action}']) > summary");
        if (await summary.CountAsync() > 0)
        {
            await summary.ClickAsync();
        }

        await form.Locator("textarea").FillAsync(reason);
        await form.ScrollIntoViewIfNeededAsync();
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
        Assert.True(overflow <= 0, $"{action} is {overflow} pixels too wide");
        await DeskSite.PictureAsync(page, picture);
        var title = action == "erase" ? DeskPrivacyTexts.Erase : DeskPrivacyTexts.WithdrawConsent;
        await form.GetByRole(AriaRole.Button, new() { Name = title.Vi }).ClickAsync();
    }

    private static async Task CloseAsync(DeskSite site, CaseNumber number)
    {
        var cases = site.Host.Get<CaseCommandRunner>();
        await cases.ChangeAsync(number, s => CaseRules.Take(s, s.Command(Sample.Supervisor)), default);
        await cases.ChangeAsync(number, s => CaseRules.Reply(s, s.Command(Sample.Supervisor), "Hồ sơ gồm tờ khai."), default);
        await cases.ChangeAsync(number, s => CaseRules.Close(s, s.Command(Sample.Supervisor), CloseReason.Answered, null), default);
    }
}
