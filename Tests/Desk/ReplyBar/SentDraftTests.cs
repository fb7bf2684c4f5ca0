using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Drafts;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk.ReplyBar;

/// <summary>A draft goes with what was sent, and with nothing else.</summary>
public sealed class SentDraftTests : IDisposable
{
    private const string Text = "Kính gửi công ty, hồ sơ gồm tờ khai.";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task The_transaction_that_stores_a_reply_removes_its_draft_and_leaves_the_note(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        var number = await desk.SubmitAsync();
        await SaveAsync(desk, number, ("text", $" {Text}\n"), ("note", "Gọi lại thứ Hai"));
        await ReplyAsync(desk, number, Text);
        var draft = await desk.Get<CaseDraftStore>().FindAsync(Sample.Lan.Id, number.ToString(), default);
        Assert.Equal("note", Assert.Single(draft!.Values).Key);
    }

    [Fact]
    public async Task Another_message_to_the_asker_leaves_the_draft()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        await SaveAsync(desk, number, ("text", Text));
        await ReplyAsync(desk, number, "Sở đã nhận hồ sơ của công ty.");
        Assert.NotNull(await desk.Get<CaseDraftStore>().FindAsync(Sample.Lan.Id, number.ToString(), default));
    }

    [Theory, EveryDatabase]
    public async Task A_stored_note_leaves_the_draft_with_its_transaction(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        var number = await desk.SubmitAsync();
        await SaveAsync(desk, number, ("note", "Gọi lại thứ Hai"));
        Assert.Null(await desk.Get<CaseNoteStore>().AddAsync(number, Sample.Lan, "Gọi lại thứ Hai", null, default));
        Assert.Null(await desk.Get<CaseDraftStore>().FindAsync(Sample.Lan.Id, number.ToString(), default));
    }

    [Theory, EveryDatabase]
    public async Task An_erasure_takes_the_drafts_and_none_is_saved_afterwards(DatabaseKind store)
    {
        await using var desk = await DeskHost.OpenAsync(folder, store);
        var number = await desk.SubmitAsync();
        await SaveAsync(desk, number, ("text", Text));
        var cases = desk.Get<CaseCommandRunner>();
        await cases.ChangeAsync(number, s => CaseRules.Take(s, s.Command(Sample.Supervisor)), default);
        await cases.ChangeAsync(number, s => CaseRules.Close(s, s.Command(Sample.Supervisor), CloseReason.NotOurMatter, null), default);
        var outcome = await cases.ChangeAsync(number, s => CaseRules.EraseForAsker(s, s.Command(Sample.Supervisor), "Đơn số 12"), default);
        Assert.IsType<CaseDecision.Changed>(outcome!.Decision);
        Assert.Null(await desk.Get<CaseDraftStore>().FindAsync(Sample.Lan.Id, number.ToString(), default));

        // A page that was open before.
        using var ha = await desk.SignInAsync("ha", Roles.Supervisor);
        await ha.OpenAsync($"/desk/cases/{number}");
        await ha.PostAgainAsync($"/desk/cases/{number}/draft", ("mode", "note"), ("note", Text));
        Assert.Equal(409, ha.Status);
        await ha.OpenAsync($"/desk/cases/{number}");
        Assert.DoesNotContain(Text, ha.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_act_beside_the_bar_keeps_the_reply_that_is_being_written()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await (await lan.OpenAsync(page)).SendAsync($"{page}/take");
        await lan.OpenAsync(page);
        await lan.PostAgainAsync($"{page}/draft", ("mode", "reply"), ("text", Text));
        await lan.OpenAsync(page);
        await lan.SendAsync($"{page}/close", ("reason", "Other"), ("text", ""));
        Assert.Equal(422, lan.Status);
        Assert.Contains($">{Text}</textarea>", lan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_reply_and_note_are_kept_and_a_longer_draft_is_refused_aloud()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        var longest = string.Concat(Enumerable.Repeat("để ở đó ", 1_001))[..TextLimits.CaseText];
        await lan.OpenAsync(page);
        await lan.PostAgainAsync($"{page}/draft", ("mode", "reply"), ("text", longest), ("note", longest));
        Assert.Equal(200, lan.Status);
        await lan.OpenAsync(page);
        Assert.Equal(3, lan.Text.Split(longest).Length);
        await lan.PostAgainAsync($"{page}/draft", ("mode", "reply"), ("text", new string('x', 70_000)));
        Assert.Equal(413, lan.Status);
    }

    [Fact]
    public async Task The_page_asks_for_the_session_without_touching_the_draft()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var page = $"/desk/cases/{await desk.SubmitAsync()}";
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync(page);
        await lan.PostAgainAsync($"{page}/draft", ("mode", "reply"), ("text", Text));
        await lan.OpenAsync(page);
        await lan.PostAgainAsync($"{page}/draft", ("mode", "reply"), ("text", ""), ("check", "1"));
        Assert.Equal(204, lan.Status);
        await lan.OpenAsync(page);
        Assert.Contains($">{Text}</textarea>", lan.Text, StringComparison.Ordinal);
    }

    private static async Task SaveAsync(DeskHost desk, CaseNumber number, params (string Name, string Value)[] values)
    {
        var receipt = await desk.Get<CaseDraftStore>()
            .SaveAsync(
                Sample.Lan.Id,
                number.ToString(),
                "reply",
                values.ToDictionary(value => value.Name, IReadOnlyList<string> (value) => [value.Value], StringComparer.Ordinal),
                default
            );
        Assert.Equal(DraftState.Saved, receipt.State);
    }

    private static async Task ReplyAsync(DeskHost desk, CaseNumber number, string text)
    {
        var cases = desk.Get<CaseCommandRunner>();
        await cases.ChangeAsync(number, s => CaseRules.Take(s, s.Command(Sample.Lan) with { Channel = "desk" }), default);
        var outcome = await cases.ChangeAsync(
            number,
            s => CaseRules.Reply(s, s.Command(Sample.Lan) with { Channel = "desk" }, text),
            default
        );
        Assert.IsType<CaseDecision.Changed>(outcome!.Decision);
    }
}
