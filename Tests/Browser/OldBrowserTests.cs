using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>
/// Browsers without something the chat would like to use: it works without it, or says in words where to go instead. The list is that of
/// docs/embedding.md. Without <c>AbortSignal.timeout</c> (Safari before 16) every message stayed "sending" for ever.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class OldBrowserTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData("delete AbortSignal.timeout")]
    [InlineData("delete window.ResizeObserver")]
    [InlineData("delete Element.prototype.checkVisibility; delete Element.prototype.replaceChildren")]
    [InlineData("delete Array.prototype.at; delete String.prototype.replaceAll; delete Array.prototype.findLast")]
    [InlineData("delete window.WebSocket")]
    [InlineData("delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets")]
    [InlineData("delete MediaQueryList.prototype.addEventListener; delete EventTarget.prototype.__none")]
    [InlineData("delete window.requestIdleCallback; delete window.visualViewport; delete CSS.escape")]
    [InlineData(
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })"
    )]
    [InlineData("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")]
    [InlineData("delete navigator.clipboard; delete window.Notification; delete Navigator.prototype.share")]
    public async Task The_chat_works_without(string lacking)
    {
        await using var chat = await VisitAsync(lacking);
        await chat.OpenChatAsync();
        await chat.AskAsync("doanh nghiep nho la gi");
        Assert.DoesNotContain(chat.Complaints, complaint => complaint.Contains("is not a function", StringComparison.Ordinal));
    }

    [BrowserTheory]
    [InlineData("Object.defineProperty(window, 'customElements', { value: undefined })")]
    [InlineData("delete Element.prototype.attachShadow")]
    [InlineData("delete window.fetch")]
    [InlineData("delete window.AbortController")]
    public async Task The_page_leads_elsewhere_without(string lacking)
    {
        await using var chat = await VisitAsync(lacking);
        var link = chat.Page.Locator("a.policy-assistant-plain");
        await Assertions.Expect(link).ToContainTextAsync("quá cũ");
        Assert.EndsWith("/huong-dan", await link.GetAttributeAsync("href"), StringComparison.Ordinal);
        await Assertions.Expect(chat.Launcher).ToHaveCountAsync(0);
    }

    private Task<ChatPage> VisitAsync(string lacking) =>
        ChatPage.OpenAsync(browser.Browser, browser.Bot.BaseAddress.ToString(), options: null, beforePage: lacking);
}
