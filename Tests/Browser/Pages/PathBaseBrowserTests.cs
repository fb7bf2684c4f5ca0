using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Support;
using PolicyAssistantBot.Tests.Support.RealParts;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>The real program below a path of another site, behind the real nginx, in a real browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PathBaseBrowserTests : IAsyncLifetime
{
    private const string Question = "Thế nào là doanh nghiệp nhỏ và vừa?";
    private const string Reply = "Hồ sơ gồm tờ khai quy mô.";

    private readonly TempFolder folder = new();
    private readonly Uri root = new($"https://{NginxServer.HostName}{NginxServer.PathBase}/");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    [BrowserFact(NginxServer.Program)]
    public async Task The_chat_the_pages_and_the_desk_work_below_a_path_and_no_request_leaves_it()
    {
        await using var bot = await ServerProcess.StartAsync(
            folder.Path,
            settings: [("AllowedHosts", NginxServer.HostName), ("Forwarding:AllowedPrefixes:0", NginxServer.PathBase)]
        );
        await using var nginx = await NginxServer.StartAsync(bot.BaseAddress, NginxServer.PathSite);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = BrowserFactAttribute.ExecutablePath,
                Args = [.. BrowserFactAttribute.Arguments, nginx.BrowserArgument],
            }
        );
        var options = new BrowserNewContextOptions { IgnoreHTTPSErrors = true, Locale = "vi-VN" };
        var (requests, sockets) = (new List<string>(), new List<string>());
        await using var chat = await ChatPage.OpenAsync(browser, new Uri(root, "huong-dan").ToString(), options);
        Listen(chat.Page, requests, sockets);

        await chat.Page.Locator("main a[href*='/chu-de/']").First.ClickAsync();
        await chat.Page.Locator("main a[href*='/huong-dan/']").Last.ClickAsync();
        await Assertions.Expect(chat.Page.Locator("h1")).ToBeVisibleAsync();
        await chat.Page.GotoAsync(root.ToString());
        await chat.OpenChatAsync();
        await chat.AskAsync(Question);
        var number = await JourneyTests.SendRequestAsync(chat);
        await chat
            .Panel.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "to-khai.pdf",
                    MimeType = "application/pdf",
                    Buffer = SampleFiles.Pdf,
                }
            );
        await chat.Panel.GetByRole(AriaRole.Button, new() { Name = "Gửi tin nhắn" }).ClickAsync();
        await Assertions.Expect(chat.Panel.Locator(".message.mine .file")).ToHaveTextAsync(["to-khai.pdf"]);

        await using var desk = await DeskPage.SignInAsync(browser, root, folder.Path, options);
        Listen(desk.Page, requests, sockets);
        await desk.TakeAndReplyAsync(number, Reply);
        await Assertions.Expect(chat.Panel.Locator(".message.human", new() { HasText = Reply })).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("u");
        await Assertions.Expect(desk.Page.Locator("#list")).ToBeVisibleAsync();
        await desk.Page.Locator("header .who summary").ClickAsync();
        await desk.Page.Locator("header .who a[hreflang=en]").ClickAsync();
        await Assertions.Expect(desk.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");

        // Every link that the chat shows leads to a page of the service.
        foreach (var link in await chat.Panel.Locator("a[href]").EvaluateAllAsync<string[]>("links => links.map(a => a.href)"))
        {
            Assert.True(
                !link.Contains(NginxServer.HostName, StringComparison.Ordinal)
                    || link.StartsWith(root.ToString(), StringComparison.Ordinal),
                link
            );
        }

        Assert.NotEmpty(sockets);
        Assert.All(
            sockets,
            socket =>
                Assert.StartsWith(root.ToString().Replace("https:", "wss:", StringComparison.Ordinal), socket, StringComparison.Ordinal)
        );
        Assert.True(requests.Count > 30, $"{requests.Count} requests");
        Assert.All(requests, request => Assert.StartsWith(root.ToString(), request, StringComparison.Ordinal));
        Assert.All(nginx.ReadAddresses(), address => Assert.StartsWith($"{NginxServer.PathBase}/", address, StringComparison.Ordinal));
        chat.AssertNoComplaints();
    }

    private static void Listen(IPage page, List<string> requests, List<string> sockets)
    {
        page.Context.Request += (_, request) => requests.Add(request.Url);
        page.WebSocket += (_, socket) => sockets.Add(socket.Url);
    }
}
