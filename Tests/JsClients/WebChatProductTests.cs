using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Browser;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.JsClients;

/// <summary>Microsoft's own Web Chat against the real program: what an asker does from the first question to the case number.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class WebChatProductTests(BrowserFixture browser) : IClassFixture<JsClientPackages>
{
    [JsClientFact(browser: true)]
    public async Task Asks_votes_uploads_fills_in_the_form_sends_it_and_looks_at_the_case()
    {
        await using var context = await browser.Browser.NewContextAsync(new BrowserNewContextOptions { BypassCSP = true });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        List<string> complaints = [];
        List<Task<string?>> unknownActions = [];
        page.Console += (_, message) =>
        {
            if (message.Type != "error")
            {
                return;
            }

            if (message.Text.Contains("Adaptive Card", StringComparison.OrdinalIgnoreCase))
            {
                complaints.Add(message.Text);
            }
            else if (message.Args.Count == 1)
            {
                // Web Chat logs an action that it does not know in a message of its own, after the complaint.
                unknownActions.Add(message.Args[0].EvaluateAsync<string?>("logged => logged?.getJsonTypeName?.() ?? null"));
            }
        };
        await OpenAsync(page);

        // A screen in English: the language is the one that the person writes.
        await Shown(page, "Xin chào anh/chị!");
        await SayAsync(page, "Doanh nghiệp nhỏ được hỗ trợ phí tư vấn thế nào?");
        await Shown(page, "Căn cứ");
        await Assertions.Expect(page.GetByText("[1]").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "👍 Hữu ích" }).Last.ClickAsync();
        await Shown(page, "Cảm ơn anh/chị đã đánh giá.");

        await page.Locator("input[type=file]")
            .First.SetInputFilesAsync(
                new FilePayload
                {
                    Name = "bang luong.pdf",
                    MimeType = "application/pdf",
                    Buffer = SampleFiles.Pdf,
                }
            );
        await Shown(page, "chưa thuộc yêu cầu nào");

        await SayAsync(page, "gửi yêu cầu");
        var form = page.Locator(".ac-adaptiveCard").Last;
        await form.GetByLabel("Tên doanh nghiệp").FillAsync("Công ty TNHH Bình Minh");
        await form.GetByLabel("Mã số thuế").FillAsync("0100109106");
        await form.GetByLabel("Phường, xã").FillAsync("phuong cua nam");
        await form.Locator("select").Nth(0).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await form.GetByRole(AriaRole.Button, new() { Name = "Bước sau" }).ClickAsync();
        await form.Locator("select").Nth(1).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await form.Locator("textarea").FillAsync("Đề nghị hướng dẫn hồ sơ hỗ trợ tư vấn.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Bước sau" }).ClickAsync();
        await form.GetByLabel("Người liên hệ").FillAsync("Trần Văn An");
        await form.GetByRole(AriaRole.Textbox, new() { Name = "Email" }).FillAsync("an@example.vn");
        foreach (var consent in await form.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await consent.CheckAsync();
        }

        await form.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await Shown(page, "Anh/chị xem lại trước khi gửi");
        await page.Locator(".ac-adaptiveCard").Last.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        var sent = page.GetByText(CaseNumber()).First;
        await Assertions.Expect(sent).ToBeVisibleAsync();
        var number = CaseNumber().Match(await sent.InnerTextAsync()).Value;

        await SayAsync(page, number);
        await Shown(page, "Tình trạng");

        // The steps of the form: the card itself has carried these actions out.
        var types = (await Task.WhenAll(unknownActions)).OfType<string>().ToList();
        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.Equal("Action.ToggleVisibility", type));
        Assert.Equal(Enumerable.Repeat("Web Chat: received unknown action from Adaptive Cards", types.Count), complaints);
    }

    private async Task OpenAsync(IPage page)
    {
        // A page that the service itself served: the browser lets no other into the local network.
        await page.GotoAsync(new Uri(browser.Bot.BaseAddress, "/health/live").ToString());
        await page.SetContentAsync(
            "<!doctype html><html lang=\"en\"><title>Web Chat</title><div id=\"chat\" style=\"height: 700px\"></div></html>"
        );
        var bundle = Path.Combine(JsClientPackages.Folder, "node_modules", "botframework-webchat", "dist", "webchat.js");
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = bundle });
        await page.EvaluateAsync(
            """
            async () => {
                const granted = await fetch('/api/widget/token', {
                    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"locale":"en-US"}',
                });
                const { token } = await granted.json();
                const domain = `${location.origin}/v3/directline`;
                window.WebChat.renderWebChat({
                    directLine: window.WebChat.createDirectLine({ domain, token, conversationStartProperties: { locale: 'en-US' } }),
                    locale: 'en-US',
                    styleOptions: { sendAttachmentOn: 'attach' },
                }, document.getElementById('chat'));
            }
            """
        );
    }

    private static async Task SayAsync(IPage page, string text)
    {
        var box = page.Locator("[data-id='webchat-sendbox-input']");
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    private static Task Shown(IPage page, string text) => Assertions.Expect(page.GetByText(text).Last).ToBeVisibleAsync();

    [GeneratedRegex("HN-[0-9]{4}-[0-9]{6}-[0-9]")]
    private static partial Regex CaseNumber();
}
