using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;

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

    /// <summary>Signs in with the first one-time password, which is in the data folder, and chooses another as is asked.</summary>
    /// <param name="root">The address of the service, with a slash at its end.</param>
    public static async Task<DeskPage> SignInAsync(IBrowser browser, Uri root, string dataFolder, BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        var tab = await context.NewPageAsync();
        var desk = new DeskPage(tab, root);
        await tab.GotoAsync(new Uri(root, "desk").ToString());
        var file = Path.Combine(dataFolder, "first-password.txt");
        await Wait.UntilAsync(() => File.Exists(file));
        var printed = OneTimePassword().Match(await File.ReadAllTextAsync(file)).Groups["password"].Value;
        await tab.FillAsync("#userName", "admin");
        await tab.FillAsync("#password", printed);
        await tab.PressAsync("#password", "Enter");
        await tab.FillAsync("#current", printed);
        await tab.FillAsync("#chosen", Chosen);
        await tab.FillAsync("#repeated", Chosen);
        await tab.PressAsync("#repeated", "Enter");
        await Assertions.Expect(tab.Locator("#current")).ToHaveCountAsync(0);
        return desk;
    }

    public IPage Page => page;

    public async Task TakeAndReplyAsync(string caseNumber, string text)
    {
        await page.GotoAsync(new Uri(root, $"desk/cases/{caseNumber}").ToString());
        await page.FillAsync("#reply-text", text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#done")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#thread")).ToContainTextAsync(text);
    }

    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();

    [GeneratedRegex(@"^\s*admin\s*$\s*^\s*(?<password>\S+)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex OneTimePassword();
}
