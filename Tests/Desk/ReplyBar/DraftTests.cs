using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests.Drafts;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk.ReplyBar;

/// <summary>Nothing that an official types is lost.</summary>
public sealed class DraftTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_draft_outlives_the_session_and_is_deleted_when_it_is_sent()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.PostAgainAsync($"{page}/draft", ("mode", "ask-back"), ("text", "Xin gửi thêm"), ("missing", "Website"), ("other", "x"));
        Assert.Contains("Bản nháp lúc", System.Text.RegularExpressions.Regex.Unescape(lan.Html), StringComparison.Ordinal);

        desk.Time.Advance(TimeSpan.FromHours(13));
        await lan.OpenAsync(page);
        Assert.Equal(302, lan.Status);
        await lan.SignInAsync("lan", DeskHost.Password);
        await lan.OpenAsync(page);
        Assert.Contains(">Xin gửi thêm</textarea>", lan.Text, StringComparison.Ordinal);
        Assert.Contains("Bản nháp lúc", lan.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"ask-back\" checked", lan.Html, StringComparison.Ordinal);

        await lan.SendAsync($"{page}/ask-back", ("text", "Xin gửi thêm"));
        Assert.Equal(302, lan.Status);
        await lan.OpenAsync(page);
        Assert.DoesNotContain("Bản nháp lúc", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_its_writers_own()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await lan.OpenAsync(page);
        await lan.PostAgainAsync($"{page}/draft", ("mode", "reply"), ("text", "Của riêng Lan"));
        await ha.OpenAsync(page);
        Assert.DoesNotContain("Của riêng Lan", ha.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_keeps_the_text_also_for_later_and_tells_who_did_what()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var page = $"/desk/cases/{number}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");
        await lan.OpenAsync(page);
        await (await ha.OpenAsync(page)).SendAsync($"{page}/ask-back", ("text", "Xin gửi báo cáo."));
        await lan.SendAsync($"{page}/reply", ("text", "Câu trả lời dài"));
        Assert.Equal(409, lan.Status);
        Assert.Contains("<strong>Hỏi thêm</strong> · Cán bộ ha", lan.Text, StringComparison.Ordinal);
        await lan.OpenAsync(page);
        Assert.Contains(">Câu trả lời dài</textarea>", lan.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await desk.FindAsync(number)).Request.Version);
    }

    [Fact]
    public async Task A_saved_note_leaves_the_reply_that_is_being_written()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/note", ("note", "Đã gọi điện."), ("text", "Kính gửi công ty"));
        Assert.Equal(302, lan.Status);
        await lan.OpenAsync(page);
        Assert.Contains("Ghi chú nội bộ của Cán bộ lan", lan.Text, StringComparison.Ordinal);
        Assert.Contains(">Kính gửi công ty</textarea>", lan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(">Đã gọi điện.</textarea>", lan.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"reply\" checked", lan.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_without_text_is_no_draft()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        var drafts = desk.Get<CaseDraftStore>();
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["text"] = ["Chào"] };
        Assert.Equal(DraftState.Saved, (await drafts.SaveAsync("a", number.ToString(), "reply", values, default)).State);
        values["text"] = ["  "];
        Assert.Equal(DraftState.Empty, (await drafts.SaveAsync("a", number.ToString(), "reply", values, default)).State);
        Assert.Null(await drafts.FindAsync("a", number.ToString(), default));
    }
}
