using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PolicyAssistantBot.Tests.Browser;
using PolicyAssistantBot.Tests.Support;
using PolicyAssistantBot.Tests.Support.RealParts;

namespace PolicyAssistantBot.Tests.JsClients;

/// <summary>
/// Microsoft's Agents Playground as Teams, on the width of a desk and of a phone: what an asker does from the greeting to the withdrawal,
/// and the card in the officials' channel. It needs nothing outside of this machine: what its page wants from elsewhere (fonts) is refused.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed partial class AgentsPlaygroundTests(BrowserFixture browser) : IClassFixture<JsClientPackages>
{
    /// <summary>The Playground's channel "General".</summary>
    private const string OfficialsChannel = "team-id";
    private const string Reply = "Hồ sơ gồm tờ khai quy mô.";

    [JsClientTheory(browser: true)]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Greets_answers_takes_a_request_shows_the_reply_and_withdraws(int width)
    {
        using var folder = new TempFolder();
        var port = ChildServer.FindPort();
        var root = $"http://localhost:{port.ToString(CultureInfo.InvariantCulture)}/";
        await using var bot = await ServerProcess.StartAsync(
            folder.Path,
            settings:
            [
                ("ASPNETCORE_ENVIRONMENT", "Development"),
                ("Bot__AllowAnonymous", "true"),
                ("Requests__UndoWindow", "00:00:00"),
                ("Teams__OfficialsChannelId", OfficialsChannel),
                ("Teams__ServiceUrl", $"{root}_connector"),
                ("Teams__BotId", "00000000-0000-0000-0000-00000000000011"),
                ("Teams__PublicUrl", "http://127.0.0.1"),
            ]
        );
        using var playgroundFolder = new TempFolder();
        await using var playground = await StartAsync(playgroundFolder, bot.BaseAddress, port);
        await using var context = await browser.Browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new() { Width = width, Height = 800 },
            }
        );
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        await page.RouteAsync(
            url => !Uri.TryCreate(url, UriKind.Absolute, out var address) || address is { Scheme: "http" or "https", IsLoopback: false },
            route => route.AbortAsync()
        );
        await page.GotoAsync(root);
        await Shown(page, "Xin chào anh/chị!");
        var isNarrow = width < 600;
        if (isNarrow)
        {
            await page.GetByTitle("Toggle Log Panel").ClickAsync();
            await ToggleListAsync(page);
        }

        await SayAsync(page, "Doanh nghiệp nhỏ được hỗ trợ phí tư vấn thế nào?");
        await Shown(page, "Căn cứ");

        await SayAsync(page, "gửi yêu cầu");
        await page.GetByLabel("Tên doanh nghiệp").FillAsync("Công ty TNHH Bình Minh");
        await page.GetByLabel("Mã số thuế").FillAsync("0100109106");
        await page.GetByLabel("Phường, xã").FillAsync("phuong cua nam");
        await ChooseAsync(page, "Lĩnh vực hoạt động chính");
        await PressAsync(page, "Bước sau");
        await ChooseAsync(page, "Loại yêu cầu");
        await page.GetByLabel("Nội dung").FillAsync("Đề nghị hướng dẫn hồ sơ hỗ trợ tư vấn.");
        await PressAsync(page, "Bước sau");
        await page.GetByLabel("Người liên hệ").FillAsync("Trần Văn An");
        await page.GetByLabel("Điện thoại", new() { Exact = true }).FillAsync("0912345678");
        foreach (var consent in await page.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await consent.CheckAsync();
        }

        await PressAsync(page, "Tiếp tục");
        await Shown(page, "Anh/chị xem lại trước khi gửi");
        await PressAsync(page, "Gửi");
        var sent = page.GetByText(CaseNumber()).Last;
        await Assertions.Expect(sent).ToBeVisibleAsync();
        var number = CaseNumber().Match(await sent.InnerTextAsync()).Value;

        await (isNarrow ? ToggleListAsync(page) : Task.CompletedTask);
        await page.GetByText("General").First.ClickAsync();
        await Assertions.Expect(page.GetByText("Mới gửi").Last).ToBeVisibleAsync();
        await Shown(page, number);
        await page.GetByText("Personal Chat").First.ClickAsync();
        await (isNarrow ? ToggleListAsync(page) : Task.CompletedTask);

        await SayAsync(page, "Tra cứu yêu cầu");
        await Shown(page, "Các yêu cầu anh/chị đã gửi từ đây");
        await Shown(page, number);

        await using var desk = await DeskPage.SignInAsync(browser.Browser, bot.BaseAddress, folder.Path);
        await desk.TakeAndReplyAsync(number, Reply);
        await Shown(page, Reply);
        await SayAsync(page, $"{number}: Tôi đã có tờ khai, nộp ở đâu?");
        await Assertions.Expect(page.GetByText(number).Last).ToBeVisibleAsync();
        await desk.Page.ReloadAsync();
        await Assertions.Expect(desk.Page.Locator("#thread")).ToContainTextAsync("Tôi đã có tờ khai, nộp ở đâu?");

        await SayAsync(page, $"rút yêu cầu {number}");
        await Shown(page, "Anh/chị muốn rút yêu cầu");
        await SayAsync(page, "có");
        await Shown(page, "Đã rút yêu cầu");
    }

    private static Task<ChildServer> StartAsync(TempFolder folder, Uri bot, int port)
    {
        var program = Path.Combine(JsClientPackages.Folder, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");
        return ChildServer.StartAsync(
            "node",
            folder,
            new DnsEndPoint("localhost", port),
            program,
            "start",
            "--app-endpoint",
            new Uri(bot, "api/messages").ToString(),
            "--channel-id",
            "msteams",
            "--port",
            port.ToString(CultureInfo.InvariantCulture),
            "--disable-telemetry"
        );
    }

    private static Task ToggleListAsync(IPage page) => page.GetByTitle("Toggle app bar and conversation window").ClickAsync();

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator("[data-lexical-editor=true]").ClickAsync();
        await page.Keyboard.InsertTextAsync(text);
        await PressAsync(page, "Send Message");
    }

    /// <summary>The second choice of a list.</summary>
    private static async Task ChooseAsync(IPage page, string label)
    {
        await page.GetByLabel(label).Last.ClickAsync();
        await page.GetByRole(AriaRole.Option).Nth(1).ClickAsync();
    }

    private static Task PressAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last.ClickAsync();

    private static Task Shown(IPage page, string text) => Assertions.Expect(page.GetByText(text).Last).ToBeVisibleAsync();

    [GeneratedRegex("HN-[0-9]{4}-[0-9]{6}-[0-9]")]
    private static partial Regex CaseNumber();
}
