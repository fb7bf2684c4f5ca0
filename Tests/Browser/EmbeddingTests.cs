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

    /// <summary>A script of type module, or one that a tag manager appends, is not the document's current script.</summary>
    [BrowserTheory]
    [InlineData("/module")]
    [InlineData("/injected")]
    [InlineData("/twice")]
    public async Task The_widget_works_however_the_page_runs_its_script(string path)
    {
        await using var chat = await browser.VisitAsync(browser.Allowed, path);
        await Assertions.Expect(chat.Page.Locator("policy-assistant")).ToHaveCountAsync(1);
        await chat.OpenChatAsync();
        await chat.AskAsync("doanh nghiep nho la gi");
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task An_element_that_the_page_moves_or_takes_away_and_puts_back_works()
    {
        await using var chat = await browser.VisitAsync(browser.Allowed);
        await chat.OpenChatAsync();
        await chat.Page.EvaluateAsync("() => document.body.prepend(document.querySelector('policy-assistant'))");
        await chat.AskAsync("doanh nghiep nho la gi");
        await chat.Page.EvaluateAsync(
            "async () => { const chat = document.querySelector('policy-assistant'); chat.remove(); await new Promise(r => setTimeout(r)); "
                + "document.body.append(chat); }"
        );
        await Assertions.Expect(chat.Panel).ToHaveCountAsync(1);
        await Assertions.Expect(chat.Mine).ToHaveCountAsync(1);
        await chat.AskAsync("vốn điều lệ là gì");
        await Assertions.Expect(chat.Mine).ToHaveCountAsync(2);
        chat.AssertNoComplaints();
    }

    /// <summary>The script is a copy that another site serves: the addresses in answers are still those of the service.</summary>
    [BrowserFact]
    public async Task Links_of_answers_lead_to_the_service_wherever_the_script_comes_from()
    {
        await using var chat = await browser.VisitAsync(browser.Allowed, "/empty");
        await chat.Page.RouteAsync(
            browser.Allowed.Origin + "/widget/**",
            async route =>
            {
                var file = new Uri(browser.Bot.BaseAddress, new Uri(route.Request.Url).AbsolutePath);
                await route.FulfillAsync(new() { Response = await chat.Page.APIRequest.GetAsync(file.ToString()) });
            }
        );
        await chat.Page.GotoAsync(browser.Allowed.Origin + "/own-copy");
        await chat.OpenChatAsync();
        var answer = await chat.AskAsync("Doanh nghiệp nhỏ được hỗ trợ phí tư vấn thế nào?");
        await answer.Locator(".card .ac-pushButton[aria-controls]", new() { HasText = "Căn cứ (" }).ClickAsync();
        var link = answer.Locator(".card a[href*='/huong-dan/']").First;
        await Assertions.Expect(link).ToBeVisibleAsync();
        Assert.StartsWith(browser.Bot.BaseAddress.ToString(), await link.GetAttributeAsync("href"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_page_that_allows_no_markup_from_scripts_gets_the_form_too()
    {
        await using var chat = await browser.VisitAsync(browser.Allowed, "/trusted-types");
        await chat.OpenChatAsync();
        await chat.AskAsync("doanh nghiep nho la gi");
        await Assertions.Expect(chat.Panel.Locator(".card .ac-pushButton").First).ToBeVisibleAsync();
        await chat.AskAsync("gửi yêu cầu");
        await Assertions.Expect(chat.Panel.Locator(".card.form input").First).ToBeVisibleAsync();
        chat.AssertNoComplaints();
    }

    [BrowserFact]
    public async Task The_page_s_own_rules_for_everything_do_not_reach_the_chat()
    {
        await using var chat = await browser.VisitAsync(browser.Allowed, "/hostile");
        await chat.OpenChatAsync();
        await chat.AskAsync("doanh nghiep nho la gi");
        Assert.Equal("fixed", await chat.Page.EvalOnSelectorAsync<string>("policy-assistant", "e => getComputedStyle(e).position"));
        foreach (var part in new[] { chat.Panel.Locator(".bubble").First, chat.Box, chat.Panel.Locator("header h2") })
        {
            var looks = await part.EvaluateAsync<string>(
                "e => { const s = getComputedStyle(e); return [s.letterSpacing, s.textTransform, s.direction, s.color].join('|') }"
            );
            Assert.StartsWith("normal|none|ltr|", looks, StringComparison.Ordinal);
            Assert.DoesNotContain("rgb(255, 0, 0)", looks, StringComparison.Ordinal);
        }
    }
}
