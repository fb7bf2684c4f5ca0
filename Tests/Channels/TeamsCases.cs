using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Conversations;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Channels;

/// <summary>The assistant in Teams: cards that answer in place, thumbs, citations, groups, beginnings.</summary>
public sealed class TeamsCases : IAsyncLifetime, IDisposable
{
    private const string Question = "Mua phần mềm kho có được hỗ trợ không?";

    private readonly TempFolder folder = new();
    private TeamsHost host = null!;

    public async Task InitializeAsync() => host = await TeamsHost.StartAsync(folder);

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Case76_And_Case79_Execute_sends_the_request_once_and_the_card_becomes_the_case()
    {
        var chat = new TeamsChat();
        var (confirm, card) = await SummaryAsync(chat);
        Assert.Equal("Action.Submit", confirm["fallback"]!["type"]!.ToString());

        var answer = await host.InvokeAsync(chat.Execute(confirm["data"]!.AsObject(), card));
        Assert.Equal((200, Attachment.AdaptiveCard), (answer["statusCode"]!.GetValue<int>(), answer["type"]!.ToString()));
        Assert.Contains("HN-2026-", answer["value"]!.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
        Assert.Equal(chat.User, answer["value"]!["refresh"]!["userIds"]![0]!.ToString());
        await TeamsHost.UntilAsync(() => host.Connector.Calls.Any(c => c.Method == "PUT" && c.Path.EndsWith($"/{card}", StringComparison.Ordinal)));

        var again = await host.InvokeAsync(chat.Execute(confirm["data"]!.AsObject(), card));
        Assert.Contains("đã được gửi trước đó", again["value"]!.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync<RequestRow>());
    }

    [Fact]
    public async Task Case79_The_same_click_delivered_twice_gets_the_same_answer()
    {
        var chat = new TeamsChat();
        var (confirm, card) = await SummaryAsync(chat);
        var click = chat.Execute(confirm["data"]!.AsObject(), card);
        var answers = await Task.WhenAll(host.InvokeAsync(click), host.InvokeAsync(click), host.InvokeAsync(click));
        Assert.All(answers, answer => Assert.True(JsonNode.DeepEquals(answers[0], answer)));
        Assert.Equal(1, await CountAsync<RequestRow>());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{}""")]
    [InlineData("""{"trigger":"manual","action":17}""")]
    [InlineData(""" "text" """)]
    public async Task Case77_Execute_without_an_action_gets_an_error_body(string? value)
    {
        var answer = await host.InvokeAsync(new TeamsChat().Invoke("adaptiveCard/action", value is null ? null : JsonNode.Parse(value)));
        Assert.Equal((400, "application/vnd.microsoft.error", "BadRequest"), (answer["statusCode"]!.GetValue<int>(), answer["type"]!.ToString(), answer["value"]!["code"]!.ToString()));
    }

    [Fact]
    public async Task Case78_Somebody_elses_card_does_nothing_for_a_stranger()
    {
        var owner = new TeamsChat();
        var (confirm, _) = await SummaryAsync(owner);
        var stranger = new TeamsChat(owner.Id, "29:binh");
        var answer = await host.InvokeAsync(stranger.Execute(confirm["data"]!.AsObject(), verb: "approve"));
        Assert.Contains("không còn dùng được", answer["value"]!.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync<RequestRow>());
    }

    [Fact]
    public async Task Case80_An_automatic_refresh_changes_nothing()
    {
        var chat = new TeamsChat();
        var (confirm, card) = await SummaryAsync(chat);
        var refused = await host.InvokeAsync(chat.Execute(confirm["data"]!.AsObject(), card, trigger: "automatic"));
        Assert.Equal("application/vnd.microsoft.activity.message", refused["type"]!.ToString());
        Assert.Equal(0, await CountAsync<RequestRow>());

        var sent = await host.InvokeAsync(chat.Execute(confirm["data"]!.AsObject(), card));
        var refresh = sent["value"]!["refresh"]!["action"]!["data"]!.AsObject();
        await host.SettleAsync();
        var before = host.Connector.Calls.Count;
        var refreshed = await host.InvokeAsync(chat.Execute(refresh, card, trigger: "automatic"));
        Assert.Contains("HN-2026-", refreshed["value"]!.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
        await host.SettleAsync();
        Assert.Equal(before, host.Connector.Calls.Count);
    }

    [Fact]
    public async Task Case81_The_fallback_has_the_same_effect()
    {
        var chat = new TeamsChat();
        var (confirm, card) = await SummaryAsync(chat);
        Assert.Contains("HN-2026-", (await SayAsync(chat.Submit(confirm["fallback"]!["data"]!, card))).Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync<RequestRow>());
    }

    [Fact]
    public async Task Case71_A_stale_card_is_answered_kindly()
    {
        var answer = await host.InvokeAsync(new TeamsChat().Execute(CardActions.FormData(CardActions.Confirm, "old", 3)));
        Assert.Contains("không còn dùng được", answer["value"]!.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("like", """ "{\"feedbackText\":\"rõ ràng\"}" """, true, "rõ ràng")]
    [InlineData("dislike", """ {"feedbackText":"thiếu"} """, false, "thiếu")]
    [InlineData("like", """ "chữ thường" """, true, "chữ thường")]
    [InlineData("like", """ null """, true, null)]
    public async Task Case84_Feedback_in_every_form_is_a_vote(string reaction, string feedback, bool isUp, string? comment)
    {
        var chat = new TeamsChat();
        await AskAsync(chat);
        var value = JsonNode.Parse($$$"""{"actionName":"feedback","actionValue":{"reaction":"{{{reaction}}}","feedback":{{{feedback}}}}}""");
        var given = LastId();
        Assert.Empty(await host.InvokeAsync(chat.Invoke("message/submitAction", value, given)));

        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var vote = await db.Set<VoteRow>().SingleAsync();
        Assert.Equal((isUp, comment, "T1-software"), (vote.IsUp, vote.Comment, vote.ArticleKey));
    }

    [Theory]
    [InlineData("""{"type":"https://schema.org/VoteAction","@type":"VoteAction","actionOption":"upvote"}""", true)]
    [InlineData("""{"type":"https://schema.org/DislikeAction","@type":"DislikeAction"}""", false)]
    public async Task Case84_The_event_form_of_Web_Chat_is_a_vote_too(string entity, bool isUp)
    {
        var chat = new TeamsChat();
        await AskAsync(chat);
        var vote = SchemaJson.FromJson<Activity>($$"""{"type":"event","name":"webchat:activity-status/feedback","entities":[{{entity}}]}""")!;
        Assert.Equal(isUp ? 0 : 1, (await host.SayAsync(chat.Of(vote))).Count(message => message.Body!.ToJsonString().Contains("reason", StringComparison.Ordinal)));

        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        Assert.Equal((isUp, "T1-software"), await db.Set<VoteRow>().Select(v => new ValueTuple<bool, string?>(v.IsUp, v.ArticleKey)).SingleAsync());
    }

    [Fact]
    public async Task Case85_Citations_stand_in_the_text_and_in_the_entity()
    {
        var answer = (await AskAsync(new TeamsChat())).Body!;
        var entity = Assert.Single(answer["entities"]!.AsArray())!;
        Assert.Equal(("https://schema.org/Message", "AIGeneratedContent"), (entity["type"]!.ToString(), entity["additionalType"]![0]!.ToString()));
        Assert.Contains("70/2022/NĐ-CP", entity["citation"]![0]!["appearance"]!["name"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("[1]", answer["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("default", answer["channelData"]!["feedbackLoop"]!["type"]!.ToString());
        Assert.DoesNotContain("\"vote\"", answer.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case89_The_mention_is_taken_out_by_its_entity_and_a_group_is_answered_only_when_the_bot_is_named()
    {
        var group = new TeamsChat("19:group@thread.v2", type: "groupChat");
        using var overheard = await host.PostAsync(group.Message(Question));
        Assert.Equal(200, (int)overheard.StatusCode);
        Assert.Contains("Doanh nghiệp nhỏ", (await SayAsync(group.Mention(Question))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case72_And_Case73_Two_peoples_dialogs_in_a_channel_do_not_mix()
    {
        var (an, binh) = (new TeamsChat("19:c@thread.tacv2;messageid=1", type: "channel"), new TeamsChat("19:c@thread.tacv2;messageid=1", "29:binh", "channel"));
        await SayAsync(an.Mention("Gửi yêu cầu"));
        await SayAsync(binh.Mention("Gửi yêu cầu"));
        await SayAsync(an.Mention("Công ty An"));
        await SayAsync(binh.Mention("Công ty Bình"));
        Assert.Contains("phường, xã", (await SayAsync(an.Mention("0100109106"))).Text, StringComparison.Ordinal);
        Assert.Contains("kiểm tra", (await SayAsync(binh.Mention("0100109107"))).Text, StringComparison.Ordinal);
        await SayAsync(binh.Mention("hủy"));
        Assert.Contains("Lĩnh vực", (await SayAsync(an.Mention("Phường Nghĩa Đô"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case91_One_welcome_although_both_beginnings_arrive()
    {
        var chat = new TeamsChat();
        foreach (var activity in new[] { chat.Added(), chat.Installation("add"), chat.Installation("add-upgrade"), chat.Added() })
            (await host.PostAsync(activity)).Dispose();
        await AskAsync(chat);
        Assert.Contains("trợ lý tự động", host.Connector.Messages[0].Text, StringComparison.Ordinal);
        Assert.Equal(2, host.Connector.Messages.Count);

        (await host.PostAsync(chat.Installation("remove"))).Dispose();
        (await host.PostAsync(chat.Installation("add"))).Dispose();
        Assert.Contains("trợ lý tự động", (await host.MessagesAsync(3))[2].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("29:an", "copy", "https://tenant-my.sharepoint.com/up?x=1", 200, true)]
    [InlineData("29:binh", "copy", "https://tenant-my.sharepoint.com/up?x=1", 404, false)]
    [InlineData("29:an", "other", "https://tenant-my.sharepoint.com/up?x=1", 404, false)]
    [InlineData("29:an", "copy", "https://evil.example/up", 400, false)]
    [InlineData("29:an", "copy", "http://tenant-my.sharepoint.com/up", 400, false)]
    public async Task Case94_An_accepted_file_is_written_only_to_an_allowed_host(string user, string key, string address, int status, bool isWritten)
    {
        var offered = FileConsent.Offer(key, "bản sao.txt", "Bản sao yêu cầu", 14);
        var chat = new TeamsChat(user: user);
        var value = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = "accept",
            ["context"] = offered.Content!["acceptContext"]!.DeepClone(),
            ["uploadInfo"] = new JsonObject { ["uploadUrl"] = address, ["name"] = "bản sao.txt", ["contentUrl"] = "https://tenant-my.sharepoint.com/f", ["uniqueId"] = "u", ["fileType"] = "txt" },
        };
        using var response = await host.PostAsync(chat.Invoke(FileConsent.InvokeName, value));
        Assert.Equal(status, (int)response.StatusCode);
        await host.SettleAsync();

        Assert.Equal(isWritten ? 2 : 0, host.Connector.Calls.Count);
        if (isWritten)
        {
            Assert.Equal(("PUT /up?x=1", null), (host.Connector.Calls[0].Line, host.Connector.Calls[0].Token));
            Assert.Equal(FileConsent.InfoType, host.Connector.Calls[1].Body!["attachments"]![0]!["contentType"]!.ToString());
        }
    }

    [Fact]
    public async Task Case94_A_declined_file_is_left()
    {
        Assert.Empty(await host.InvokeAsync(new TeamsChat().Invoke(FileConsent.InvokeName, JsonNode.Parse("""{"type":"fileUpload","action":"decline","context":{"file":"copy"}}"""))));
        Assert.Empty(host.Connector.Calls);
    }

    [Fact]
    public async Task The_quirks_of_the_Playground_are_taken()
    {
        var message = new TeamsChat("personal-chat-id", "user-id-0").Message(Question);
        message.Recipient = new ChannelAccount { Id = "00000000-0000-0000-0000-00000000000011", Name = "Test Bot" };
        message.Conversation!.TenantId = "00000000-0000-0000-0000-0000000000001";
        message.ServiceUrl = "http://localhost:56150/_connector";
        using var own = new TempFolder();
        await using var open = await TeamsHost.StartAsync(own, null, "Development", ("Bot:AllowAnonymous", "true"));
        using var response = await open.PostAsync(SchemaJson.ToJson(message), null);
        var call = (await open.MessagesAsync(1))[0];
        Assert.StartsWith("POST /_connector/v3/conversations/personal-chat-id/activities/", call.Line, StringComparison.Ordinal);
        Assert.Null(call.Token);
    }

    [Fact]
    public void Any_object_with_a_type_is_answered_without_a_fault() => Prop.ForAll(JsonGenerator.Activities.ToArbitrary(), json =>
    {
        using var response = host.PostAsync(json).GetAwaiter().GetResult();
        return (int)response.StatusCode is < 500 or 501;
    }).QuickCheckThrowOnFailure();

    private Task<ConnectorCall> AskAsync(TeamsChat chat) => SayAsync(chat.Message(Question));

    /// <summary>The last message that answers it.</summary>
    private async Task<ConnectorCall> SayAsync(Activity activity) => (await host.SayAsync(activity))[^1];

    /// <summary>Fills in the form; the button that sends it, and the channel's id of the summary.</summary>
    private async Task<(JsonObject Confirm, string Card)> SummaryAsync(TeamsChat chat)
    {
        var form = (await host.SayAsync(chat.Message("Gửi yêu cầu"))).Last(m => m.Body!["attachments"] is not null);
        var data = Conversation.Find(form.Body!, node => node["action"]?.ToString() == CardActions.Form).First().DeepClone().AsObject();
        foreach (var (field, value) in CardFlowTests.Complete)
            data[field] = value;
        var summary = await SayAsync(chat.Submit(data));
        var confirm = Conversation.Find(summary.Body!, node => node["type"]?.ToString() == CardTree.Execute && node["verb"]?.ToString() == CardActions.Confirm).Single();
        return (confirm, LastId());
    }

    /// <summary>The id that the channel gave to the last message.</summary>
    private string LastId() => $"given-{host.Connector.Calls.Count}";

    private async Task<int> CountAsync<TRow>()
        where TRow : class
    {
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await db.Set<TRow>().CountAsync();
    }
}
