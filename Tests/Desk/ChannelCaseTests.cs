using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Desk;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Clocks;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>Cases in the officials' channel of Teams: what is posted, who may click, and what a click does.</summary>
public sealed class ChannelCaseTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_case_is_posted_to_the_channel_without_personal_data()
    {
        await using var desk = await DeskHost.OpenAsync(folder, TeamsClicks.Settings);
        var number = await desk.SubmitAsync();
        var post = Assert.Single(await SentAsync(desk));

        Assert.Equal(ActivityTypes.Message, post.Type);
        Assert.Equal((ChannelIds.Msteams, TeamsClicks.Channel, "28:bot", "https://smba.trafficmanager.net/apac/"), (post.ChannelId, post.Conversation!.Id, post.From!.Id, post.ServiceUrl));
        Assert.Null(post.ReplyToId);
        var card = post.Attachments!.Single().Content!.ToJsonString(SchemaJson.Options);
        foreach (var shown in new[] { number.ToString(), "Công ty TNHH Hoàng Đạt", "Nhỏ (80/2021/NĐ-CP Điều 5)", "Phường Ba Đình", "Chúng tôi cần tư vấn", $"https://troly.example.vn/desk/cases/{number}", ChannelCaseCard.Take })
        {
            Assert.Contains(shown, card, StringComparison.Ordinal);
        }

        foreach (var hidden in new[] { "Phạm Hoàng Đạt", "0912", "dat@hoangdat.vn", "0100109106", "30.000", "refresh" })
        {
            Assert.DoesNotContain(hidden, card, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_channel_nothing_is_posted()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        await desk.Get<RequestChanges>().ChangeAsync(number, stored => RequestRules.Take(stored, stored.Wish(Sample.Lan)), default);
        Assert.Empty(await SentAsync(desk));
    }

    [Fact]
    public async Task A_case_from_before_the_channel_is_not_updated_there()
    {
        CaseNumber number;
        await using (var before = await DeskHost.OpenAsync(folder))
        {
            number = await before.SubmitAsync();
        }

        await using var desk = await DeskHost.OpenAsync(folder, TeamsClicks.Settings);
        await desk.Get<RequestChanges>().ChangeAsync(number, stored => RequestRules.Take(stored, stored.Wish(Sample.Lan)), default);
        Assert.Empty(await SentAsync(desk));
    }

    [Fact]
    public async Task Whatever_side_acts_the_card_is_drawn_anew_for_everybody()
    {
        await using var desk = await DeskHost.OpenAsync(folder, TeamsClicks.Settings);
        var number = await desk.SubmitAsync();
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk/cases/{number}");
        await lan.SendAsync($"/desk/cases/{number}/take");
        await TeamsClicks.LinkAsync(desk, "minh", Roles.Supervisor);
        var answer = await TeamsClicks.SendAsync(desk, "minh", ChannelCaseCard.Reply, number, 2, "Anh/chị được hỗ trợ.");

        Assert.Null(answer.Notice);
        var sent = await SentAsync(desk);
        Assert.Equal([ActivityTypes.Message, ActivityTypes.MessageUpdate, ActivityTypes.MessageUpdate], sent.Select(a => a.Type));
        Assert.All(sent, a => Assert.Equal(ChannelCards.ActivityId(number.ToString()), a.Id));
        Assert.Contains("Trả lời lần đầu: 23/11/2026 17:30", Text(sent[0]), StringComparison.Ordinal);
        Assert.Contains("Tổ hỗ trợ doanh nghiệp nhỏ và vừa", Text(sent[0]), StringComparison.Ordinal);
        Assert.Contains("Cán bộ lan", Text(sent[1]), StringComparison.Ordinal);
        Assert.Contains("Đã trả lời", Text(sent[2]), StringComparison.Ordinal);
        Assert.Contains("Anh/chị được hỗ trợ.", Text(sent[2]), StringComparison.Ordinal);

        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("Anh/chị được hỗ trợ.", lan.Text, StringComparison.Ordinal);
        var stored = await desk.FindAsync(number);
        Assert.Equal(("Cán bộ minh", ChannelIds.Msteams), (stored.History[^1].Who.Name, stored.History[^1].Channel));
        Assert.Null(RequestHistory.Verify(stored.Request, stored.History));
    }

    [Fact]
    public async Task A_deadline_that_passes_is_shown_on_the_card()
    {
        await using var desk = await DeskHost.OpenAsync(folder, TeamsClicks.Settings);
        await desk.SubmitAsync();
        desk.Time.Advance(TimeSpan.FromDays(3));

        // The service looks by itself as well; whoever is first, the card is drawn once.
        for (var i = 0; i < 600 && (await SentAsync(desk)).Count < 2; i++)
        {
            await desk.Get<CaseClockKeeper>().WarnAsync(default);
            await Task.Delay(50);
        }

        var sent = await SentAsync(desk);
        Assert.Equal(2, sent.Count);
        Assert.Contains("Trả lời lần đầu: 23/11/2026 17:30 (quá hạn)", Text(sent[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_asker_gets_what_was_replied_in_Teams()
    {
        await using var desk = await DeskHost.OpenAsync(folder, TeamsClicks.Settings);
        var number = await desk.SubmitAsync();
        await TeamsClicks.LinkAsync(desk, "lan", Roles.Official);
        await TeamsClicks.SendAsync(desk, "lan", ChannelCaseCard.Take, number, 1);
        await TeamsClicks.SendAsync(desk, "lan", ChannelCaseCard.AskBack, number, 2, "Gửi thêm giấy đăng ký.");
        await TeamsClicks.SendAsync(desk, "lan", ChannelCaseCard.Close, number, 3, reason: nameof(CloseReason.NoAnswer));
        Assert.Equal("Submitted Taken AskedBack Closed", string.Join(' ', (await desk.FindAsync(number)).History.Select(e => e.Kind)));
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var told = await db.Set<ActivityRow>().Where(a => a.ConversationKey == "directline/conversations/c1" && a.Direction == Direction.Outbound).Select(a => a.Json).ToListAsync();
        Assert.Equal(2, told.Count);
    }

    [Fact]
    public async Task Who_is_unknown_or_has_no_right_or_comes_from_elsewhere_changes_nothing()
    {
        await using var desk = await DeskHost.OpenAsync(folder, TeamsClicks.Settings);
        var number = await desk.SubmitAsync();
        await TeamsClicks.LinkAsync(desk, "lan", Roles.Official);
        await TeamsClicks.LinkAsync(desk, "boss", Roles.Administrator);
        await TeamsClicks.LinkAsync(desk, "auditor", Roles.Auditor);
        var gone = await TeamsClicks.LinkAsync(desk, "gone", Roles.Official);
        await desk.Get<Accounts>().SetDisabledAsync(gone.Id, isDisabled: true, default);

        foreach (var name in new[] { "stranger", "gone" })
        {
            var refused = await TeamsClicks.SendAsync(desk, name, ChannelCaseCard.Take, number, 1);
            Assert.Equal((DeskTexts.NoAccountForTeams.Vi, null), (refused.Notice, refused.Card));
        }

        var admin = await TeamsClicks.SendAsync(desk, "boss", ChannelCaseCard.Take, number, 1);
        Assert.Equal((DeskTexts.MayNotWork.Vi, null), (admin.Notice, admin.Card));
        var auditor = await TeamsClicks.SendAsync(desk, "auditor", ChannelCaseCard.Take, number, 1);
        Assert.Equal(DeskTexts.MayNotWork.Vi, auditor.Notice);
        Assert.NotNull(auditor.Card);

        var foreign = TeamsClicks.Invoke("lan", ChannelCaseCard.Take, number.ToString(), 1);
        foreign.Conversation!.TenantId = "another";
        var claimed = TeamsClicks.Invoke("lan", ChannelCaseCard.Take, number.ToString(), 1);
        claimed.ChannelId = ChannelIds.Directline;
        foreach (var activity in new[] { foreign, claimed })
        {
            var refused = await desk.Get<ChannelCases>().AnswerAsync(activity, ChannelCaseClick.Read(activity)!, default);
            Assert.Equal((DeskTexts.NoAccountForTeams.Vi, null), (refused.Notice, refused.Card));
        }

        Assert.Single((await desk.FindAsync(number)).History);
    }

    [Fact]
    public async Task A_stale_click_says_so_and_keeps_what_was_typed()
    {
        await using var desk = await DeskHost.OpenAsync(folder, TeamsClicks.Settings);
        var number = await desk.SubmitAsync();
        await TeamsClicks.LinkAsync(desk, "lan", Roles.Official);
        await TeamsClicks.SendAsync(desk, "lan", ChannelCaseCard.Take, number, 1);
        await TeamsClicks.SendAsync(desk, "lan", ChannelCaseCard.AskBack, number, 2, "Gửi thêm giấy đăng ký.");
        var stale = await TeamsClicks.SendAsync(desk, "lan", ChannelCaseCard.Reply, number, 2, "Một câu trả lời dài");
        Assert.Equal(DeskTexts.StaleCard.Vi, stale.Notice);
        Assert.Contains("Một câu trả lời dài", stale.Card!.Content!.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
        Assert.Equal(3, (await desk.FindAsync(number)).Request.Version);
    }

    [Theory]
    [InlineData("{\"action\":{\"verb\":\"case.take\"}}")]
    [InlineData("{\"action\":{\"verb\":\"case.take\",\"data\":[1]}}")]
    [InlineData("{\"action\":{\"verb\":\"case.close\",\"data\":{\"number\":{},\"version\":\"x\",\"reason\":7}}}")]
    [InlineData("{\"action\":{\"verb\":\"case.reply\",\"data\":{\"number\":\"HN-2026-000001-0\",\"version\":1e99}},\"trigger\":[]}")]
    public async Task Whatever_the_data_holds_it_is_answered(string value)
    {
        await using var desk = await DeskHost.OpenAsync(folder, TeamsClicks.Settings);
        await TeamsClicks.LinkAsync(desk, "lan", Roles.Official);
        var activity = TeamsClicks.Invoke("lan", "case.take", "", 1);
        activity.Value = JsonNode.Parse(value);
        Assert.NotNull((await desk.Get<ChannelCases>().AnswerAsync(activity, ChannelCaseClick.Read(activity)!, default)).Notice);
    }

    [Theory]
    [InlineData("{\"action\":\"ask\",\"text\":\"x\"}")]
    [InlineData("{\"action\":{\"verb\":\"other\"}}")]
    [InlineData("{\"action\":null}")]
    [InlineData("[]")]
    [InlineData("7")]
    public void Other_clicks_are_left_to_the_assistant(string value)
    {
        Assert.Null(ChannelCaseClick.Read(new Activity { Type = ActivityTypes.Message, Value = JsonNode.Parse(value) }));
        Assert.Null(ChannelCaseClick.Read(new Activity { Type = ActivityTypes.Invoke, Name = "adaptiveCard/action", Value = JsonNode.Parse(value) }));
    }

    [Fact]
    public async Task An_administrator_links_an_account_and_no_id_twice()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var lan = await desk.CreateAsync("lan", Roles.Official);
        var minh = await desk.CreateAsync("minh", Roles.Official);
        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        var id = TeamsClicks.ObjectId("lan");
        await admin.OpenAsync("/desk/accounts");
        await admin.SendAsync($"/desk/accounts/{lan.Id}/entra", ("entraId", $" {id.ToUpperInvariant()} "));
        Assert.Equal(302, admin.Status);
        await admin.OpenAsync("/desk/accounts");
        Assert.Contains(id, admin.Text, StringComparison.Ordinal);
        await admin.SendAsync($"/desk/accounts/{minh.Id}/entra", ("entraId", id));
        Assert.Equal(422, admin.Status);
        await admin.OpenAsync("/desk/accounts");
        await admin.SendAsync($"/desk/accounts/{minh.Id}/entra", ("entraId", "lan"));
        Assert.Equal(422, admin.Status);
        Assert.Equal(lan.Id, (await desk.Get<Accounts>().FindByEntraIdAsync(id.ToUpperInvariant(), default))?.Id);
        await admin.OpenAsync("/desk/accounts");
        await admin.SendAsync($"/desk/accounts/{lan.Id}/entra", ("entraId", ""));
        Assert.Null(await desk.Get<Accounts>().FindByEntraIdAsync(id, default));
    }

    [Fact]
    public async Task Of_100_simultaneous_takes_from_the_page_and_Teams_one_wins()
    {
        await using var desk = await DeskHost.OpenAsync(folder, TeamsClicks.Settings);
        var number = await desk.SubmitAsync();
        var browsers = new List<Browser>();
        for (var i = 0; i < 10; i++)
        {
            browsers.Add(await desk.SignInAsync($"page{i}", Roles.Official));
            await browsers[i].OpenAsync($"/desk/cases/{number}");
            await TeamsClicks.LinkAsync(desk, $"teams{i}", Roles.Official);
        }

        using var start = new SemaphoreSlim(0, 100);
        var page = Enumerable.Range(0, 10).Select(i => Task.Run(async () =>
        {
            await start.WaitAsync();
            await browsers[i].SendAsync($"/desk/cases/{number}/take");
            return browsers[i].Status == 302 ? 1 : 0;
        }));
        var teams = Enumerable.Range(0, 90).Select(i => Task.Run(async () =>
        {
            await start.WaitAsync();
            var answer = await TeamsClicks.SendAsync(desk, $"teams{i % 10}", ChannelCaseCard.Take, number, 1);
            return answer.Notice is null ? 1 : 0;
        }));
        Task<int>[] all = [.. page, .. teams];
        start.Release(100);
        var wins = (await Task.WhenAll(all)).Sum();
        browsers.ForEach(b => b.Dispose());

        Assert.Equal(1, wins);
        var stored = await desk.FindAsync(number);
        Assert.Equal([RequestEventKind.Submitted, RequestEventKind.Taken], stored.History.Select(e => e.Kind));
        Assert.Equal(stored.History[1].Who.Id, stored.Request.OwnerId);
        Assert.Equal([ActivityTypes.Message, ActivityTypes.MessageUpdate], (await SentAsync(desk)).Select(a => a.Type));
    }

    private static async Task<IReadOnlyList<Activity>> SentAsync(DeskHost desk)
    {
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var rows = await db.Set<ActivityRow>().Where(a => a.ConversationKey == $"msteams/conversations/{TeamsClicks.Channel}").OrderBy(a => a.Sequence).Select(a => a.Json).ToListAsync();
        return [.. rows.Select(json => SchemaJson.FromJson<Activity>(json)!)];
    }

    private static string Text(Activity activity) => activity.Attachments!.Single().Content!.ToJsonString(SchemaJson.Options);
}
