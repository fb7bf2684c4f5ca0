using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>What a visitor sees first, and how an answer is laid out.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AnswerLooksTests(BrowserFixture browser)
{
    private const string Question = "muon tro thanh nha cung ung cho doanh nghiep FDI can dap ung nhung gi";

    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new ViewportSize { Width = 360, Height = 740 },
        HasTouch = true,
        IsMobile = true,
    };

    [BrowserFact]
    public async Task The_greeting_and_all_its_examples_fit_a_phone()
    {
        await using var chat = await browser.VisitAsync("/", Phone);
        await chat.OpenChatAsync();
        await Assertions.Expect(chat.Panel.Locator(".card .ac-selectable:not(button)")).ToHaveCountAsync(5);
        await Assertions.Expect(chat.Panel.Locator(".bubble").First).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(chat.Panel.Locator(".card .ac-selectable:not(button)").Last).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [BrowserFact]
    public async Task A_sign_that_an_answer_comes_is_shown_before_the_server_says_anything()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        var release = new TaskCompletionSource();
        await chat.Page.RouteAsync(
            "**/activities",
            async route =>
            {
                await release.Task;
                await route.ContinueAsync();
            }
        );
        await chat.Box.FillAsync(Question);
        await chat.Box.PressAsync("Enter");
        await Assertions.Expect(chat.Panel.Locator(".typing i")).ToHaveCountAsync(3);
        release.SetResult();
        await Assertions.Expect(chat.Panel.Locator(".typing i")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Sources_unfold_with_a_link_to_the_page_of_the_article_and_votes_stay_pressed()
    {
        await using var chat = await browser.VisitAsync();
        await chat.OpenChatAsync();
        var answer = await chat.AskAsync(Question);
        var fold = answer.Locator(".card .ac-pushButton[aria-controls]", new() { HasText = "Căn cứ (" });
        var page = answer.Locator(".card a[href*='/huong-dan/']").First;
        await Assertions.Expect(fold).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(page).ToBeHiddenAsync();
        await fold.ClickAsync();
        await Assertions.Expect(page).ToBeVisibleAsync();
        await Assertions.Expect(fold).ToHaveAttributeAsync("aria-expanded", "true");
        await fold.ClickAsync();
        await Assertions.Expect(page).ToBeHiddenAsync();
        await Assertions.Expect(fold).ToHaveAttributeAsync("aria-expanded", "false");
        await fold.ClickAsync();
        var response = await chat.Page.APIRequest.GetAsync((await page.GetAttributeAsync("href"))!);
        Assert.Equal(200, response.Status);

        await Assertions.Expect(answer.Locator(".card .ac-pushButton.style-positive")).ToHaveTextAsync(["Hỏi cán bộ"]);
        var useful = answer.Locator(".votes button").First;
        await Assertions.Expect(useful).ToHaveAttributeAsync("aria-pressed", "false");
        await useful.ClickAsync();
        await Assertions.Expect(useful).ToHaveAttributeAsync("aria-pressed", "true");
        var thanks = chat.Theirs.Filter(new() { HasText = "Cảm ơn anh/chị đã đánh giá" });
        await Assertions.Expect(thanks).ToHaveCountAsync(1);
        await useful.ClickAsync();
        await chat.Page.ReloadAsync();
        await Assertions.Expect(chat.Panel.Locator(".votes button").First).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(thanks).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_low_window_keeps_most_of_its_height_for_the_conversation()
    {
        await using var chat = await browser.VisitAsync(
            "/",
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 320, Height = 256 },
            }
        );
        await chat.OpenChatAsync();
        Assert.True((await chat.Panel.Locator(".log").BoundingBoxAsync())!.Height >= 150);
        Assert.Equal(0, await chat.OverflowAsync());
    }
}
