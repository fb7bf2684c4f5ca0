using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Officials;

/// <summary>An official who had sent a wrong answer could only answer again, and a closed case had to be reopened for it.</summary>
public sealed class CorrectionTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("send", CaseStatus.Answered)]
    [InlineData("close", CaseStatus.Closed)]
    public async Task A_correction_is_marked_as_one_and_changes_no_state(string button, CaseStatus status)
    {
        await using var desk = await DeskHost.OpenAsync(folder, ("Requests:UndoWindow", "00:00:10"));
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        Assert.DoesNotContain("id=\"mode-correct\"", lan.Html, StringComparison.Ordinal);
        await lan.SendAsync($"{page}/reply", ("text", "Được hỗ trợ 50 %."), ("do", button));
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.Get<DelayedNoticeService>().ReleaseDueAsync(default);
        var before = await desk.FindAsync(number);

        await lan.OpenAsync(page);
        Assert.Contains("id=\"mode-correct\"", lan.Html, StringComparison.Ordinal);
        Assert.DoesNotMatch("id=\"mode-correct\"[^>]*checked", lan.Html);
        await lan.SendAsync($"{page}/correct", ("text", " "));
        Assert.Equal(422, lan.Status);
        await lan.SendAsync($"{page}/correct", ("text", "Được hỗ trợ 30 %."));
        Assert.Equal($"{page}?done=correct#done", lan.Location);

        var stored = await desk.FindAsync(number);
        Assert.Equal((status, before.Request.OwnerId), (stored.Request.Status, stored.Request.OwnerId));
        Assert.Equal(
            before.Request.Deadlines!.Find(DeadlineDefinitions.Resolution.Key),
            stored.Request.Deadlines!.Find(DeadlineDefinitions.Resolution.Key)
        );
        Assert.True(stored.History[^1].IsCorrection);
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));
        var notice = desk.Get<AskerNotices>().Compose(stored.Request, stored.History[^1])!.Text;
        Assert.Contains("đính chính nội dung đã trả lời", notice, StringComparison.Ordinal);
        Assert.Contains("Được hỗ trợ 30 %.", notice, StringComparison.Ordinal);
        await lan.OpenAsync(lan.Location!.Split('#')[0]);
        Assert.Contains("Đã gửi đính chính. Trạng thái của yêu cầu không đổi.", lan.Text, StringComparison.Ordinal);
        Assert.Contains("<span class=\"kind\">Đính chính</span>", lan.Text, StringComparison.Ordinal);

        // Until the asker has it, it is taken back like any other message.
        await lan.SendAsync($"{page}/undo");
        Assert.Equal(status, (await desk.FindAsync(number)).Request.Status);
        await lan.OpenAsync(page);
        Assert.Contains(">Được hỗ trợ 30 %.</textarea>", lan.Text, StringComparison.Ordinal);
        Assert.Matches("id=\"mode-correct\"[^>]*checked", lan.Html);
    }
}
