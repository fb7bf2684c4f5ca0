using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>The whole path in Chromium: write, review, publish, ask in the chat, take it back, ask again.</summary>
[Collection(BrowserCollection.Name)]
public sealed class StudioJourneyTests(BrowserFixture browser) : IDisposable
{
    private const string Key = "B0-procedure-duties";
    private const string Question = "Nhận hỗ trợ của nhà nước thì doanh nghiệp phải làm gì?";
    private const string NewWords = "Doanh nghiệp giữ hồ sơ tại trụ sở.";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [BrowserFact]
    public async Task An_article_is_written_reviewed_published_asked_for_and_taken_back()
    {
        await using var server = await ServerProcess.StartAsync(folder.Path, settings: ("Knowledge__Source", "Database"));
        await CreateAccountsAsync();
        await using var editor = await SignInAsync(server, "mai");
        await using var reviewer = await SignInAsync(server, "nam");
        await using var publisher = await SignInAsync(server, "hoa");

        // Whoever only keeps the articles begins in the Studio.
        var page = editor.Pages[0];
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Việc hôm nay");
        await DeskSite.PictureAsync(page, "studio-today.png");
        await page.ClickAsync("nav.views a[href='/studio/articles']");
        await page.FillAsync("#search", "nghĩa vụ khi nhận hỗ trợ");
        await page.FillAsync("#search", Key);
        await page.PressAsync("#search", "Enter");
        await page.ClickAsync($"main a[href='/studio/articles/{Key}']");
        await ClickAsync(page, "Sửa bài này");
        var box = page.Locator("#text-vi-answer");
        await box.FillAsync($"{await box.InputValueAsync()} {NewWords}");
        var english = page.Locator("#text-en-answer");
        await english.FillAsync($"{await english.InputValueAsync()} The enterprise keeps its papers at its seat.");
        await ClickAsync(page, "Lưu và kiểm tra");
        await Assertions.Expect(page.Locator("main [role=status]").First).ToHaveTextAsync("Đã lưu.");
        await Assertions.Expect(page.GetByText("Không có lỗi kiểm tra.")).ToBeVisibleAsync();
        await DeskSite.PictureAsync(page, "studio-editor.png");
        await page.FillAsync("#reason", "Nói rõ nơi giữ hồ sơ");
        await ClickAsync(page, "Gửi thẩm định");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Thẩm định");

        var review = reviewer.Pages[0];
        await review.GotoAsync(new Uri(server.BaseAddress, $"/studio/drafts/{Key}/review").ToString());
        await ReloadUntilAsync(review, review.GetByText("Được xuất bản:"));
        await Assertions.Expect(review.Locator("ins").First).ToContainTextAsync("giữ hồ sơ tại trụ sở");
        await DeskSite.PictureAsync(review, "studio-review.png");
        await ClickAsync(review, "Duyệt");
        await Assertions.Expect(review.GetByText("Đã được Cán bộ nam duyệt.")).ToBeVisibleAsync();

        var publish = publisher.Pages[0];
        await publish.ReloadAsync();
        await publish.ClickAsync($"main a[href='/studio/drafts/{Key}/review']");
        await ClickAsync(publish, "Xuất bản ngay");
        await Assertions.Expect(publish.Locator("main [role=status]").First).ToContainTextAsync("Đã xuất bản");
        await DeskSite.PictureAsync(publish, "studio-sets.png");
        Assert.Contains(NewWords, await AskAsync(server), StringComparison.Ordinal);

        await publish.ClickAsync("main a[href='/studio/sets/1/rollback']");
        await publish.FillAsync("#reason", "Chưa thống nhất");
        await ClickAsync(publish, "Quay lại ngay");
        await Assertions.Expect(publish.Locator("main [role=status]").First).ToContainTextAsync("Đã quay lại");
        Assert.DoesNotContain(NewWords, await AskAsync(server), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_editor_follows_what_is_typed_and_a_closed_browser_or_an_ended_session_loses_nothing()
    {
        await using var server = await ServerProcess.StartAsync(folder.Path, settings: ("Knowledge__Source", "Database"));
        await CreateAccountsAsync();
        await using (var first = await SignInAsync(server, "mai"))
        {
            var page = first.Pages[0];
            await page.GotoAsync(new Uri(server.BaseAddress, $"/studio/articles/{Key}").ToString());
            await ClickAsync(page, "Sửa bài này");
            await OpenedByAnotherAsync(server, page);

            // Typed letter by letter, as an input method for Vietnamese sends it: the card follows, and no letter is lost.
            var box = page.Locator("#text-vi-answer");
            await box.FocusAsync();
            await page.Keyboard.PressAsync("Control+End");
            await page.Keyboard.TypeAsync($" {NewWords}");
            await Assertions.Expect(page.Locator("#preview")).ToContainTextAsync(NewWords);
            await Assertions.Expect(box).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($"{NewWords}$"));
            await page.Keyboard.TypeAsync(" Phạt 45 triệu đồng.");
            await Assertions.Expect(page.Locator("#section-answer .live").First).ToContainTextAsync("45 triệu đồng");
            await Assertions.Expect(page.Locator("#kept")).ToContainTextAsync("Đã giữ lúc", new() { Timeout = 20_000 });
        }

        await using var second = await SignInAsync(server, "mai");
        var again = second.Pages[0];
        await again.GotoAsync(new Uri(server.BaseAddress, $"/studio/drafts/{Key}").ToString());
        await Assertions.Expect(again.Locator("#text-vi-answer")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("45 triệu"));

        // The session ends while more is typed.
        await second.ClearCookiesAsync();
        await again.Locator("#text-en-answer").FocusAsync();
        await again.Keyboard.PressAsync("Control+End");
        await again.Keyboard.TypeAsync(" The papers stay at the seat.");
        await Assertions.Expect(again.Locator("#kept")).ToContainTextAsync("giữ trong trình duyệt này", new() { Timeout = 20_000 });
        await FillSignInAsync(server, again, "mai");
        await again.GotoAsync(new Uri(server.BaseAddress, $"/studio/drafts/{Key}").ToString());
        await Assertions
            .Expect(again.Locator("#text-en-answer"))
            .ToHaveValueAsync(new System.Text.RegularExpressions.Regex("The papers stay at the seat"));
        await Assertions.Expect(again.Locator("#text-vi-answer")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("45 triệu"));
    }

    private async Task OpenedByAnotherAsync(ServerProcess server, IPage page)
    {
        await using var other = await SignInAsync(server, "lan");
        await other.Pages[0].GotoAsync(new Uri(server.BaseAddress, $"/studio/drafts/{Key}").ToString());
        await Assertions.Expect(other.Pages[0].Locator("#here")).ToContainTextAsync("Cán bộ mai");
        await Assertions.Expect(page.Locator("#here")).ToContainTextAsync("Cán bộ lan", new() { Timeout = 5_000 });
    }

    private async Task<string> AskAsync(ServerProcess server)
    {
        await using var chat = await ChatPage.OpenAsync(browser.Browser, server.BaseAddress.ToString(), options: null);
        await chat.OpenChatAsync();
        var answer = await chat.AskAsync(Question);
        await Assertions.Expect(answer).ToContainTextAsync("Doanh nghiệp phải cung cấp thông tin");
        return await answer.InnerTextAsync();
    }

    private static Task ClickAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static async Task ReloadUntilAsync(IPage page, ILocator wanted)
    {
        await Wait.UntilAsync(async () =>
        {
            await page.ReloadAsync();
            return await wanted.IsVisibleAsync();
        });
    }

    private async Task<IBrowserContext> SignInAsync(ServerProcess server, string name)
    {
        var context = await browser.Browser.NewContextAsync(new() { Locale = "vi-VN" });
        context.SetDefaultTimeout(60_000);
        await FillSignInAsync(server, await context.NewPageAsync(), name);
        return context;
    }

    private static async Task FillSignInAsync(ServerProcess server, IPage page, string name)
    {
        await page.GotoAsync(new Uri(server.BaseAddress, "/studio").ToString());
        await page.FillAsync("#userName", name);
        await page.FillAsync("#password", DeskHost.Password);
        await page.PressAsync("#password", "Enter");
        await Assertions.Expect(page.Locator("header .who")).ToBeVisibleAsync();
    }

    private async Task CreateAccountsAsync()
    {
        // The first administrator is made after the start, and an account needs one to be there.
        await Wait.UntilAsync(() => File.Exists(folder.File("first-password.txt")));
        await using var host = await StorageHost.OpenAsync(
            folder,
            DatabaseKind.Sqlite,
            services => services.AddLogging().AddAccess(),
            ("Access:HashIterations", "1000")
        );
        var accounts = host.Get<AccountStore>();
        foreach (
            var (name, roles) in new[] { ("mai", Roles.Editor), ("lan", Roles.Editor), ("nam", Roles.Reviewer), ("hoa", Roles.Publisher) }
        )
        {
            var made = Assert.IsType<AccountOutcome.Succeeded>(await accounts.CreateAsync(name, $"Cán bộ {name}", roles, default));
            Assert.IsType<AccountOutcome.Succeeded>(await accounts.ChoosePasswordAsync(made.Account.Id, DeskHost.Password, default));
        }
    }
}
