using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>
/// The five most common jobs of an official, from the list and with a case that nobody has, counted in activations: each click, key or
/// scroll is one; typing into the box that is in view is none.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ReplyBarTests(BrowserFixture browser)
{
    private const string Text = "Được hỗ trợ tối đa 50 % giá trị hợp đồng.";

    private static readonly (int Width, int Height)[] Sizes = [(1366, 820), (820, 1180), (360, 740)];

    [BrowserFact]
    public async Task The_common_jobs_take_few_activations()
    {
        foreach (var (width, height) in Sizes)
        {
            await CountJobsAsync(width, height);
        }
    }

    private async Task CountJobsAsync(int width, int height)
    {
        await using var site = await DeskSite.OpenAsync();
        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "lan", Roles.Official, complaints);
        await using var context = page.Context;
        await page.SetViewportSizeAsync(width, height);

        await DoAsync(site, page, 2, CaseStatus.Answered, "reply", async count => await TypeAndSendAsync(page, count));
        await DoAsync(
            site,
            page,
            3,
            CaseStatus.Answered,
            "reply with a template",
            async count =>
            {
                await page.Locator("#reply-text").PressSequentiallyAsync("/ket");
                await Assertions.Expect(page.Locator("#templates li")).ToHaveCountAsync(1);
                await count(() => page.Keyboard.PressAsync("Enter"));
                await Assertions.Expect(page.Locator("#reply-text")).Not.ToHaveValueAsync("/ket");
                await count(() => ClickInViewAsync(page, "#reply button.send"));
            }
        );
        await DoAsync(
            site,
            page,
            4,
            CaseStatus.Answered,
            "reply with a file",
            async count =>
            {
                await page.Locator("#reply-text").FillAsync(Text);
                await count(() =>
                    page.Locator("#reply-files")
                        .SetInputFilesAsync(
                            new FilePayload
                            {
                                Name = "mau.txt",
                                MimeType = "text/plain",
                                Buffer = "Mẫu tờ khai"u8.ToArray(),
                            }
                        )
                );
                await count(() => ClickInViewAsync(page, "#reply button.send"));
            }
        );
        await DoAsync(
            site,
            page,
            3,
            CaseStatus.WaitingForAsker,
            "ask back",
            async count =>
            {
                await count(() => ClickInViewAsync(page, "label[for='mode-ask-back']"));
                await TypeAndSendAsync(page, count);
            }
        );
        await DoAsync(
            site,
            page,
            2,
            CaseStatus.Closed,
            "reply and close",
            async count =>
            {
                await page.Locator("#reply-text").FillAsync(Text);
                await count(() => ClickInViewAsync(page, "#reply button.closing"));
            }
        );
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [BrowserFact]
    public async Task The_bar_stays_in_view_and_the_page_is_accessible_in_light_and_dark()
    {
        foreach (var (width, height) in Sizes)
        {
            await LookAsync(width, height);
        }
    }

    [BrowserFact]
    public async Task A_long_reply_leaves_the_question_readable_and_a_case_opens_ready_to_be_answered()
    {
        await using var site = await DeskSite.OpenAsync();
        var number = await site.Host.SubmitAsync(Draft());
        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "lan", Roles.Official, complaints);
        await using var context = page.Context;
        foreach (var (width, height, share) in new[] { (1366, 820, 0.46), (1100, 800, 0.46), (390, 800, 0.41) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.GotoAsync(site.Address("/desk"));
            await page.ClickAsync($"a[href='/desk/cases/{number}']");
            await Assertions.Expect(page.Locator("#thread li.asker").Last).ToBeInViewportAsync();
            if (width > 400)
            {
                await Assertions.Expect(page.Locator("#reply-text")).ToBeFocusedAsync();
            }

            await page.FillAsync("#reply-text", string.Join('\n', Enumerable.Repeat(Text, 40)));
            var bar = await page.Locator(".composer").BoundingBoxAsync();
            Assert.True(bar!.Height <= height * share, $"{width}x{height}: {bar.Height}");
            await Assertions.Expect(page.Locator("#reply button.send")).ToBeInViewportAsync();
        }
    }

    private async Task LookAsync(int width, int height)
    {
        await using var site = await DeskSite.OpenAsync();
        var number = await site.Host.SubmitAsync(Draft());
        await site.Host.SubmitAsync(Sample.Draft("Hợp tác xã Đông Anh"), "c2");
        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "lan", Roles.Official, complaints);
        await using var context = page.Context;
        await page.SetViewportSizeAsync(width, height);
        await page.GotoAsync(site.Address($"/desk/cases/{number}"));
        await page.FillAsync(
            "#reply-text",
            "Kính gửi công ty, hồ sơ gồm:\n- tờ khai quy mô\n- hợp đồng tư vấn\n1) nộp trước 30/11\n2) nộp tại Sở"
        );
        await page.Locator("#reply button.send").ClickAsync();
        await Assertions.Expect(page.Locator("#done")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#thread ul.listed li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#thread ol.listed li")).ToHaveCountAsync(2);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            // Without motion, so that no colour is looked at on its way.
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await DeskSite.PictureAsync(page, $"desk-done-{width}-{scheme}.png");
            await AssertAccessibleAsync(page, $"{width} {scheme}");
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await page.GotoAsync(site.Address($"/desk/cases/{number}"));
        await DeskSite.PictureAsync(page, $"desk-case-{width}.png");
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth") <= 0);
        foreach (var top in new[] { 0, 300, 100_000 })
        {
            await page.EvaluateAsync($"() => scrollTo(0, {top})");
            await Assertions.Expect(page.Locator("#reply button.send")).ToBeInViewportAsync(new() { Ratio = 1 });
        }

        await page.Locator("label[for='mode-forward']").ClickAsync();
        await DeskSite.PictureAsync(page, $"desk-forward-{width}.png");
        await AssertAccessibleAsync(page, $"{width} forward");
        await page.Locator("label[for='mode-reply']").ClickAsync();
        await page.Locator("#reply-text").PressSequentiallyAsync("/");
        await Assertions.Expect(page.Locator("#templates li").First).ToBeVisibleAsync();
        await DeskSite.PictureAsync(page, $"desk-templates-{width}.png");
        await AssertAccessibleAsync(page, $"{width} templates");
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [BrowserFact]
    public async Task An_act_keeps_the_place_and_what_is_typed_survives_a_lost_session()
    {
        await using var site = await DeskSite.OpenAsync();
        var number = await site.Host.SubmitAsync(Draft());
        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "lan", Roles.Official, complaints);
        await using var context = page.Context;
        await page.SetViewportSizeAsync(1366, 560);
        await page.GotoAsync(site.Address($"/desk/cases/{number}"));
        await page.EvaluateAsync("() => scrollTo(0, 150)");
        await page.FillAsync("#reply-text", "Câu trả lời dở dang");
        await Assertions.Expect(page.Locator("#draft")).ToContainTextAsync("Bản nháp lúc");
        await page.Locator("form[action$='/take'] button").ClickAsync();
        await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("Anh/chị đã nhận xử lý yêu cầu này.");
        Assert.InRange(await page.EvaluateAsync<int>("() => scrollY"), 100, 200);
        await Assertions.Expect(page.Locator("#reply-text")).ToHaveValueAsync("Câu trả lời dở dang");

        // The session ends while the official types: the text stays, and is sent after signing in in another tab.
        await page.Locator("#reply-text").FillAsync("Câu trả lời đầy đủ");
        await page.Context.ClearCookiesAsync(new() { Name = "desk" });
        await page.Locator("#reply button.send").ClickAsync();
        await Assertions.Expect(page.Locator("#session-ended")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#reply-text")).ToHaveValueAsync("Câu trả lời đầy đủ");
        var tab = await page.Context.RunAndWaitForPageAsync(() => page.Locator("#session-ended a").ClickAsync());
        await tab.FillAsync("#userName", "lan");
        await tab.FillAsync("#password", PolicyAssistantBot.Tests.Desk.DeskHost.Password);
        await tab.PressAsync("#password", "Enter");
        await Assertions.Expect(tab.Locator("#reply-text")).ToHaveValueAsync("Câu trả lời dở dang");
        await page.Locator("#reply button.send").ClickAsync();
        await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("Đã gửi câu trả lời.");
        Assert.Equal("Câu trả lời đầy đủ", (await site.Host.FindAsync(number)).History[^1].Text);
    }

    private static RequestDraft Draft() =>
        Sample.Draft("Công ty TNHH Bình Minh") with
        {
            Content =
                "Công ty muốn được hỗ trợ phí tư vấn chuyển đổi số trong năm 2026. Xin cho biết hồ sơ gồm những gì, nộp ở đâu và bao lâu "
                + "thì có kết quả; chúng tôi đã có hợp đồng với đơn vị tư vấn.",
            Revenue = null,
        };

    /// <summary>A control that is not in view would need a scroll, which counts.</summary>
    private static async Task ClickInViewAsync(IPage page, string selector)
    {
        await Assertions.Expect(page.Locator(selector)).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Locator(selector).ClickAsync();
    }

    private static async Task TypeAndSendAsync(IPage page, Func<Func<Task>, Task> count)
    {
        await Assertions.Expect(page.Locator("#reply-text")).ToBeInViewportAsync();
        await page.Locator("#reply-text").FillAsync(Text);
        await count(() => ClickInViewAsync(page, "#reply button.send"));
    }

    /// <summary>Opens a new case from the list and does the job.</summary>
    private static async Task DoAsync(
        DeskSite site,
        IPage page,
        int budget,
        CaseStatus expected,
        string job,
        Func<Func<Func<Task>, Task>, Task> work
    )
    {
        var number = await site.Host.SubmitAsync(Draft(), $"{job}-{page.ViewportSize!.Width}");
        await page.GotoAsync(site.Address("/desk?view=unassigned"));
        var activations = 0;
        await CountAsync(() => page.Locator($"main a[href='/desk/cases/{number}']").First.ClickAsync());
        await work(CountAsync);
        await Assertions.Expect(page.Locator("#done")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator($".summary .status.{expected}")).ToBeVisibleAsync();
        Assert.True(activations <= budget, $"{job}: {activations} activations, {budget} allowed");

        async Task CountAsync(Func<Task> activate)
        {
            activations++;
            await activate();
        }
    }

    private static async Task AssertAccessibleAsync(IPage page, string where)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{where}: {v.Id} {n.Target} {n.Html}")));
    }
}
