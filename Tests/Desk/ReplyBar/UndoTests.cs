using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Insight;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Mail;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk.ReplyBar;

/// <summary>For ten seconds an official can take back what was sent from the reply bar; the asker is told afterwards, and once.</summary>
public sealed class UndoTests : IDisposable
{
    private const string Text = "Được hỗ trợ tối đa 50 %.";

    private static readonly (string Key, string Value) Window = ("Requests:UndoWindow", "00:00:10");

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_taken_back_reaches_nobody_and_is_in_the_box_again()
    {
        await using var smtp = new FakeSmtp();
        await using var desk = await DeskHost.OpenAsync(folder, [.. smtp.Settings, Window]);
        await MailCases.ConfirmAsync(desk.Get<IDbContextFactory<AssistantDb>>(), Sample.Asker(), "dat@hoangdat.vn");
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");
        var before = (await desk.FindAsync(number)).Request;
        desk.Time.Advance(TimeSpan.FromHours(1));
        await lan.OpenAsync(page);
        await lan.UploadAsync($"{page}/send", [("mode", "reply"), ("text", Text)], ("mau.txt", "Mẫu"u8.ToArray()));
        await lan.OpenAsync(page + "?done=reply");
        Assert.Contains("<p role=\"status\">Đã gửi câu trả lời.</p>", lan.Text, StringComparison.Ordinal);
        Assert.Contains("Người gửi yêu cầu nhận tin sau 10 giây.", lan.Text, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Answered, (await desk.FindAsync(number)).Request.Status);

        desk.Time.Advance(TimeSpan.FromSeconds(9));
        await lan.SendAsync($"{page}/undo");
        Assert.Equal((302, $"{page}?done=undo#done"), (lan.Status, lan.Location));
        await lan.OpenAsync(page + "?done=undo");
        Assert.Contains($">{Text}</textarea>", lan.Text, StringComparison.Ordinal);
        Assert.Contains("Bỏ tệp mau.txt", lan.Text, StringComparison.Ordinal);
        Assert.Contains("đã hoàn tác, không gửi đi", lan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{page}/undo", lan.Text, StringComparison.Ordinal);

        // A second press changes nothing.
        await lan.PostAgainAsync($"{page}/undo", ("from", "3"));
        Assert.Equal(302, lan.Status);
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.Get<DelayedNoticeService>().ReleaseDueAsync(default);
        Assert.Empty(await ListToldAsync(desk));
        Assert.Equal(MailKind.Receipt, Assert.Single(await desk.Get<MailOutbox>().ListAsync(number.ToString(), default)).Kind);

        var stored = await desk.FindAsync(number);
        Assert.Equal("Submitted Taken Replied Undone", string.Join(' ', stored.History.Select(e => e.Kind)));
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));
        Assert.Equal((before.Status, before.OwnerId), (stored.Request.Status, stored.Request.OwnerId));
        Assert.Equal(before.Deadlines!.All, stored.Request.Deadlines!.All);
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        Assert.Null((await db.Set<CaseMeasurement>().SingleAsync()).FirstReplyAt);
    }

    [Theory, EveryDatabase]
    public async Task After_ten_seconds_it_goes_out_once_and_a_press_is_refused_in_words(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store, Window);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await ReplyAsync(lan, page);
        await lan.OpenAsync(page);
        Assert.Empty(await ListToldAsync(desk));
        desk.Time.Advance(TimeSpan.FromSeconds(10));
        await Wait.UntilAsync(async () => (await ListToldAsync(desk)).Count > 0);
        await lan.SendAsync($"{page}/undo");
        Assert.Equal(409, lan.Status);
        Assert.Contains("Không hoàn tác được nữa: tin đã gửi đi", lan.Text, StringComparison.Ordinal);
        await desk.Get<DelayedNoticeService>().ReleaseDueAsync(default);
        Assert.Contains(Text, Assert.Single(await ListToldAsync(desk)), StringComparison.Ordinal);
        Assert.Equal("Submitted Taken Replied", string.Join(' ', (await desk.FindAsync(number)).History.Select(e => e.Kind)));
        Assert.DoesNotContain($"{page}/undo", (await lan.OpenAsync(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waited_when_the_program_ended_goes_out_after_its_start()
    {
        CaseNumber number;
        await using (var desk = await DeskHost.OpenAsync(folder, Window))
        {
            number = await desk.SubmitAsync();
            using var lan = await desk.SignInAsync("lan", Roles.Official);
            await lan.OpenAsync($"/desk/cases/{number}");
            await lan.UploadAsync(
                $"/desk/cases/{number}/send",
                [("mode", "reply"), ("text", Text), ("do", "close")],
                ("mau.txt", "Mẫu"u8.ToArray())
            );
            Assert.Empty(await ListToldAsync(desk));
        }

        // Its clock starts where the first one did.
        await using var again = await DeskHost.OpenAsync(folder);
        await again.Get<DelayedNoticeService>().ReleaseDueAsync(default);
        Assert.Empty(await ListToldAsync(again));
        again.Time.Advance(TimeSpan.FromSeconds(11));
        await again.Get<DelayedNoticeService>().ReleaseDueAsync(default);
        await Wait.UntilAsync(async () => (await ListToldAsync(again)).Count >= 3);
        await again.Get<DelayedNoticeService>().ReleaseDueAsync(default);
        var told = await ListToldAsync(again);
        Assert.Equal(3, told.Count);
        Assert.Contains(Text, told[0], StringComparison.Ordinal);
        Assert.Contains("mau.txt", told[1], StringComparison.Ordinal);
        Assert.Contains($"đã đóng yêu cầu {number}", told[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_closed_the_case_is_taken_back_as_a_whole()
    {
        await using var desk = await DeskHost.OpenAsync(folder, services => services.AddSingleton<ICaseObserver, RatingInviter>(), Window);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/reply", ("text", Text), ("do", "close"));
        await (await lan.OpenAsync(page)).SendAsync($"{page}/undo");
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.Get<DelayedNoticeService>().ReleaseDueAsync(default);
        Assert.Empty(await ListToldAsync(desk));
        var stored = await desk.FindAsync(number);
        Assert.Equal(CaseStatus.Assigned, stored.Request.Status);
        Assert.Equal("Submitted Taken Replied Closed Undone", string.Join(' ', stored.History.Select(e => e.Kind)));

        // And sent again.
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/reply", ("text", Text), ("do", "close"));
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.Get<DelayedNoticeService>().ReleaseDueAsync(default);
        await Wait.UntilAsync(async () => (await ListToldAsync(desk)).Count >= 3);
        Assert.Equal(3, (await ListToldAsync(desk)).Count); // The reply, the closing and the invitation to rate.
        Assert.Equal(CaseStatus.Closed, (await desk.FindAsync(number)).Request.Status);
    }

    [Fact]
    public async Task Only_the_last_act_is_taken_back_and_the_one_before_goes_out()
    {
        await using var desk = await DeskHost.OpenAsync(folder, Window);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await ReplyAsync(lan, page);
        desk.Time.Advance(TimeSpan.FromSeconds(3));
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/ask-back", ("text", "Gửi thêm giấy đăng ký."));
        await (await lan.OpenAsync(page)).SendAsync($"{page}/undo");
        Assert.Equal(CaseStatus.Answered, (await desk.FindAsync(number)).Request.Status);
        await lan.OpenAsync(page);
        Assert.Contains("id=\"mode-ask-back\" name=\"mode\" value=\"ask-back\" checked", lan.Text, StringComparison.Ordinal);
        Assert.Contains("Gửi thêm giấy đăng ký.</textarea>", lan.Text, StringComparison.Ordinal);
        desk.Time.Advance(TimeSpan.FromSeconds(10));
        await desk.Get<DelayedNoticeService>().ReleaseDueAsync(default);
        await Wait.UntilAsync(async () => (await ListToldAsync(desk)).Count > 0);
        Assert.Contains(Text, Assert.Single(await ListToldAsync(desk)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_cannot_take_it_back_nor_can_anybody_after_another_act()
    {
        await using var desk = await DeskHost.OpenAsync(folder, Window);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await ReplyAsync(lan, page);
        await ha.OpenAsync(page);
        Assert.DoesNotContain($"{page}/undo", ha.Text, StringComparison.Ordinal);
        await ha.PostAgainAsync($"{page}/undo", ("from", "3"));
        Assert.Equal(409, ha.Status);
        Assert.Contains("Không hoàn tác được nữa", ha.Text, StringComparison.Ordinal);

        await lan.OpenAsync(page);
        await ha.OpenAsync(page);
        await ha.SendAsync($"{page}/close", ("reason", nameof(CloseReason.Answered)));
        await lan.SendAsync($"{page}/undo");
        Assert.Equal(409, lan.Status);
        Assert.Equal(CaseStatus.Closed, (await desk.FindAsync(number)).Request.Status);

        // The closing waited for the reply before it.
        Assert.Empty(await ListToldAsync(desk));
        desk.Time.Advance(TimeSpan.FromSeconds(10));
        await desk.Get<DelayedNoticeService>().ReleaseDueAsync(default);
        await Wait.UntilAsync(async () => (await ListToldAsync(desk)).Count >= 2);
        var told = await ListToldAsync(desk);
        Assert.Contains(Text, told[0], StringComparison.Ordinal);
        Assert.Contains("đã đóng yêu cầu", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forwarding_comes_back_with_its_authority_and_what_was_typed_since_stays()
    {
        await using var desk = await DeskHost.OpenAsync(folder, Window);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/forward", ("body", "Sở Công Thương"), ("text", "Thuộc Sở khác."));
        await lan.OpenAsync(page);
        await lan.PostAgainAsync($"{page}/draft", ("mode", "note"), ("text", "Viết thêm."), ("note", "Đã gọi điện."));
        await (await lan.OpenAsync(page)).SendAsync($"{page}/undo");
        await lan.OpenAsync(page);
        Assert.Contains(">Thuộc Sở khác.\n\nViết thêm.</textarea>", lan.Text, StringComparison.Ordinal);
        Assert.Contains(">Đã gọi điện.</textarea>", lan.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Sở Công Thương\"", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_asker_who_looks_meanwhile_sees_the_case_as_before()
    {
        await using var desk = await DeskHost.OpenAsync(folder, Window);
        var number = await desk.SubmitAsync();
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await ReplyAsync(lan, $"/desk/cases/{number}");
        var (store, asker) = (desk.Get<CaseStore>(), Sample.Asker());
        var listed = Assert.Single(await store.ListForAskerAsync(asker.ChannelId, asker.UserId, 5, default));
        Assert.Equal(CaseStatus.Assigned, listed.Status);
        var known = await store.HideWaitingAsync(await desk.FindAsync(number), default);
        Assert.Equal((CaseStatus.Assigned, null, 2), (known.Request.Status, known.LastFromOfficial, known.History.Count));

        desk.Time.Advance(TimeSpan.FromSeconds(10));
        await desk.Get<DelayedNoticeService>().ReleaseDueAsync(default);
        await Wait.UntilAsync(async () => (await ListToldAsync(desk)).Count > 0);
        Assert.Equal(Text, (await store.HideWaitingAsync(await desk.FindAsync(number), default)).LastFromOfficial?.Text);
    }

    [Fact]
    public async Task A_file_that_is_scanned_meanwhile_waits_for_its_message()
    {
        await using var clamd = new FakeClamd();
        await using var desk = await DeskHost.OpenAsync(
            folder,
            Window,
            ("Files:ClamAv", clamd.Address),
            ("Files:ScanInterval", "01:00:00")
        );
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.UploadAsync($"{page}/send", [("mode", "reply"), ("text", Text)], ("mau.txt", "Mẫu"u8.ToArray()));
        await desk.Get<FileScanWorker>().ScanDueAsync(default);
        Assert.Equal(FileState.Clean, Assert.Single(await desk.Get<CaseFileService>().ListAsync(number.ToString(), default)).State);
        Assert.Empty(await ListToldAsync(desk));
        desk.Time.Advance(TimeSpan.FromSeconds(10));
        await desk.Get<DelayedNoticeService>().ReleaseDueAsync(default);
        await Wait.UntilAsync(async () => (await ListToldAsync(desk)).Count >= 2);
        Assert.Contains("mau.txt", (await ListToldAsync(desk))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_no_window_the_asker_is_told_at_once_and_there_is_no_button()
    {
        await using var desk = await DeskHost.OpenAsync(folder, ("Requests:UndoWindow", "00:00:00"));
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await ReplyAsync(lan, page);
        Assert.Single(await ListToldAsync(desk));
        Assert.DoesNotContain($"{page}/undo", (await lan.OpenAsync($"{page}?done=reply")).Text, StringComparison.Ordinal);
    }

    private static async Task ReplyAsync(Browser official, string page)
    {
        await official.OpenAsync(page);
        await official.SendAsync($"{page}/reply", ("text", Text));
        Assert.Equal(302, official.Status);
    }

    /// <summary>What the asker was sent, the oldest first.</summary>
    private static async Task<List<string>> ListToldAsync(DeskHost desk)
    {
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var sent = await db.Set<ActivityRow>()
            .Where(a => a.Direction == Direction.Outbound)
            .OrderBy(a => a.Sequence)
            .Select(a => a.Json)
            .ToListAsync();
        return [.. sent.Select(json => System.Text.RegularExpressions.Regex.Unescape(json.Replace("\\\"", "", StringComparison.Ordinal)))];
    }
}
