using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>An official at the desk, in a browser profile of their own.</summary>
internal sealed partial class DeskPage : IAsyncDisposable
{
    private const string Chosen = "mot-cum-tu-du-dai-2026";

    private readonly IPage page;
    private readonly Uri root;

    private DeskPage(IPage page, Uri root)
    {
        this.page = page;
        this.root = root;
    }

    /// <summary>Signs in with the one-time password that the first start printed, and chooses another as is asked.</summary>
    public static async Task<DeskPage> SignInAsync(BrowserFixture browser)
    {
        var context = await browser.Browser.NewContextAsync();
        context.SetDefaultTimeout(60_000);
        var tab = await context.NewPageAsync();
        var desk = new DeskPage(tab, browser.Bot.Root);
        await tab.GotoAsync(new Uri(browser.Bot.Root, "/desk").ToString());
        var printed = OneTimePassword().Match(browser.Bot.Output).Groups["password"].Value;
        await tab.FillAsync("#userName", "admin");
        await tab.FillAsync("#password", browser.HasChosenPassword ? Chosen : printed);
        await tab.PressAsync("#password", "Enter");
        if (!browser.HasChosenPassword)
        {
            await tab.FillAsync("#present", printed);
            await tab.FillAsync("#chosen", Chosen);
            await tab.FillAsync("#repeated", Chosen);
            await tab.PressAsync("#repeated", "Enter");
            browser.HasChosenPassword = true;
        }

        await Assertions.Expect(tab.Locator("#list")).ToBeVisibleAsync();
        return desk;
    }

    public IPage Page => page;

    public async Task OpenAsync(string path) => await page.GotoAsync(new Uri(root, path).ToString());

    /// <summary>Unfolds a form of the case's page where it is folded, fills it in and sends it.</summary>
    public async Task DoAsync(string action, params (string Field, string Value)[] fields)
    {
        var form = page.Locator($"form[action$='/{action}']");
        if (!await form.IsVisibleAsync())
            await page.Locator("details", new() { Has = form }).Locator("summary").ClickAsync();
        foreach (var (field, value) in fields)
        {
            var input = form.Locator($"[name='{field}']");
            if (await input.EvaluateAsync<string>("e => e.tagName") == "SELECT")
                await input.SelectOptionAsync(value);
            else
                await input.FillAsync(value);
        }

        await form.Locator("button:not([formaction])").ClickAsync();
    }

    public async Task ExpectStateAsync(string state) => await Assertions.Expect(page.Locator(".summary .status")).ToHaveTextAsync(state);

    /// <summary>Fails when a person with a screen reader, a keyboard or weak eyes would be held up on the page that is shown.</summary>
    public async Task AssertAccessibleAsync(string where)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(v => v.Impact is "serious" or "critical").SelectMany(v => v.Nodes.Select(n => $"{where}: {v.Id} {n.Target} {n.Html}")));
    }

    public async Task TakeAndReplyAsync(string caseNumber, string text)
    {
        await page.GotoAsync(new Uri(root, $"/desk/cases/{caseNumber}").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Nhận xử lý" }).ClickAsync();
        await page.FillAsync("#reply-text", text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lời", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(text);
    }

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();

    [GeneratedRegex(@"^\s*admin\s*$\s*^\s*(?<password>\S+)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex OneTimePassword();
}
