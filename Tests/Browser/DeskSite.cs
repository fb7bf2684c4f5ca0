using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>The desk on a port of its own, with accounts and cases put there by the test, and a browser in front of it.</summary>
internal sealed class DeskSite : IAsyncDisposable
{
    private readonly TempFolder folder = new();

    private DeskSite() { }

    public DeskHost Host { get; private set; } = null!;

    public Uri Root => Host.Root;

    public static async Task<DeskSite> OpenAsync(Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings)
    {
        var site = new DeskSite();
        site.Host = await DeskHost.OpenAsync(site.folder, configure ?? (_ => { }), [("urls", "http://127.0.0.1:0"), .. settings]);
        return site;
    }

    /// <summary>A page of a visitor with nothing remembered. What the browser complains about is added to
    /// <paramref name="complaints"/>.</summary>
    public async Task<IPage> VisitAsync(
        BrowserFixture browser,
        string path,
        List<string> complaints,
        BrowserNewContextOptions? options = null
    )
    {
        var context = await browser.Browser.NewContextAsync(
            options
                ?? new BrowserNewContextOptions
                {
                    ViewportSize = new ViewportSize { Width = 1100, Height = 760 },
                    Locale = "vi-VN",
                }
        );
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add($"{message.Text} {message.Location}");
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(Address(path));
        return page;
    }

    /// <summary>An account with these roles, signed in.</summary>
    public async Task<IPage> SignInAsync(
        BrowserFixture browser,
        string name,
        Roles roles,
        List<string> complaints,
        BrowserNewContextOptions? options = null
    )
    {
        await Host.CreateAsync(name, roles);
        var page = await VisitAsync(browser, "/desk/sign-in", complaints, options);
        await page.FillAsync("#userName", name);
        await page.FillAsync("#password", DeskHost.Password);
        await page.PressAsync("#password", "Enter");
        await Assertions.Expect(page.Locator("header .who")).ToBeVisibleAsync();
        return page;
    }

    public string Address(string path) => new Uri(Root, path).ToString();

    /// <summary>A picture for the guide, made anew when SCREENSHOTS names a folder of the repository.</summary>
    public static async Task PictureAsync(IPage page, string name, bool fullPage = false)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(
                new PageScreenshotOptions { Path = Path.Combine(SourceTree.Root, folder, name), FullPage = fullPage }
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        folder.Dispose();
    }
}
