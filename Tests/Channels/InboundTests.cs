using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Channels;

/// <summary>Which senders and activities are accepted by <c>POST /api/messages</c>.</summary>
public sealed class InboundTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly TaskCompletionSource gate = new();
    private TeamsHost host = null!;

    public async Task InitializeAsync() => host = await TeamsHost.StartAsync(folder, OnTurnAsync);

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Case36_A_valid_message_is_acknowledged_and_answered()
    {
        using var response = await host.PostAsync(new TeamsChat().Message("xin chào"));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("echo xin chào", Assert.Single(await host.MessagesAsync(1)).Text);
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("Bearer not-a-token", 401)]
    [InlineData("Basic QTpC", 401)]
    public async Task Case37_Without_a_valid_token_the_response_is_empty_and_nothing_is_called(string? authorization, int status)
    {
        using var response = await host.PostAsync(SchemaJson.ToJson(new TeamsChat().Message("x")), authorization);
        Assert.Equal((status, ""), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Empty(host.Connector.Calls);
        Assert.Equal(0, await CountStoredActivitiesAsync());
    }

    [Fact]
    public async Task Case42_A_key_for_another_channel_is_refused()
    {
        host.Authority.AddKey("web", "webchat");
        using var response = await host.PostAsync(
            SchemaJson.ToJson(new TeamsChat().Message("x")),
            $"Bearer {host.Authority.Token(keyId: "web")}"
        );
        Assert.Equal((403, ""), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Development", false)]
    public async Task Case45_Anonymous_access_outside_development_refuses_to_start(string environment, bool refuses)
    {
        using var own = new TempFolder();
        var start = TeamsHost.StartAsync(own, OnTurnAsync, environment, ("Bot:AllowAnonymous", "true"), ("Bot:AppId", null!));
        if (refuses)
        {
            await Assert.ThrowsAsync<OptionsValidationException>(() => start);
            return;
        }

        await using var started = await start;
        var playground = new TeamsChat().Message("x");
        playground.ServiceUrl = "http://localhost:56150/_connector";
        using var response = await started.PostAsync(SchemaJson.ToJson(playground), null);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task Case45_Without_a_registration_and_without_the_flag_every_request_is_refused()
    {
        using var own = new TempFolder();
        await using var closed = await TeamsHost.StartAsync(own, OnTurnAsync, "Development");
        using var response = await closed.PostAsync(SchemaJson.ToJson(new TeamsChat().Message("x")), null);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Case46_Other_methods_and_oversized_bodies_are_refused()
    {
        using var get = await host.Http.GetAsync(new Uri("/api/messages", UriKind.Relative));
        using var put = await host.Http.PutAsync(new Uri("/api/messages", UriKind.Relative), new StringContent("{}"));
        Assert.Equal((405, 405), ((int)get.StatusCode, (int)put.StatusCode));

        using var large = await host.PostAsync(SchemaJson.ToJson(new TeamsChat().Message(new string('á', 300_000))));
        Assert.Equal(413, (int)large.StatusCode);
        Assert.Contains("\"code\":\"MessageSizeTooBig\"", await large.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"text":"no type"}""")]
    [InlineData("""{"type":17}""")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""")]
    public async Task A_malformed_activity_gets_an_error_body(string json)
    {
        using var response = await host.PostAsync(json);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("\"error\":{\"code\":\"BadSyntax\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serviceUrl", 403)]
    [InlineData("channelId", 403)]
    [InlineData("conversation", 400)]
    [InlineData("from", 400)]
    public async Task Case47_An_activity_without_a_required_property_is_refused(string property, int status)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(SchemaJson.ToJson(new TeamsChat().Message("x")))!.AsObject();
        json.Remove(property);
        using var response = await host.PostAsync(json.ToJsonString());
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Direct_Line_activities_are_refused_at_this_endpoint()
    {
        host.Authority.AddKey("direct", "directline");
        var activity = new TeamsChat().Message("x");
        activity.ChannelId = ChannelIds.Directline;
        using var response = await host.PostAsync(SchemaJson.ToJson(activity), $"Bearer {host.Authority.Token(keyId: "direct")}");
        Assert.Equal(403, (int)response.StatusCode);
    }

    [Fact]
    public async Task Case66_A_repeated_activity_has_one_effect_and_Case67_in_another_conversation_its_own()
    {
        var (here, there) = (new TeamsChat(), new TeamsChat("a:other"));
        var message = here.Message("một");
        foreach (
            var activity in new[]
            {
                message,
                message,
                there.Of(
                    new Activity
                    {
                        Type = ActivityTypes.Message,
                        Text = "hai",
                        Id = message.Id,
                    }
                ),
            }
        )
        {
            using var response = await host.PostAsync(activity);
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        }

        Assert.Equal(["echo hai", "echo một"], (await host.MessagesAsync(2)).Select(m => m.Text).Order(StringComparer.Ordinal));
        await host.WaitUntilIdleAsync();
        Assert.Equal(2, host.Connector.Messages.Count);
    }

    [Fact]
    public async Task Case68_An_older_timestamp_is_accepted()
    {
        var message = new TeamsChat().Message("cũ");
        message.Timestamp = host.Time.GetUtcNow().AddDays(-3);
        using var response = await host.PostAsync(message);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await host.MessagesAsync(1);
    }

    [Theory]
    [InlineData("""{"type":"somethingNew"}""")]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[{"type":"like"}]}""")]
    [InlineData("""{"type":"messageUpdate","text":"x"}""")]
    [InlineData("""{"type":"messageDelete"}""")]
    public async Task Case74_And_Case93_Activities_that_need_no_answer_get_200_without_a_body(string json)
    {
        using var response = await host.PostAsync(new TeamsChat().Of(SchemaJson.FromJson<Activity>(json)!));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, await CountStoredActivitiesAsync());
    }

    [Fact]
    public async Task Case74_Unknown_fields_and_entities_are_kept()
    {
        var json = SchemaJson.ToJson(new TeamsChat().Message("lạ"))[..^1] + ""","newField":{"a":[1]},"entities":[{"type":"x","y":1}]}""";
        using var response = await host.PostAsync(json);
        await host.MessagesAsync(1);
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var stored = await db.Set<ActivityRow>().SingleAsync(a => a.Direction == Direction.Inbound);
        Assert.Contains("\"newField\":{\"a\":[1]}", stored.Json, StringComparison.Ordinal);
        Assert.Contains("\"y\":1", stored.Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Thủ tục")]
    [InlineData("Thu\u0309 tu\u0323c")]
    [InlineData("👩‍👩‍👧‍👦 \ud83d\ude00 \u0000")]
    public async Task Case75_Text_passes_unchanged(string text)
    {
        using var response = await host.PostAsync(new TeamsChat().Message(text));
        Assert.Equal($"echo {text}", (await host.MessagesAsync(1))[0].Text);
    }

    [Fact]
    public async Task Case83_An_unknown_invoke_is_not_implemented()
    {
        using var response = await host.PostAsync(
            new TeamsChat().Invoke("composeExtension/query", new System.Text.Json.Nodes.JsonObject())
        );
        Assert.Equal(501, (int)response.StatusCode);
    }

    [Fact]
    public async Task Expected_replies_are_returned_in_the_response_also_for_a_duplicate()
    {
        var message = new TeamsChat().Message("ngay");
        message.DeliveryMode = DeliveryModes.ExpectReplies;
        using var first = await host.PostAsync(message);
        using var again = await host.PostAsync(message);
        var body = await first.Content.ReadAsStringAsync();
        Assert.Equal("echo ngay", Assert.Single(SchemaJson.FromJson<ActivitySet>(body)!.Activities!).Text);
        Assert.Equal(body, await again.Content.ReadAsStringAsync());
        await host.DeliverAsync();
        Assert.Empty(host.Connector.Messages);
    }

    [Fact]
    public async Task Case95_A_slow_turn_is_acknowledged_early_and_answered_late()
    {
        using var response = await host.PostAsync(new TeamsChat().Message("wait"));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(host.Connector.Messages);
        gate.SetResult();
        Assert.Equal("echo wait", (await host.MessagesAsync(1))[0].Text);
    }

    private async Task OnTurnAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Activity.Text == "wait")
        {
            await gate.Task.WaitAsync(cancellationToken);
        }

        await DirectLineHost.EchoAsync(turn, cancellationToken);
    }

    private async Task<int> CountStoredActivitiesAsync()
    {
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await db.Set<ActivityRow>().CountAsync();
    }
}
