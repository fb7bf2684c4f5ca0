using System.Text.Json.Nodes;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Channels;

/// <summary>The assistant in Teams: cards answered in place, feedback, citations, groups, welcome messages.</summary>
public sealed partial class TeamsTests : IAsyncLifetime, IDisposable
{
    private const string Question = "Mua phần mềm kho có được hỗ trợ không?";

    private readonly TempFolder folder = new();
    private TeamsHost host = null!;

    public async Task InitializeAsync() => host = await TeamsHost.StartAsync(folder);

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Case76_And_Case79_Execute_submits_the_request_once_and_the_card_shows_the_case()
    {
        var chat = new TeamsChat();
        var (confirm, card) = await GetSummaryAsync(chat);
        Assert.Equal("Action.Submit", confirm["fallback"]!["type"]!.ToString());

        var answer = await host.InvokeAsync(chat.Execute(confirm["data"]!.AsObject(), card));
        Assert.Equal((200, Attachment.AdaptiveCard), (answer["statusCode"]!.GetValue<int>(), answer["type"]!.ToString()));
        Assert.Contains("HN-2026-", answer["value"]!.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
        Assert.Equal(chat.User, answer["value"]!["refresh"]!["userIds"]![0]!.ToString());
        await Wait.UntilAsync(() =>
            host.Connector.Calls.Any(c => c.Method == "PUT" && c.Path.EndsWith($"/{card}", StringComparison.Ordinal))
        );

        var again = await host.InvokeAsync(chat.Execute(confirm["data"]!.AsObject(), card));
        Assert.Contains("đã được gửi trước đó", again["value"]!.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync<CaseRow>());
    }

    [Fact]
    public async Task Case79_The_same_click_delivered_twice_gets_the_same_answer()
    {
        var chat = new TeamsChat();
        var (confirm, card) = await GetSummaryAsync(chat);
        var click = chat.Execute(confirm["data"]!.AsObject(), card);
        var answers = await Task.WhenAll(host.InvokeAsync(click), host.InvokeAsync(click), host.InvokeAsync(click));
        Assert.All(answers, answer => Assert.True(JsonNode.DeepEquals(answers[0], answer)));
        Assert.Equal(1, await CountAsync<CaseRow>());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{}""")]
    [InlineData("""{"trigger":"manual","action":17}""")]
    [InlineData(""" "text" """)]
    public async Task Case77_Execute_without_an_action_gets_an_error_body(string? value)
    {
        var answer = await host.InvokeAsync(new TeamsChat().Invoke("adaptiveCard/action", value is null ? null : JsonNode.Parse(value)));
        Assert.Equal(
            (400, "application/vnd.microsoft.error", "BadRequest"),
            (answer["statusCode"]!.GetValue<int>(), answer["type"]!.ToString(), answer["value"]!["code"]!.ToString())
        );
    }

    [Fact]
    public async Task Case78_A_click_on_the_card_of_another_user_has_no_effect()
    {
        var owner = new TeamsChat();
        var (confirm, _) = await GetSummaryAsync(owner);
        var stranger = new TeamsChat(owner.Id, "29:binh");
        var answer = await host.InvokeAsync(stranger.Execute(confirm["data"]!.AsObject(), verb: "approve"));
        Assert.Contains("không còn dùng được", answer["value"]!.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync<CaseRow>());
    }

    [Fact]
    public async Task Case80_An_automatic_refresh_changes_nothing()
    {
        var chat = new TeamsChat();
        var (confirm, card) = await GetSummaryAsync(chat);
        var refused = await host.InvokeAsync(chat.Execute(confirm["data"]!.AsObject(), card, trigger: "automatic"));
        Assert.Equal("application/vnd.microsoft.activity.message", refused["type"]!.ToString());
        Assert.Equal(0, await CountAsync<CaseRow>());

        var sent = await host.InvokeAsync(chat.Execute(confirm["data"]!.AsObject(), card));
        var refresh = sent["value"]!["refresh"]!["action"]!["data"]!.AsObject();
        await host.WaitUntilIdleAsync();
        var before = host.Connector.Calls.Count;
        var refreshed = await host.InvokeAsync(chat.Execute(refresh, card, trigger: "automatic"));
        Assert.Contains("HN-2026-", refreshed["value"]!.ToJsonString(SchemaJson.Options), StringComparison.Ordinal);
        await host.WaitUntilIdleAsync();
        Assert.Equal(before, host.Connector.Calls.Count);
    }

    [Fact]
    public async Task Case81_The_fallback_has_the_same_effect()
    {
        var chat = new TeamsChat();
        var (confirm, card) = await GetSummaryAsync(chat);
        Assert.Contains("HN-2026-", (await SayAsync(chat.Submit(confirm["fallback"]!["data"]!, card))).Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync<CaseRow>());
    }

    [Fact]
    public async Task Case71_A_click_on_a_stale_card_gets_an_explanation()
    {
        var answer = await host.InvokeAsync(new TeamsChat().Execute(CardActions.FormData(CardActions.ConfirmForm, "old", 3)));
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
        var value = JsonNode.Parse(
            $$$"""{"actionName":"feedback","actionValue":{"reaction":"{{{reaction}}}","feedback":{{{feedback}}}}}"""
        );
        var given = LastId();
        Assert.Empty(await host.InvokeAsync(chat.Invoke("message/submitAction", value, given)));

        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var vote = await db.Set<VoteRow>().SingleAsync();
        Assert.Equal((isUp, comment, "T1-software"), (vote.IsUpvote, vote.Comment, vote.ArticleKey));
    }

    [Theory]
    [InlineData("""{"type":"https://schema.org/VoteAction","@type":"VoteAction","actionOption":"upvote"}""", true)]
    [InlineData("""{"type":"https://schema.org/DislikeAction","@type":"DislikeAction"}""", false)]
    public async Task Case84_The_event_form_of_Web_Chat_is_a_vote_too(string entity, bool isUp)
    {
        var chat = new TeamsChat();
        await AskAsync(chat);
        var vote = SchemaJson.FromJson<Activity>(
            $$"""{"type":"event","name":"webchat:activity-status/feedback","entities":[{{entity}}]}"""
        )!;
        Assert.Equal(
            isUp ? 0 : 1,
            (await host.SayAsync(chat.Of(vote))).Count(message => message.Body!.ToJsonString().Contains("reason", StringComparison.Ordinal))
        );

        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        Assert.Equal(
            (isUp, "T1-software"),
            await db.Set<VoteRow>().Select(v => new ValueTuple<bool, string?>(v.IsUpvote, v.ArticleKey)).SingleAsync()
        );
    }

    [Fact]
    public async Task Case85_Citations_are_in_the_text_and_in_the_entity()
    {
        var answer = (await AskAsync(new TeamsChat())).Body!;
        var entity = Assert.Single(answer["entities"]!.AsArray())!;
        Assert.Equal(("https://schema.org/Message", null), (entity["type"]!.ToString(), entity["additionalType"]));
        Assert.Contains("70/2022/NĐ-CP", entity["citation"]![0]!["appearance"]!["name"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("[1]", answer["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("default", answer["channelData"]!["feedbackLoop"]!["type"]!.ToString());
        Assert.DoesNotContain("\"vote\"", answer.ToJsonString(), StringComparison.Ordinal);
    }
}
