using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser;

/// <summary>A case through every state, by an official's hand in a real browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DeskJourneyTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task A_case_goes_through_every_state()
    {
        await using var site = await DeskSite.OpenAsync();
        var (number, other) = (await site.Host.SubmitAsync(), await site.Host.SubmitAsync());
        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "ha", Roles.Official | Roles.Supervisor, complaints);
        await using var context = page.Context;

        await page.GotoAsync(site.Address($"/desk?q={number}"));
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator($"#list th a[href$='{number}']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await ExpectAsync(page, CaseStatus.Submitted);
        await DoAsync(page, "take");
        await ExpectAsync(page, CaseStatus.Assigned);
        await DoAsync(page, "ask-back", ("text", "Gửi thêm giấy đăng ký."));
        await ExpectAsync(page, CaseStatus.WaitingForAsker);

        // What the asker writes meanwhile is announced on the page that is open, and what is being typed there stays.
        await page.FillAsync("#reply-text", "đang viết dở");
        await AnswerAsync(site, number);
        await Assertions.Expect(page.Locator("#changed")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#changed")).ToContainTextAsync("Tin nhắn của người gửi (Người gửi)");
        await Assertions.Expect(page.Locator("#thread")).ToContainTextAsync("Đây là giấy đăng ký.");
        await Assertions.Expect(page.Locator("#reply-text")).ToHaveValueAsync("đang viết dở");
        await page.Locator("#changed a").ClickAsync();
        await ExpectAsync(page, CaseStatus.Assigned);
        await page.FillAsync("#reply-text", "");

        await page.Locator("#template").SelectOptionAsync("thanks");
        await Assertions
            .Expect(page.Locator("#reply-text"))
            .ToHaveValueAsync(new Regex(number.ToString(), RegexOptions.None, TimeSpan.FromSeconds(30)));
        await page.Locator("#reply button.send").ClickAsync();
        await ExpectAsync(page, CaseStatus.Answered);
        await page.Locator("#close-reason").EvaluateAsync("select => select.value = 'Answered'");
        await DoAsync(page, "close", ("text", ""));
        await ExpectAsync(page, CaseStatus.Closed);
        await DoAsync(page, "reopen", ("text", "Còn một ý."));
        await ExpectAsync(page, CaseStatus.Reopened);
        await DoAsync(page, "forward", ("body", "Sở Công Thương Hà Nội"), ("text", "Thuộc thẩm quyền của Sở."));
        await ExpectAsync(page, CaseStatus.Forwarded);
        await DoAsync(page, "reopen", ("text", "Sở trả lại."));
        await ExpectAsync(page, CaseStatus.Reopened);
        await DoAsync(page, "merge", ("body", other.ToString()));
        await ExpectAsync(page, CaseStatus.Merged);

        await page.GotoAsync(site.Address($"/desk/cases/{other}"));
        await DoAsync(page, "take");
        await ExpectAsync(page, CaseStatus.Assigned);
        await DoAsync(page, "withdraw", ("text", "Người gửi gọi điện."));
        await ExpectAsync(page, CaseStatus.Withdrawn);
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    private static async Task ExpectAsync(IPage page, CaseStatus status) =>
        await Assertions.Expect(page.Locator($".summary .status.{status}")).ToBeVisibleAsync();

    /// <summary>Unfolds a form of the page where it is folded, fills it in and sends it.</summary>
    private static async Task DoAsync(IPage page, string action, params (string Field, string Value)[] fields)
    {
        var mode = page.Locator($"#reply label[for='mode-{action}']");
        // The notice of a duplicate has a small button of its own for merging.
        var form =
            await mode.CountAsync() > 0 ? page.Locator("#reply") : page.Locator($"form[action$='/{action}']:not(:has(button.small))");
        if (await mode.CountAsync() > 0)
        {
            await mode.ClickAsync();
        }
        else if (!await form.IsVisibleAsync())
        {
            await page.Locator("details", new() { Has = form }).Locator("summary").ClickAsync();
        }

        foreach (var (field, value) in fields)
        {
            await form.Locator($"[name='{field}']").FillAsync(value);
        }

        await form.Locator("button").First.ClickAsync();
    }

    private static async Task AnswerAsync(DeskSite site, CaseNumber number)
    {
        var turns = site.Host.Get<ITurnStore>();
        var inbound = (await turns.AcceptAsync(StorageHost.Message("Đây là giấy đăng ký."), "answer", default)).Activity;
        var asker = (await site.Host.FindAsync(number)).Request.Asker;
        var act = Assert.IsType<AskerActResult.Decided>(
            await site.Host.Get<AskerCaseService>().AddMessageAsync(number, asker, "Đây là giấy đăng ký.", default)
        );
        await turns.CommitAsync(new CompletedTurn(inbound, [], [], [act.Effect], null), default);
    }
}
