using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Channel;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>Cases in the officials' channel of Teams: what is posted, who may click, and what a click does.</summary>
public sealed partial class ChannelCaseTests : IDisposable
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
        Assert.Equal(
            (ChannelIds.Msteams, TeamsClicks.Channel, "28:bot", "https://smba.trafficmanager.net/apac/"),
            (post.ChannelId, post.Conversation!.Id, post.From!.Id, post.ServiceUrl)
        );
        Assert.Null(post.ReplyToId);
        var card = post.Attachments!.Single().Content!.ToJsonString(SchemaJson.Options);
        foreach (
            var shown in new[]
            {
                number.ToString(),
                "Công ty TNHH Hoàng Đạt",
                "Nhỏ (80/2021/NĐ-CP Điều 5)",
                "Phường Ba Đình",
                "Chúng tôi cần tư vấn",
                $"https://troly.example.vn/desk/cases/{number}",
                DeskActions.Take.Verb,
            }
        )
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
        await desk.Get<CaseCommandRunner>().ChangeAsync(number, stored => CaseRules.Take(stored, stored.Command(Sample.Lan)), default);
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
        await desk.Get<CaseCommandRunner>().ChangeAsync(number, stored => CaseRules.Take(stored, stored.Command(Sample.Lan)), default);
        Assert.Empty(await SentAsync(desk));
    }

    [Fact]
    public async Task The_card_is_updated_for_everyone_whoever_acts()
    {
        await using var desk = await DeskHost.OpenAsync(folder, TeamsClicks.Settings);
        var number = await desk.SubmitAsync();
        using var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk/cases/{number}");
        await lan.SendAsync($"/desk/cases/{number}/take");
        await TeamsClicks.LinkAsync(desk, "minh", Roles.Supervisor);
        var answer = await TeamsClicks.SendAsync(desk, "minh", DeskActions.Reply.Verb, number, 2, "Anh/chị được hỗ trợ.");

        Assert.Null(answer.Notice);
        var sent = await SentAsync(desk);
        Assert.Equal([ActivityTypes.Message, ActivityTypes.MessageUpdate, ActivityTypes.MessageUpdate], sent.Select(a => a.Type));
        Assert.All(sent, a => Assert.Equal(ChannelCardUpdater.GetActivityId(number.ToString()), a.Id));
        Assert.Contains("Trả lời lần đầu: 23/11/2026 17:30", Text(sent[0]), StringComparison.Ordinal);
        Assert.Contains("Tổ hỗ trợ doanh nghiệp nhỏ và vừa", Text(sent[0]), StringComparison.Ordinal);
        Assert.Contains("Cán bộ lan", Text(sent[1]), StringComparison.Ordinal);
        Assert.Contains("Đã trả lời", Text(sent[2]), StringComparison.Ordinal);
        Assert.Contains("Anh/chị được hỗ trợ.", Text(sent[2]), StringComparison.Ordinal);

        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("Anh/chị được hỗ trợ.", lan.Text, StringComparison.Ordinal);
        var stored = await desk.FindAsync(number);
        Assert.Equal(("Cán bộ minh", ChannelIds.Msteams), (stored.History[^1].Actor.Name, stored.History[^1].Channel));
        Assert.Null(CaseHistory.Verify(stored.Request, stored.History));
    }

    [Fact]
    public async Task A_deadline_that_passes_is_shown_on_the_card()
    {
        await using var desk = await DeskHost.OpenAsync(folder, TeamsClicks.Settings);
        await desk.SubmitAsync();
        // 23/11/2026 17:45 in Hanoi: warnings are still given; the day after is a holiday.
        desk.Time.Advance(new TimeSpan(2, 8, 45, 0));

        // The worker warns as well; whichever is first, the card is drawn once.
        await Wait.UntilAsync(async () =>
        {
            await desk.Get<DeadlineMonitor>().SendDueWarningsAsync(default);
            return (await SentAsync(desk)).Count >= 2;
        });
        var sent = await SentAsync(desk);
        Assert.Equal(2, sent.Count);
        Assert.Contains("Trả lời lần đầu: 23/11/2026 17:30 (quá hạn)", Text(sent[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_asker_gets_the_reply_that_was_written_in_Teams()
    {
        await using var desk = await DeskHost.OpenAsync(folder, TeamsClicks.Settings);
        var number = await desk.SubmitAsync();
        await TeamsClicks.LinkAsync(desk, "lan", Roles.Official);
        await TeamsClicks.SendAsync(desk, "lan", DeskActions.Take.Verb, number, 1);
        await TeamsClicks.SendAsync(desk, "lan", DeskActions.RequestInformation.Verb, number, 2, "Gửi thêm giấy đăng ký.");
        await TeamsClicks.SendAsync(desk, "lan", DeskActions.Close.Verb, number, 3, reason: nameof(CloseReason.NoAnswer));
        Assert.Equal("Submitted Taken AskedBack Closed", string.Join(' ', (await desk.FindAsync(number)).History.Select(e => e.Kind)));
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var told = await db.Set<ActivityRow>()
            .Where(a => a.ConversationKey == "directline/conversations/c1" && a.Direction == Direction.Outbound)
            .Select(a => a.Json)
            .ToListAsync();
        Assert.Equal(2, told.Count);
    }

    [Fact]
    public async Task An_unknown_sender_or_one_without_permission_or_from_another_tenant_changes_nothing()
    {
        await using var desk = await DeskHost.OpenAsync(folder, TeamsClicks.Settings);
        var number = await desk.SubmitAsync();
        await TeamsClicks.LinkAsync(desk, "lan", Roles.Official);
        await TeamsClicks.LinkAsync(desk, "boss", Roles.Administrator);
        await TeamsClicks.LinkAsync(desk, "auditor", Roles.Auditor);
        var gone = await TeamsClicks.LinkAsync(desk, "gone", Roles.Official);
        await desk.Get<AccountStore>().SetDisabledAsync(gone.Id, isDisabled: true, default);

        foreach (var name in new[] { "stranger", "gone" })
        {
            var refused = await TeamsClicks.SendAsync(desk, name, DeskActions.Take.Verb, number, 1);
            Assert.Equal((DeskTexts.NoAccountForTeams.Vi, null), (refused.Notice, refused.Card));
        }

        var admin = await TeamsClicks.SendAsync(desk, "boss", DeskActions.Take.Verb, number, 1);
        Assert.Equal((DeskTexts.NoPermission.Vi, null), (admin.Notice, admin.Card));
        var auditor = await TeamsClicks.SendAsync(desk, "auditor", DeskActions.Take.Verb, number, 1);
        Assert.Equal(DeskTexts.NoPermission.Vi, auditor.Notice);
        Assert.NotNull(auditor.Card);

        var foreign = TeamsClicks.Invoke("lan", DeskActions.Take.Verb, number.ToString(), 1);
        foreign.Conversation!.TenantId = "another";
        var claimed = TeamsClicks.Invoke("lan", DeskActions.Take.Verb, number.ToString(), 1);
        claimed.ChannelId = ChannelIds.Directline;
        foreach (var activity in new[] { foreign, claimed })
        {
            var refused = await desk.Get<ChannelCaseService>()
                .AnswerAsync(activity, ChannelCaseClick.Read(activity, DeskActions.Default)!, default);
            Assert.Equal((DeskTexts.NoAccountForTeams.Vi, null), (refused.Notice, refused.Card));
        }

        Assert.Single((await desk.FindAsync(number)).History);
    }
}
