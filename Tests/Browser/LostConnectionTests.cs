using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Drafts;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>What is typed on the page of a case outlives a lost session, a lost connection and the changes of others.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LostConnectionTests(BrowserFixture browser)
{
    private const string Text = "Câu trả lời đầy đủ";

    [BrowserFact]
    public async Task Nothing_is_sent_into_an_ended_session_and_the_text_stays()
    {
        await using var site = await DeskSite.OpenAsync();
        var number = await site.Host.SubmitAsync();
        var page = await OpenAsync(site, number);
        await using var context = page.Context;
        await page.Locator("form[action$='/take'] button").ClickAsync();
        await Assertions.Expect(page.Locator("#done")).ToBeFocusedAsync();
        await page.FillAsync("#reply-text", Text);
        await page.Locator("details:has(form[action$='/close']) > summary").ClickAsync();
        await page.SelectOptionAsync("#close-reason", nameof(CloseReason.Other));
        await page.FillAsync("form[action$='/close'] textarea", "Lý do đóng");

        // The draft has been saved, so the page has nothing new to save.
        await Assertions.Expect(page.Locator("#draft")).ToContainTextAsync("Bản nháp lúc");
        await page.Context.ClearCookiesAsync(new() { Name = "desk" });
        foreach (var button in new[] { "#reply button.send", "form[action$='/close'] button" })
        {
            await page.Locator(button).ClickAsync();
            await Assertions.Expect(page.Locator("#session-ended")).ToBeFocusedAsync();
            await Assertions.Expect(page.Locator("#reply-text")).ToHaveValueAsync(Text);
            await Assertions.Expect(page.Locator("form[action$='/close'] textarea")).ToHaveValueAsync("Lý do đóng");
        }
    }

    [BrowserFact]
    public async Task After_signing_in_again_in_another_tab_the_old_tab_sends_what_is_typed()
    {
        await using var site = await DeskSite.OpenAsync();
        var number = await site.Host.SubmitAsync();
        var page = await OpenAsync(site, number);
        await using var context = page.Context;
        await page.FillAsync("#reply-text", Text);
        await Assertions.Expect(page.Locator("#draft")).ToContainTextAsync("Bản nháp lúc");
        await context.ClearCookiesAsync();
        await page.Locator("#reply button.send").ClickAsync();
        await Assertions.Expect(page.Locator("#session-ended")).ToBeFocusedAsync();
        var other = await context.NewPageAsync();
        await other.GotoAsync(site.Address("/desk/sign-in"));
        await other.FillAsync("#userName", "ha");
        await other.FillAsync("#password", PolicyAssistantBot.Tests.Desk.DeskHost.Password);
        await other.PressAsync("#password", "Enter");
        await Assertions.Expect(other.Locator("header .who")).ToBeVisibleAsync();
        await page.Locator("#reply button.send").ClickAsync();
        await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("Đã gửi câu trả lời.");
        Assert.Equal(Text, Assert.Single((await site.Host.FindAsync(number)).History, e => e.Kind == CaseEventKind.Replied).Text);
    }

    [BrowserFact]
    public async Task Nothing_is_sent_without_connection_and_the_text_stays()
    {
        await using var site = await DeskSite.OpenAsync();
        var number = await site.Host.SubmitAsync();
        var page = await OpenAsync(site, number);
        await using var context = page.Context;
        await page.FillAsync("#reply-text", Text);
        await Assertions.Expect(page.Locator("#draft")).ToContainTextAsync("Bản nháp lúc");
        await page.Context.SetOfflineAsync(true);
        await page.Locator("#reply button.send").ClickAsync();
        await Assertions.Expect(page.Locator("#no-connection")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#reply-text")).ToHaveValueAsync(Text);
        await page.Context.SetOfflineAsync(false);
        await page.Locator("#reply button.send").DblClickAsync();
        await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("Đã gửi câu trả lời.");
        Assert.Equal(Text, Assert.Single((await site.Host.FindAsync(number)).History, e => e.Kind == CaseEventKind.Replied).Text);
    }

    [BrowserFact]
    public async Task A_draft_on_its_way_arrives_before_the_reply_and_does_not_bring_it_back()
    {
        await using var site = await DeskSite.OpenAsync();
        var number = await site.Host.SubmitAsync();
        var page = await OpenAsync(site, number);
        await using var context = page.Context;
        var (held, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add($"{request.Method} {new Uri(request.Url).AbsolutePath}");
        await page.RouteAsync(
            "**/draft",
            async route =>
            {
                held.TrySetResult();
                await release.Task;
                await route.ContinueAsync();
            }
        );
        await page.FillAsync("#reply-text", Text);
        await held.Task;
        await page.Locator("#reply button.send").ClickAsync();
        Assert.DoesNotContain($"POST /desk/cases/{number}/send", requests);
        release.SetResult();
        await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("Đã gửi câu trả lời.");
        await Assertions.Expect(page.Locator("#reply-text")).ToHaveValueAsync("");
        var sent = requests.IndexOf($"POST /desk/cases/{number}/send");
        Assert.DoesNotContain($"POST /desk/cases/{number}/draft", requests.Skip(sent));
        var owner = (await site.Host.FindAsync(number)).Request.OwnerId!;
        Assert.Null(await site.Host.Get<CaseDraftStore>().FindAsync(owner, number.ToString(), default));
    }

    [BrowserFact]
    public async Task A_change_is_accepted_only_when_the_page_has_shown_it()
    {
        await using var site = await DeskSite.OpenAsync();
        var number = await site.Host.SubmitAsync();
        var page = await OpenAsync(site, number);
        await using var context = page.Context;
        await page.Locator("label[for='mode-forward']").ClickAsync();
        await page.FillAsync("#reply-text", Text);
        await page.EvaluateAsync("() => document.querySelector('#reply').noValidate = true");
        await page.Clock.InstallAsync();
        await page.Locator("#reply button.send").ClickAsync();

        // The page is the answer to the refused form, at the form's address.
        await Assertions.Expect(page).ToHaveURLAsync(site.Address($"/desk/cases/{number}/send"));
        await ChangeAsync("Câu hỏi của phụ trách");
        await page.Clock.FastForwardAsync(9000);
        await Assertions.Expect(page.Locator("#changed")).ToBeVisibleAsync();

        // One more while the notice is read.
        await ChangeAsync("Câu hỏi thứ hai");
        await page.Locator("#changed a").ClickAsync();
        await Assertions.Expect(page.Locator("#thread")).ToContainTextAsync("Câu hỏi thứ hai");
        await Assertions.Expect(page.Locator("#thread")).ToBeFocusedAsync();
        var version = (await site.Host.FindAsync(number)).Request.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await Assertions.Expect(page.Locator("#reply input[name=version]")).ToHaveValueAsync(version);
        await Assertions.Expect(page.Locator("#reply-text")).ToHaveValueAsync(Text);

        // What cannot be shown is not accepted.
        await ChangeAsync("Câu hỏi thứ ba");
        await page.Clock.FastForwardAsync(9000);
        await Assertions.Expect(page.Locator("#changed")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(true);
        var failed = new TaskCompletionSource();
        page.RequestFailed += (_, _) => failed.TrySetResult();
        await page.Locator("#changed a").ClickAsync();
        await failed.Task;
        await Assertions.Expect(page.Locator("#reply input[name=version]")).ToHaveValueAsync(version);

        async Task ChangeAsync(string text)
        {
            var cases = site.Host.Get<CaseCommandRunner>();
            await cases.ChangeAsync(number, s => CaseRules.Take(s, s.Command(Sample.Supervisor)), default);
            var outcome = await cases.ChangeAsync(
                number,
                s => CaseRules.RequestInformation(s, s.Command(Sample.Supervisor), text),
                default
            );
            Assert.IsType<CaseDecision.Changed>(outcome!.Decision);
        }
    }

    private async Task<IPage> OpenAsync(DeskSite site, CaseNumber number)
    {
        var page = await site.SignInAsync(browser, "ha", Roles.Official | Roles.Supervisor, []);
        await page.GotoAsync(site.Address($"/desk/cases/{number}"));
        return page;
    }
}
