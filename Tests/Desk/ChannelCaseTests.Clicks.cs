using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Channel;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Tests.Desk;

public sealed partial class ChannelCaseTests
{
    [Fact]
    public async Task A_stale_click_says_so_and_keeps_what_was_typed()
    {
        await using var desk = await DeskHost.OpenAsync(folder, TeamsClicks.Settings);
        var number = await desk.SubmitAsync();
        await TeamsClicks.LinkAsync(desk, "lan", Roles.Official);
        await TeamsClicks.SendAsync(desk, "lan", DeskActions.Take.Verb, number, 1);
        await TeamsClicks.SendAsync(desk, "lan", DeskActions.RequestInformation.Verb, number, 2, "Gửi thêm giấy đăng ký.");
        var stale = await TeamsClicks.SendAsync(desk, "lan", DeskActions.Reply.Verb, number, 2, "Một câu trả lời dài");
        Assert.Equal(DeskTexts.StaleCard.Vi, stale.Notice);
        Assert.Contains("Một câu trả lời dài", stale.Card!.Content!.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
        Assert.Equal(3, (await desk.FindAsync(number)).Request.Version);
    }

    [Theory]
    [InlineData("{\"action\":{\"verb\":\"case.take\"}}")]
    [InlineData("{\"action\":{\"verb\":\"case.take\",\"data\":[1]}}")]
    [InlineData("{\"action\":{\"verb\":\"case.close\",\"data\":{\"number\":{},\"version\":\"x\",\"reason\":7}}}")]
    [InlineData("{\"action\":{\"verb\":\"case.reply\",\"data\":{\"number\":\"HN-2026-000001-0\",\"version\":1e99}},\"trigger\":[]}")]
    public async Task Every_card_data_gets_a_response(string value)
    {
        await using var desk = await DeskHost.OpenAsync(folder, TeamsClicks.Settings);
        await TeamsClicks.LinkAsync(desk, "lan", Roles.Official);
        var activity = TeamsClicks.Invoke("lan", "case.take", "", 1);
        activity.Value = JsonNode.Parse(value);
        Assert.NotNull(
            (
                await desk.Get<ChannelCaseService>().AnswerAsync(activity, ChannelCaseClick.Read(activity, DeskActions.Default)!, default)
            ).Notice
        );
    }

    [Theory]
    [InlineData("{\"action\":\"ask\",\"text\":\"x\"}")]
    [InlineData("{\"action\":{\"verb\":\"other\"}}")]
    [InlineData("{\"action\":null}")]
    [InlineData("[]")]
    [InlineData("7")]
    public void Other_clicks_are_left_to_the_assistant(string value)
    {
        Assert.Null(
            ChannelCaseClick.Read(new Activity { Type = ActivityTypes.Message, Value = JsonNode.Parse(value) }, DeskActions.Default)
        );
        Assert.Null(
            ChannelCaseClick.Read(
                new Activity
                {
                    Type = ActivityTypes.Invoke,
                    Name = "adaptiveCard/action",
                    Value = JsonNode.Parse(value),
                },
                DeskActions.Default
            )
        );
    }

    [Fact]
    public async Task An_administrator_links_an_account_and_each_id_only_once()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var lan = await desk.CreateAsync("lan", Roles.Official);
        var minh = await desk.CreateAsync("minh", Roles.Official);
        using var admin = await desk.SignInAsync("boss", Roles.Administrator);
        var id = TeamsClicks.ObjectId("lan");
        await admin.OpenAsync($"/desk/accounts/{lan.Id}");
        await admin.SendAsync($"/desk/accounts/{lan.Id}/entra", ("entraId", $" {id.ToUpperInvariant()} "));
        Assert.Equal(302, admin.Status);
        await admin.OpenAsync($"/desk/accounts/{lan.Id}");
        Assert.Contains(id, admin.Text, StringComparison.Ordinal);
        await admin.OpenAsync($"/desk/accounts/{minh.Id}");
        await admin.SendAsync($"/desk/accounts/{minh.Id}/entra", ("entraId", id));
        Assert.Equal(422, admin.Status);
        await admin.OpenAsync($"/desk/accounts/{minh.Id}");
        await admin.SendAsync($"/desk/accounts/{minh.Id}/entra", ("entraId", "lan"));
        Assert.Equal(422, admin.Status);
        Assert.Equal(lan.Id, (await desk.Get<AccountStore>().FindByEntraIdAsync(id.ToUpperInvariant(), default))?.Id);
        await admin.OpenAsync($"/desk/accounts/{lan.Id}");
        await admin.SendAsync($"/desk/accounts/{lan.Id}/entra", ("entraId", ""));
        Assert.Null(await desk.Get<AccountStore>().FindByEntraIdAsync(id, default));
    }

    [Fact]
    public async Task Only_one_of_100_simultaneous_takes_from_the_page_and_Teams_succeeds()
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
        var page = Enumerable
            .Range(0, 10)
            .Select(i =>
                Task.Run(async () =>
                {
                    await start.WaitAsync();
                    await browsers[i].SendAsync($"/desk/cases/{number}/take");
                    return browsers[i].Status == 302 ? 1 : 0;
                })
            );
        var teams = Enumerable
            .Range(0, 90)
            .Select(i =>
                Task.Run(async () =>
                {
                    await start.WaitAsync();
                    var answer = await TeamsClicks.SendAsync(desk, $"teams{i % 10}", DeskActions.Take.Verb, number, 1);
                    return answer.Notice is null ? 1 : 0;
                })
            );
        Task<int>[] all = [.. page, .. teams];
        start.Release(100);
        var wins = (await Task.WhenAll(all)).Sum();
        browsers.ForEach(b => b.Dispose());

        Assert.Equal(1, wins);
        var stored = await desk.FindAsync(number);
        Assert.Equal([CaseEventKind.Submitted, CaseEventKind.Taken], stored.History.Select(e => e.Kind));
        Assert.Equal(stored.History[1].Actor.Id, stored.Request.OwnerId);
        Assert.Equal([ActivityTypes.Message, ActivityTypes.MessageUpdate], (await SentAsync(desk)).Select(a => a.Type));
    }

    private static async Task<IReadOnlyList<Activity>> SentAsync(DeskHost desk)
    {
        await using var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var rows = await db.Set<ActivityRow>()
            .Where(a => a.ConversationKey == $"msteams/conversations/{TeamsClicks.Channel}")
            .OrderBy(a => a.Sequence)
            .Select(a => a.Json)
            .ToListAsync();
        return [.. rows.Select(json => SchemaJson.FromJson<Activity>(json)!)];
    }

    private static string Text(Activity activity) => activity.Attachments!.Single().Content!.ToJsonString(SchemaJson.Options);
}
