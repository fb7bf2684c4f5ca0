using Microsoft.Playwright;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>A page with the chat in it, as its visitor sees it. Whatever the browser complains about is kept.</summary>
internal sealed class ChatPage : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private ChatPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, of loading, and breaches of the content security policy.</summary>
    public List<string> Complaints { get; } = [];

    public ILocator Launcher => Page.Locator("policy-assistant .launcher");

    public ILocator Panel => Page.Locator("policy-assistant .panel");

    public ILocator Box => Panel.Locator("textarea[name=message]");

    public ILocator Theirs => Panel.Locator(".message.theirs");

    public ILocator Mine => Panel.Locator(".message.mine .bubble");

    /// <param name="beforePage">A script that runs before any of the page.</param>
    public static async Task<ChatPage> OpenAsync(IBrowser browser, string url, BrowserNewContextOptions? options, string? beforePage = null)
    {
        var visitor = await browser.NewContextAsync(
            options
                ?? new BrowserNewContextOptions
                {
                    ViewportSize = new ViewportSize { Width = 1280, Height = 860 },
                }
        );
        visitor.SetDefaultTimeout(60_000);
        await visitor.AddInitScriptAsync(
            "document.addEventListener('securitypolicyviolation', e => console.error('CSP', e.violatedDirective, e.blockedURI, "
                + "e.sourceFile, e.lineNumber))"
        );
        if (beforePage is not null)
        {
            await visitor.AddInitScriptAsync(beforePage);
        }

        var page = await visitor.NewPageAsync();
        var chat = new ChatPage(visitor, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                chat.Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => chat.Complaints.Add(error);
        await page.GotoAsync(url);
        return chat;
    }

    public async Task<ChatPage> OpenChatAsync()
    {
        await Launcher.ClickAsync();
        await Assertions.Expect(Box).ToBeVisibleAsync();
        await Assertions.Expect(Theirs.First).ToBeVisibleAsync();
        return this;
    }

    /// <summary>Types and sends, and waits until the assistant has said something new.</summary>
    public async Task<ILocator> AskAsync(string text)
    {
        var before = await Theirs.CountAsync();
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
        await Assertions.Expect(Theirs.Nth(before)).ToBeVisibleAsync();
        return Theirs.Nth(before);
    }

    /// <summary>A page in the same browser profile: another tab, or the same person at the desk.</summary>
    public Task<IPage> NewTabAsync() => context.NewPageAsync();

    /// <summary>How far the content is wider than the window, in CSS pixels.</summary>
    public Task<int> OverflowAsync() =>
        Page.EvaluateAsync<int>(
            """
            () => {
              const scroller = document.querySelector('policy-assistant').shadowRoot.querySelector('.scroller');
              return Math.max(document.documentElement.scrollWidth - innerWidth, scroller ? scroller.scrollWidth - scroller.clientWidth : 0);
            }
            """
        );

    public void AssertNoComplaints() => Assert.True(Complaints.Count == 0, string.Join('\n', Complaints));

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
