using System.Text.Json;
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
    /// <summary>Takes a property away, from wherever in the chain of prototypes it comes.</summary>
    private const string Remove = """
        for (const path of PATHS) {
          const names = path.split('.');
          const name = names.pop();
          const holder = names.reduce((object, part) => object?.[part], window);
          if (holder === undefined || holder === null) continue;
          for (let owner = holder; owner; owner = Object.getPrototypeOf(owner)) {
            // What all event targets have is only hidden from this one.
            if (owner === EventTarget.prototype && name in owner) {
              Object.defineProperty(holder, name, { value: undefined, configurable: true });
              break;
            }
            delete owner[name];
          }
        }
        """;

    private const string Denied =
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, "
        + "{ get() { throw new DOMException('denied', 'SecurityError') } })";

    [BrowserTheory]
    [InlineData("AbortSignal.timeout")]
    [InlineData("ResizeObserver")]
    [InlineData("Element.prototype.checkVisibility", "Element.prototype.replaceChildren")]
    [InlineData("Array.prototype.at", "String.prototype.replaceAll", "Array.prototype.findLast")]
    [InlineData("WebSocket")]
    [InlineData("Document.prototype.adoptedStyleSheets", "ShadowRoot.prototype.adoptedStyleSheets")]
    [InlineData("MediaQueryList.prototype.addEventListener")]
    [InlineData("requestIdleCallback", "visualViewport", "CSS.escape")]
    [InlineData("navigator.clipboard")]
    [InlineData("navigator.share")]
    public async Task The_chat_works_without(params string[] lacking)
    {
        await using var chat = await VisitWithoutAsync(lacking);
        await chat.OpenChatAsync();
        await chat.AskAsync("doanh nghiep nho la gi");
        Assert.DoesNotContain(chat.Complaints, complaint => complaint.Contains("is not a function", StringComparison.Ordinal));
    }

    [BrowserTheory]
    [InlineData(Denied)]
    [InlineData("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")]
    public async Task The_chat_works_where_nothing_can_be_stored(string before)
    {
        await using var chat = await VisitAsync(before);
        Assert.True(
            await chat.Page.EvaluateAsync<bool>("() => { try { localStorage.setItem('a', 'b'); return false } catch { return true } }")
        );
        await chat.OpenChatAsync();
        await chat.AskAsync("doanh nghiep nho la gi");
        Assert.DoesNotContain(chat.Complaints, complaint => complaint.Contains("is not a function", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Without_a_clipboard_an_answer_can_only_be_printed()
    {
        await using var chat = await VisitWithoutAsync("navigator.clipboard");
        await chat.OpenChatAsync();
        var answer = await chat.AskAsync("Doanh nghiệp nhỏ được hỗ trợ phí tư vấn thế nào?");
        await Assertions.Expect(answer.Locator(".tools button")).ToHaveTextAsync(["In"]);
    }

    [BrowserTheory]
    [InlineData("customElements")]
    [InlineData("Element.prototype.attachShadow")]
    [InlineData("fetch")]
    [InlineData("AbortController")]
    [InlineData("matchMedia")]
    public async Task The_page_leads_elsewhere_without(string lacking)
    {
        await using var chat = await VisitWithoutAsync(lacking);
        var link = chat.Page.Locator("a.policy-assistant-plain");
        await Assertions.Expect(link).ToContainTextAsync("quá cũ");
        Assert.EndsWith("/huong-dan", await link.GetAttributeAsync("href"), StringComparison.Ordinal);
        await Assertions.Expect(chat.Launcher).ToHaveCountAsync(0);
    }

    private async Task<ChatPage> VisitWithoutAsync(params string[] lacking)
    {
        var paths = JsonSerializer.Serialize(lacking);
        var chat = await VisitAsync(Remove.Replace("PATHS", paths, StringComparison.Ordinal));

        // A name that was misspelt, or that comes from elsewhere, would test nothing.
        var left = await chat.Page.EvaluateAsync<string[]>(
            $"() => {paths}.filter(path => path.split('.').reduce((object, name) => object?.[name], window) !== undefined)"
        );
        Assert.Empty(left);
        return chat;
    }

    private Task<ChatPage> VisitAsync(string before) =>
        ChatPage.OpenAsync(browser.Browser, browser.Bot.BaseAddress.ToString(), options: null, beforePage: before);
}
