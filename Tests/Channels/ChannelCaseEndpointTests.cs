using System.Text.Json.Nodes;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Mail;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Channels;

/// <summary>
/// Case cards in a channel of officials through the real endpoint: posted, clicked, answered in place and updated for all members.
/// </summary>
public sealed class ChannelCaseEndpointTests : IAsyncLifetime, IDisposable
{
    private const string Posts = "POST /apac/v3/conversations";
    private const string Card = "application/vnd.microsoft.card.adaptive";

    private readonly TempFolder folder = new();
    private TeamsHost host = null!;
    private CaseNumber number;

    public async Task InitializeAsync()
    {
        host = await TeamsHost.StartAsync(folder, TeamsClicks.Settings);
        foreach (var name in new[] { "lan", "minh" })
        {
            var created = Assert.IsType<AccountOutcome.Succeeded>(
                await host.Get<AccountStore>().CreateAsync(name, $"Cán bộ {name}", Roles.Official, default)
            );
            Assert.IsType<AccountOutcome.Succeeded>(
                await host.Get<AccountStore>().SetEntraIdAsync(created.Account.Id, TeamsClicks.ObjectId(name), default)
            );
        }

        number = await MailCases.SubmitAsync(host, "t1", Sample.Draft(), isConfirmed: false);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_case_is_posted_and_its_post_is_updated_after_every_action()
    {
        await WaitForCallAsync(Posts, 1);
        Assert.Equal(Card, ResponseType(await ClickAsync("lan", DeskActions.Take.Verb, 1)));
        await WaitForCallAsync(Puts, 1);
        await host.Get<CaseCommandRunner>()
            .ChangeAsync(number, stored => CaseRules.Reply(stored, stored.Command(Sample.Supervisor), "Anh/chị được hỗ trợ."), default);
        await WaitForCallAsync(Puts, 2);

        Assert.Equal(1, host.Connector.Calls.Count(c => c.Line == Posts));
        Assert.Contains(
            "Đã trả lời",
            host.Connector.Calls.Last(c => c.Line == Puts).Body!.ToJsonString(SchemaJson.Options),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Case78_A_forged_verb_of_another_user_is_refused_and_the_card_is_refreshed()
    {
        await ClickAsync("lan", DeskActions.Take.Verb, 1);
        var forged = await ClickAsync("minh", DeskActions.Reply.Verb, 2, "Tôi trả lời thay.");
        Assert.Equal(Card, ResponseType(forged));
        Assert.Contains("Cán bộ lan đang xử lý yêu cầu này.", forged.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
        Assert.Contains("Đang xử lý", forged.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);

        var stranger = await ClickAsync("stranger", DeskActions.Close.Verb, 2, reason: nameof(CloseReason.Answered));
        Assert.Equal("application/vnd.microsoft.activity.message", ResponseType(stranger));
        Assert.Equal(DeskTexts.NoAccountForTeams.Vi, stranger["value"]!.GetValue<string>());

        Assert.Equal("Submitted Taken", await GetHistoryAsync());
    }

    [Fact]
    public async Task Case79_A_double_click_has_one_effect_and_the_second_response_says_so()
    {
        Assert.DoesNotContain(
            DeskTexts.AlreadyDone.Vi,
            (await ClickAsync("lan", DeskActions.Take.Verb, 1)).ToJsonString(SchemaJson.Options),
            StringComparison.Ordinal
        );
        Assert.Contains(
            DeskTexts.AlreadyDone.Vi,
            (await ClickAsync("lan", DeskActions.Take.Verb, 1)).ToJsonString(SchemaJson.Options),
            StringComparison.Ordinal
        );
        var both = await Task.WhenAll(
            ClickAsync("lan", DeskActions.Reply.Verb, 2, "Anh/chị được hỗ trợ."),
            ClickAsync("lan", DeskActions.Reply.Verb, 2, "Anh/chị được hỗ trợ.")
        );
        Assert.Equal(
            1,
            both.Count(answer => answer.ToJsonString(SchemaJson.Options).Contains(DeskTexts.AlreadyDone.Vi, StringComparison.Ordinal))
        );

        var again = TeamsClicks.Invoke("lan", DeskActions.Close.Verb, number.ToString(), 3, reason: nameof(CloseReason.Answered));
        var first = await host.InvokeAsync(again);
        Assert.Equal(first.ToJsonString(), (await host.InvokeAsync(again)).ToJsonString());
        Assert.Equal("Submitted Taken Replied Closed", await GetHistoryAsync());
    }

    [Fact]
    public async Task Case80_An_automatic_refresh_only_reads()
    {
        foreach (var verb in new[] { ChannelCaseCard.ShowVerb, DeskActions.Take.Verb })
        {
            var shown = await host.InvokeAsync(TeamsClicks.Invoke("lan", verb, number.ToString(), 1, trigger: "automatic"));
            Assert.Equal(Card, ResponseType(shown));
            Assert.Contains("Mới gửi", shown.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
            Assert.Equal("29:lan", shown["value"]!["refresh"]!["userIds"]![0]!.GetValue<string>());
        }

        Assert.Equal("Submitted", await GetHistoryAsync());
        await host.WaitUntilIdleAsync();
        Assert.DoesNotContain(host.Connector.Calls, c => c.Method == "PUT");
    }

    [Fact]
    public async Task Case81_The_fallback_to_submit_has_the_same_effect()
    {
        await SubmitClickAsync("lan", DeskActions.Take.Verb, 1);
        await Wait.UntilAsync(async () => await GetHistoryAsync() == "Submitted Taken");
        await SubmitClickAsync("minh", DeskActions.Take.Verb, 1);
        await Wait.UntilAsync(() => host.Connector.Messages.Any(m => m.Text == "Cán bộ lan đang xử lý yêu cầu này."));
        Assert.Equal("Submitted Taken", await GetHistoryAsync());
    }

    [Fact]
    public async Task A_deleted_card_does_not_block_the_channel()
    {
        var seen = TeamsClicks.Invoke("lan", ChannelCaseCard.ShowVerb, number.ToString(), 1);
        seen.Conversation!.Id = TeamsClicks.Channel;
        await host.InvokeAsync(seen);
        await WaitForCallAsync(Posts, 1);
        host.Connector.ResponseOverride = call => call.Method == "PUT" ? FakeConnector.Error(404) : null;
        await ClickAsync("lan", DeskActions.Take.Verb, 1);
        await WaitForCallAsync(Puts, 1);
        await MailCases.SubmitAsync(host, "t2", Sample.Draft(), isConfirmed: false);
        await WaitForCallAsync(Posts, 2);
    }

    private static string Puts => "PUT /apac/v3/conversations/19%3Aofficials%40thread.tacv2%3Bmessageid%3Dgiven-1/activities/given-1";

    private static string ResponseType(JsonObject answer)
    {
        Assert.Equal(200, answer["statusCode"]!.GetValue<int>());
        return answer["type"]!.GetValue<string>();
    }

    private Task<JsonObject> ClickAsync(string name, string action, int version, string? text = null, string? reason = null) =>
        host.InvokeAsync(TeamsClicks.Invoke(name, action, number.ToString(), version, text, reason));

    private async Task SubmitClickAsync(string name, string action, int version)
    {
        var activity = TeamsClicks.Invoke(name, action, number.ToString(), version);
        (activity.Type, activity.Name, activity.Value) = (
            ActivityTypes.Message,
            null,
            TeamsClicks.Data(action, number.ToString(), version, null, null)
        );
        using var response = await host.PostAsync(activity);
        Assert.Equal(202, (int)response.StatusCode);
    }

    private async Task WaitForCallAsync(string line, int times) =>
        await Wait.UntilAsync(
            () => host.Connector.Calls.Count(c => c.Line == line) >= times,
            failure: () => $"{line} did not come {times} times: {string.Join(" | ", host.Connector.Calls.Select(c => c.Line))}"
        );

    private async Task<string> GetHistoryAsync() =>
        string.Join(' ', (await host.Get<CaseStore>().FindAsync(number, default))!.History.Select(e => e.Kind));
}
