using Microsoft.Playwright;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.JsClients;

public sealed class JsClientTests : IClassFixture<JsClientPackages>, IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [JsClientFact]
    public async Task DirectLineJS_converses_over_the_socket_and_by_polling()
    {
        await using var host = await DirectLineHost.StartAsync(folder);
        foreach (var mode in (string[])["stream", "poll"])
        {
            var domain = new Uri(host.BaseAddress, "/v3/directline").ToString();
            var said = await JsClientPackages.RunAsync(
                "node",
                TimeSpan.FromSeconds(40),
                "directline.mjs",
                domain,
                DirectLineHost.Secret,
                mode
            );
            Assert.Equal("hello|xin chào|echo xin chào", said.Trim());
        }
    }

    [JsClientFact(browser: true)]
    public async Task WebChat_shows_the_conversation_and_sends()
    {
        await using var host = await DirectLineHost.StartAsync(folder);
        var client = await host.CreateClientAsync("dl_webchat");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = BrowserFactAttribute.ExecutablePath, Args = BrowserFactAttribute.Arguments }
        );
        // A page that the service itself served: the browser lets no other into the local network.
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { BypassCSP = true });
        await page.GotoAsync(new Uri(host.BaseAddress, "/health/live").ToString());
        await page.SetContentAsync(
            "<!doctype html><html lang=\"vi\"><title>Web Chat</title><div id=\"chat\" style=\"height: 600px\"></div></html>"
        );
        await page.AddScriptTagAsync(
            new PageAddScriptTagOptions
            {
                Path = Path.Combine(JsClientPackages.Folder, "node_modules", "botframework-webchat", "dist", "webchat.js"),
            }
        );
        await page.EvaluateAsync(
            """
            ([domain, token]) => window.WebChat.renderWebChat({
                directLine: window.WebChat.createDirectLine({ domain, token, conversationStartProperties: { locale: 'vi-VN' } }),
                locale: 'vi-VN',
            }, document.getElementById('chat'))
            """,
            new[] { new Uri(host.BaseAddress, "/v3/directline").ToString(), client.Token }
        );

        await Assertions
            .Expect(page.GetByText("hello", new PageGetByTextOptions { Exact = true }).First)
            .ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 30_000 });
        var box = page.Locator("[data-id='webchat-sendbox-input']");
        await box.FillAsync("xin chào");
        await box.PressAsync("Enter");
        await Assertions
            .Expect(page.GetByText("echo xin chào", new PageGetByTextOptions { Exact = true }).First)
            .ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 30_000 });
        Assert.Equal(
            ["hello", "xin chào", "echo xin chào"],
            (await client.PollUntilAsync("echo xin chào")).Select(a => a!["text"]?.GetValue<string>()).OfType<string>()
        );
    }
}
