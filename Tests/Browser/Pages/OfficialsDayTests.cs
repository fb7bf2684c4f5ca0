using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Browser.Pages;

/// <summary>What only a browser shows of an official's work: kept files, the way back to the list, keys, the telephone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OfficialsDayTests(BrowserFixture browser)
{
    private static readonly FilePayload File = new()
    {
        Name = "mau-to-khai-xac-dinh-quy-mo-doanh-nghiep-2026.txt",
        MimeType = "text/plain",
        Buffer = "Mẫu tờ khai"u8.ToArray(),
    };

    [BrowserFact]
    public async Task A_chosen_file_is_there_again_after_another_case_and_goes_with_the_reply()
    {
        await using var site = await DeskSite.OpenAsync();
        var (first, second) = (await site.Host.SubmitAsync(), await site.Host.SubmitAsync(Sample.Draft("Công ty B"), "c2"));
        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "lan", Roles.Official, complaints);
        await using var context = page.Context;
        await page.GotoAsync(site.Address($"/desk/cases/{first}"));
        await page.Locator("#reply-files").SetInputFilesAsync(File);
        await Assertions.Expect(page.Locator("#waiting li")).ToContainTextAsync(File.Name);
        await page.GotoAsync(site.Address($"/desk/cases/{second}"));
        await Assertions.Expect(page.Locator("#waiting li")).ToHaveCountAsync(0);
        await page.GotoAsync(site.Address($"/desk/cases/{first}"));
        await Assertions.Expect(page.Locator("#waiting li")).ToContainTextAsync(File.Name);
        await page.FillAsync("#reply-text", "Xem tệp đính kèm.");
        await page.Locator("#reply button.send").ClickAsync();
        await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("Đã gửi câu trả lời.");
        await Assertions.Expect(page.Locator("#thread .attached li")).ToContainTextAsync(File.Name);
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [BrowserFact]
    public async Task Files_chosen_during_an_upload_follow_it_and_a_refused_one_does_not_hide_the_others()
    {
        await using var site = await DeskSite.OpenAsync();
        var number = await site.Host.SubmitAsync();
        var page = await site.SignInAsync(browser, "lan", Roles.Official, []);
        await using var context = page.Context;
        var release = new TaskCompletionSource();
        await page.RouteAsync(
            "**/files",
            async route =>
            {
                await release.Task;
                await route.ContinueAsync();
            }
        );
        await page.GotoAsync(site.Address($"/desk/cases/{number}"));
        await page.Locator("#reply-files").SetInputFilesAsync(Named("mot.txt"));
        await Assertions.Expect(page.Locator("#draft")).ToContainTextAsync("Đang tải");
        await page.Locator("#reply-files").SetInputFilesAsync(Named("hai.txt"));
        release.SetResult();
        await Assertions.Expect(page.Locator("#waiting li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#waiting")).ToContainTextAsync("hai.txt");

        await page.Locator("#reply-files").SetInputFilesAsync([Named("ba.txt"), Named("chuong-trinh.exe")]);
        await Assertions.Expect(page.Locator("#upload-problem")).ToContainTextAsync("chuong-trinh.exe");
        await Assertions.Expect(page.Locator("#upload-problem")).ToHaveRoleAsync(AriaRole.Alert);
        await Assertions.Expect(page.Locator("#waiting li")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("#waiting")).ToContainTextAsync("ba.txt");
    }

    [BrowserFact]
    public async Task The_way_leads_through_the_list_and_back_to_the_row()
    {
        await using var site = await DeskSite.OpenAsync(null, ("Requests:UndoWindow", "00:00:10"));
        var numbers = new List<CaseNumber>();
        foreach (var i in Enumerable.Range(1, 3))
        {
            numbers.Add(await site.Host.SubmitAsync(Sample.Draft($"Công ty {i}"), $"c{i}"));
        }

        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "lan", Roles.Official, complaints);
        await using var context = page.Context;
        var list = site.Address("/desk?view=all&sort=-enterprise");
        await page.GotoAsync(list);
        await page.Locator("tbody input[type=checkbox]").First.CheckAsync();
        await Assertions.Expect(page.Locator("[data-selected]")).ToContainTextAsync("Đã chọn 1 yêu cầu");
        await page.Locator($"main a[href='/desk/cases/{numbers[2]}']").ClickAsync();
        await page.Locator(".neighbours [rel=next]").ClickAsync();
        await page.WaitForURLAsync($"**/desk/cases/{numbers[1]}");
        await page.FillAsync("#reply-text", "Được hỗ trợ.");
        await page.PressAsync("#reply-text", "Control+Shift+Enter");
        await page.WaitForURLAsync($"**/desk/cases/{numbers[0]}*");
        await Assertions.Expect(page.Locator("#undo .counter")).ToContainTextAsync("giây");
        await page.Locator("#reply-text").FocusAsync();
        await page.PressAsync("#reply-text", "Escape");
        await page.Keyboard.PressAsync("u");
        await page.WaitForURLAsync(list);
        await Assertions.Expect(page.Locator($"main a[href='/desk/cases/{numbers[0]}']")).ToBeFocusedAsync();

        // A filter acts when it is chosen.
        await page.Locator("select[name=kind]").SelectOptionAsync("Financing");
        await page.WaitForURLAsync("**kind=Financing**");
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [BrowserFact]
    public async Task A_template_is_taken_back_with_the_keys_and_nothing_empty_is_sent()
    {
        await using var site = await DeskSite.OpenAsync();
        var number = await site.Host.SubmitAsync();
        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "lan", Roles.Official, complaints);
        await using var context = page.Context;
        await page.GotoAsync(site.Address($"/desk/cases/{number}"));
        await page.Locator("#reply button.send").ClickAsync();
        await Assertions.Expect(page.Locator("#text-needed")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#reply-text")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#reply-text")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.Locator("#reply-text").PressSequentiallyAsync("Kính gửi");
        await page.Locator("#template").SelectOptionAsync("received");
        await Assertions.Expect(page.Locator("#reply-acknowledgement-yes")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#reply-text")).ToHaveValueAsync(new Regex("tiếp nhận"));
        await page.Locator("#reply-text").PressAsync("Control+z");
        await Assertions.Expect(page.Locator("#reply-text")).Not.ToHaveValueAsync(new Regex("tiếp nhận"));

        // With the template's text goes its tick: what is written instead is the answer.
        await page.FillAsync("#reply-text", "");
        await Assertions.Expect(page.Locator("#reply-acknowledgement-yes")).Not.ToBeCheckedAsync();
        await page.FillAsync("#reply-text", "Đã tiếp nhận.");
        await page.Locator("#reply-acknowledgement-yes").CheckAsync();
        await page.Locator("#reply button.send").ClickAsync();
        await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("Yêu cầu vẫn đang xử lý");
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [BrowserFact]
    public async Task A_note_is_kept_with_the_keys_and_the_reply_stays_unsent()
    {
        await using var site = await DeskSite.OpenAsync();
        var number = await site.Host.SubmitAsync();
        var page = await site.SignInAsync(browser, "lan", Roles.Official, []);
        await using var context = page.Context;
        await page.GotoAsync(site.Address($"/desk/cases/{number}"));
        await page.FillAsync("#reply-text", "Kính gửi công ty,");
        await page.Locator("label[for='mode-note']").ClickAsync();
        await page.FillAsync("#note-text", "Đã gọi điện.");
        await page.PressAsync("#note-text", "Control+Enter");
        await Assertions.Expect(page.Locator("#thread")).ToContainTextAsync("Đã gọi điện.");
        await Assertions.Expect(page.Locator("#reply-text")).ToHaveValueAsync("Kính gửi công ty,");
        Assert.Single((await site.Host.FindAsync(number)).History);
    }

    [BrowserFact]
    public async Task On_a_telephone_the_question_has_the_room()
    {
        await using var site = await DeskSite.OpenAsync();
        var draft = Sample.Draft("Công ty TNHH Một thành viên Sản xuất Thương mại và Dịch vụ Kỹ thuật Hoàng Đạt") with
        {
            Content = "Công ty muốn được hỗ trợ phí tư vấn chuyển đổi số trong năm 2026, xin cho biết hồ sơ gồm những gì và nộp ở đâu.",
        };
        var number = await site.Host.SubmitAsync(draft);
        var complaints = new List<string>();
        var page = await site.SignInAsync(browser, "lan", Roles.Official, complaints);
        await using var context = page.Context;
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync(site.Address($"/desk/cases/{number}"));
        await DeskSite.PictureAsync(page, "desk-phone-rest.png");
        Assert.True(await HeightAsync(page, ".composer") <= 120, "The bar at rest is too high.");
        Assert.True(await HeightAsync(page, "h1") <= 60, "The title is too high.");
        await Assertions.Expect(page.Locator("#thread li.asker .body")).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Locator("#reply-text").ClickAsync();
        await page.Keyboard.TypeAsync("Kính gửi công ty,");
        await DeskSite.PictureAsync(page, "desk-phone-writing.png");
        Assert.True(await HeightAsync(page, ".composer") <= 300, "The bar is too high while somebody writes.");
        await Assertions.Expect(page.Locator("#thread li.asker .body")).ToBeInViewportAsync();
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth") <= 0);
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    private static FilePayload Named(string name) =>
        new()
        {
            Name = name,
            MimeType = File.MimeType,
            Buffer = File.Buffer,
        };

    private static async Task<float> HeightAsync(IPage page, string selector) => (await page.Locator(selector).BoundingBoxAsync())!.Height;
}
