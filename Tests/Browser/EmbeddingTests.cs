using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>The widget on pages of others.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EmbeddingTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task A_page_of_an_allowed_origin_talks_to_the_assistant_under_its_own_strict_policy()
    {
        await using var chat = await browser.VisitAsync(browser.Allowed);
        await chat.OpenChatAsync();
        await chat.AskAsync("doanh nghiep nho la gi");
        Assert.Equal("fixed", await chat.Page.EvalOnSelectorAsync<string>("policy-assistant", "e => getComputedStyle(e).position"));
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task A_page_of_another_origin_is_told_that_it_may_not()
    {
        await using var chat = await browser.VisitAsync(browser.Stranger);
        await chat.Launcher.ClickAsync();
        await Assertions.Expect(chat.Panel.Locator(".status")).ToContainTextAsync("chưa được phép");
        await Assertions.Expect(chat.Theirs).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_page_of_the_server_can_be_framed_by_nobody()
    {
        await using var chat = await browser.VisitAsync(browser.Stranger);
        var headers = await chat.Page.APIRequest.GetAsync(browser.Bot.BaseAddress.ToString());
        Assert.Contains("frame-ancestors 'none'", headers.Headers["content-security-policy"], StringComparison.Ordinal);
    }
}
