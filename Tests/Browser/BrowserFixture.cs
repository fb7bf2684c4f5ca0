using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>One server, one browser and two foreign sites for all browser tests; each test opens a context of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private readonly TempFolder data = new();
    private ServerProcess? bot;
    private ForeignSite? allowed;
    private ForeignSite? stranger;

    internal ServerProcess Bot => bot!;

    internal IBrowser Browser => browser!;

    /// <summary>A site that the server's settings allow.</summary>
    internal ForeignSite Allowed => allowed!;

    /// <summary>A site that they do not.</summary>
    internal ForeignSite Stranger => stranger!;

    public async Task InitializeAsync()
    {
        // Without a browser every test of the collection is skipped, and nothing needs to run.
        if (BrowserFactAttribute.ExecutablePath is null && !ToolFactAttribute.IsCi)
        {
            return;
        }

        allowed = await ForeignSite.StartAsync();
        stranger = await ForeignSite.StartAsync();
        bot = await ServerProcess.StartAsync(data.Path, settings: ("DirectLine__AllowedOrigins__0", allowed.Origin));
        allowed.Server = stranger.Server = bot.BaseAddress;
        // Room for a machine that is busy with other tests; what is waited for is there much sooner.
        Assertions.SetDefaultExpectTimeout(60_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = BrowserFactAttribute.ExecutablePath, Args = BrowserFactAttribute.Arguments }
        );
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (bot is not null)
        {
            await bot.DisposeAsync();
        }

        if (allowed is not null)
        {
            await allowed.DisposeAsync();
        }

        if (stranger is not null)
        {
            await stranger.DisposeAsync();
        }

        data.Dispose();
    }

    /// <summary>A visitor with nothing remembered, at the given page of the server.</summary>
    internal async Task<ChatPage> VisitAsync(string path = "/", BrowserNewContextOptions? options = null) =>
        await ChatPage.OpenAsync(browser!, new Uri(Bot.BaseAddress, path).ToString(), options);

    internal async Task<ChatPage> VisitAsync(ForeignSite site, string path = "/") =>
        await ChatPage.OpenAsync(browser!, site.Origin + path, options: null);
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
