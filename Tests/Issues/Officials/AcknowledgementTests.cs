using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Officials;

/// <summary>
/// An official who sent “we have received your request and will answer before …” set the case to answered, and its deadline and the
/// promise were gone from every list.
/// </summary>
public sealed class AcknowledgementTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_acknowledgement_is_the_first_reply_and_the_case_stays_open_with_its_deadline()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var dueBefore = (await desk.FindAsync(number)).Request.Deadlines!.Find(DeadlineDefinitions.Resolution.Key)!.DueAt;
        await lan.OpenAsync(page);
        Assert.Contains("Mới báo nhận, chưa trả lời xong", lan.Text, StringComparison.Ordinal);
        await lan.SendAsync($"{page}/reply", ("text", "Đã tiếp nhận, sẽ trả lời."), ("acknowledgement", "yes"));
        Assert.Equal($"{page}?done=acknowledged#done", lan.Location);

        var stored = await desk.FindAsync(number);
        Assert.Equal(CaseStatus.Assigned, stored.Request.Status);
        Assert.NotNull(stored.Request.Deadlines!.Find(DeadlineDefinitions.FirstReply.Key)!.StoppedAt);
        Assert.Equal(dueBefore, stored.Request.Deadlines!.Find(DeadlineDefinitions.Resolution.Key)!.DueAt);
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));
        await lan.OpenAsync($"{page}?done=acknowledged");
        Assert.Contains("Yêu cầu vẫn đang xử lý, hạn giải quyết vẫn chạy.", lan.Text, StringComparison.Ordinal);
        Assert.Contains("<span class=\"kind\">Báo nhận</span>", lan.Text, StringComparison.Ordinal);

        // The answer itself ends it as before.
        await lan.SendAsync($"{page}/reply", ("text", "Được hỗ trợ 50 %."));
        Assert.Equal(CaseStatus.Answered, (await desk.FindAsync(number)).Request.Status);
    }

    [Theory]
    [InlineData(CaseStatus.Assigned, CaseStatus.Assigned)]
    [InlineData(CaseStatus.WaitingForAsker, CaseStatus.WaitingForAsker)]
    [InlineData(CaseStatus.Reopened, CaseStatus.Assigned)]
    [InlineData(CaseStatus.Answered, CaseStatus.Answered)]
    public async Task An_acknowledgement_keeps_the_state_and_the_stopped_clock(CaseStatus before, CaseStatus after)
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");
        if (before == CaseStatus.WaitingForAsker)
        {
            await (await lan.OpenAsync(page)).SendAsync($"{page}/ask-back", ("text", "Xin gửi thêm báo cáo."));
        }
        else if (before != CaseStatus.Assigned)
        {
            await (await lan.OpenAsync(page)).SendAsync($"{page}/reply", ("text", "Được hỗ trợ 50 %."));
        }

        if (before == CaseStatus.Reopened)
        {
            var asker = (await desk.FindAsync(number)).Request.Asker;
            await desk.Get<CaseCommandRunner>()
                .ChangeAsync(number, stored => CaseRules.AddMessage(stored, asker, "Còn một câu", desk.Time.GetUtcNow()), default);
        }

        var (request, _) = await desk.FindAsync(number);
        Assert.Equal(before, request.Status);
        var clock = request.Deadlines!.Find(DeadlineDefinitions.Resolution.Key);
        desk.Time.Advance(TimeSpan.FromMinutes(20));
        await (await lan.OpenAsync(page)).SendAsync($"{page}/reply", ("text", "Đã nhận tệp."), ("acknowledgement", "yes"));
        var done = after == CaseStatus.Answered ? "acknowledged-answered" : "acknowledged";
        Assert.Equal($"{page}?done={done}#done", lan.Location);
        var (changed, history) = await desk.FindAsync(number);
        Assert.True(history[^1].IsAcknowledgement);
        Assert.Equal((after, request.OwnerId), (changed.Status, changed.OwnerId));
        Assert.Equal(clock, changed.Deadlines!.Find(DeadlineDefinitions.Resolution.Key));
    }

    [Fact]
    public async Task The_template_ticks_the_choice_without_scripts_too()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        Assert.DoesNotContain("value=\"yes\" checked", lan.Html, StringComparison.Ordinal);
        await lan.SendAsync($"{page}/reply", ("template", "received"), ("do", "template"));
        Assert.Contains("value=\"yes\" checked", lan.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_acknowledgement_does_not_close_the_case()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/reply", ("text", "Đã tiếp nhận."), ("acknowledgement", "yes"), ("do", "close"));
        Assert.Equal(422, lan.Status);
        Assert.Contains("Tin báo nhận không đóng được yêu cầu.", lan.Text, StringComparison.Ordinal);
        Assert.Contains(">Đã tiếp nhận.</textarea>", lan.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await desk.FindAsync(number)).Request.Version);
    }

    [Fact]
    public async Task An_undone_acknowledgement_comes_back_as_one()
    {
        await using var desk = await DeskHost.OpenAsync(folder, ("Requests:UndoWindow", "00:00:10"));
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/reply", ("text", "Đã tiếp nhận."), ("acknowledgement", "yes"));
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/undo", ("from", "3"));
        await lan.OpenAsync(page);
        Assert.Contains(">Đã tiếp nhận.</textarea>", lan.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"yes\" checked", lan.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_template_of_the_product_is_one_and_the_flag_is_true_or_false()
    {
        var templates = DeskSettings.Default.Templates.Templates;
        Assert.Equal(["received"], templates.Where(template => template.IsAcknowledgement).Select(template => template.Key));

        var problems = new List<Problem>();
        ReplyTemplates.Read(
            "templates: [{ key: a, name: { vi: A, en: A }, text: { vi: A, en: A }, acknowledgement: maybe }]\nbodies: []",
            "x.yaml",
            problems
        );
        Assert.Contains("“acknowledgement” is true or false.", Assert.Single(problems).Reason.En, StringComparison.Ordinal);
    }
}
