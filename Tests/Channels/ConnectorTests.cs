using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Authentication;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Channels;

/// <summary>The HTTP calls to a channel's service.</summary>
public sealed class ConnectorTests : IDisposable
{
    private readonly FakeTime time = new();
    private readonly FakeConnector service = new();
    private readonly FakeCredential credential;
    private readonly BotTokenProvider tokens;
    private readonly ConnectorClient connector;

    public ConnectorTests()
    {
        credential = new FakeCredential(time);
        tokens = new BotTokenProvider(() => credential, time);
        connector = new ConnectorClient(
            new TestHttpClientFactory(service),
            tokens,
            new ThreadPacer(time),
            Options.Create(new BotIdentityOptions { AppId = FakeAuthority.AppId }),
            time
        );
    }

    public void Dispose()
    {
        tokens.Dispose();
        service.Dispose();
    }

    [Fact]
    public async Task Case48_A_reply_has_the_id_of_the_activity_it_replies_to_and_ids_are_escaped()
    {
        var reply = Message(conversation: "19:x@thread.tacv2;messageid=1/2");
        reply.ReplyToId = "f:1/2 3";
        await SendAsync(reply);
        Assert.Equal(
            "POST /apac/v3/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D1%2F2/activities/f%3A1%2F2%203",
            service.Calls[0].Line
        );
        Assert.Equal("f:1/2 3", service.Calls[0].Body!["replyToId"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/apac")]
    [InlineData("https://smba.trafficmanager.net/apac/")]
    public async Task Case49_The_service_url_and_the_path_are_joined_by_one_slash(string serviceUrl)
    {
        await SendAsync(Message(serviceUrl: serviceUrl));
        Assert.Equal("POST /apac/v3/conversations/c1/activities", service.Calls[0].Line);
    }

    [Fact]
    public async Task Case50_A_hundred_sends_share_one_token_which_is_renewed_early()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => connector.SendAsync(Message(conversation: $"c{i}"), default)));
        Assert.Equal((100, 1), (service.Calls.Count, credential.Fetches));
        time.Advance(TimeSpan.FromMinutes(54));
        await SendAsync(Message());
        Assert.Equal(1, credential.Fetches);
        time.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(Message());
        Assert.Equal((2, "bot-token-2"), (credential.Fetches, service.Calls[^1].Token));
    }

    [Fact]
    public async Task Case51_A_refused_token_is_renewed_once()
    {
        service.ResponseOverride = _ => FakeConnector.Error(401);
        Assert.Equal(401, Assert.IsType<ConnectorResult.Refused>(await SendAsync(Message())).Status);
        Assert.Equal(["bot-token-1", "bot-token-2"], service.Calls.Select(c => c.Token));

        service.Clear();
        service.ResponseOverride = _ => FakeConnector.Error(401, "BotNotRegistered");
        Assert.True(Assert.IsType<ConnectorResult.Refused>(await SendAsync(Message())).IsConversationEnded);
        Assert.Single(service.Calls);
    }

    [Theory]
    [InlineData(412, "NotAccepted")]
    [InlineData(429, "NotAccepted")]
    [InlineData(503, "NotAccepted")]
    [InlineData(408, "Ambiguous")]
    [InlineData(500, "Ambiguous")]
    [InlineData(502, "Ambiguous")]
    [InlineData(504, "Ambiguous")]
    [InlineData(400, "Refused")]
    [InlineData(403, "Refused")]
    [InlineData(404, "Refused")]
    public async Task Case52_The_status_decides_whether_the_call_was_accepted_and_no_call_is_repeated(int status, string outcome)
    {
        service.ResponseOverride = _ => FakeConnector.Error(status);
        Assert.Equal(outcome, (await SendAsync(Message())).GetType().Name);
        Assert.Single(service.Calls);
    }

    [Fact]
    public async Task Case52_A_call_to_an_unreachable_service_counts_as_not_accepted()
    {
        service.IsDown = true;
        Assert.IsType<ConnectorResult.NotAccepted>(await SendAsync(Message()));
    }

    [Fact]
    public async Task Case52_The_wait_that_the_channel_requests_is_observed()
    {
        service.ResponseOverride = _ =>
        {
            var busy = FakeConnector.Error(429);
            busy.Headers.RetryAfter = new(TimeSpan.FromSeconds(7));
            return busy;
        };
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<ConnectorResult.NotAccepted>(await SendAsync(Message())).RetryAfter);
    }

    [Fact]
    public async Task Case53_A_service_that_never_answers_times_out()
    {
        service.ShouldHang = _ => true;
        Assert.IsType<ConnectorResult.Ambiguous>(await SendAsync(Message()));
        Assert.Single(service.Calls);
    }

    [Theory]
    [InlineData(201, """{"id":"1"}""", "1")]
    [InlineData(200, """{"id":"2"}""", "2")]
    [InlineData(202, "", null)]
    [InlineData(204, "", null)]
    [InlineData(200, "OK", null)]
    [InlineData(200, """{"id":17}""", null)]
    public async Task Case55_Every_success_status_counts_as_success(int status, string body, string? id)
    {
        service.ResponseOverride = _ => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        Assert.Equal(id, Assert.IsType<ConnectorResult.Done>(await SendAsync(Message())).Id);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://smba.trafficmanager.net/apac/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://evilsmba.trafficmanager.net/")]
    [InlineData("nothing")]
    [InlineData(null)]
    public async Task Case56_No_token_goes_to_an_address_that_is_not_allowed(string? serviceUrl)
    {
        var message = Message();
        message.ServiceUrl = serviceUrl;
        Assert.IsType<ConnectorResult.Refused>(await SendAsync(message));
        Assert.Equal((0, 0), (service.Calls.Count, credential.Fetches));
    }

    [Fact]
    public async Task Case57_Update_and_delete_address_the_activity_by_its_id()
    {
        var message = Message();
        message.Id = "a/1";
        await FinishAsync(connector.UpdateAsync(message, default));
        await FinishAsync(connector.DeleteAsync(message, default));
        Assert.Equal(
            ["PUT /apac/v3/conversations/c1/activities/a%2F1", "DELETE /apac/v3/conversations/c1/activities/a%2F1"],
            service.Calls.Select(c => c.Line)
        );
    }

    [Fact]
    public async Task Case58_A_thread_is_created_with_its_first_message()
    {
        var opening = connector.OpenThreadAsync(FakeAuthority.ServiceUrl, "19:channel@thread.tacv2", MessageFactory.Text("mới"), default);
        Assert.Equal("given-1", Assert.IsType<ConnectorResult.Done>(await FinishAsync(opening)).Id);
        var call = Assert.Single(service.Calls);
        Assert.Equal("POST /apac/v3/conversations", call.Line);
        Assert.True(call.Body!["isGroup"]!.GetValue<bool>());
        Assert.Equal(
            ("19:channel@thread.tacv2", "mới"),
            (call.Body["channelData"]!["channel"]!["id"]!.ToString(), call.Body["activity"]!["text"]!.ToString())
        );
    }

    [Fact]
    public async Task Case59_An_indivisible_message_that_is_too_long_is_refused_before_sending()
    {
        var message = Message();
        message.Attachments =
        [
            new Attachment
            {
                ContentType = Attachment.AdaptiveCard,
                Content = new JsonObject { ["text"] = new string('x', 50_000) },
            },
        ];
        Assert.Equal("MessageSizeTooBig", Assert.IsType<ConnectorResult.Refused>(await SendAsync(message)).Code);
        Assert.Empty(service.Calls);
    }

    [Fact]
    public async Task Messages_to_one_thread_are_paced_to_the_rate_limit_of_Teams()
    {
        var start = time.GetUtcNow();
        for (var i = 0; i < 9; i++)
        {
            await SendAsync(Message());
        }

        Assert.True(time.GetUtcNow() - start >= TimeSpan.FromSeconds(2));
    }

    private static Activity Message(string conversation = "c1", string serviceUrl = FakeAuthority.ServiceUrl) =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = "x",
            ServiceUrl = serviceUrl,
            Conversation = new ConversationAccount { Id = conversation },
        };

    private Task<ConnectorResult> SendAsync(Activity activity) => FinishAsync(connector.SendAsync(activity, default));

    /// <summary>Advances the clock as long as something waits for it.</summary>
    private Task<T> FinishAsync<T>(Task<T> work) => Wait.WhileAdvancingAsync(work, time, TimeSpan.FromMilliseconds(500));

    private sealed class TestHttpClientFactory(HttpMessageHandler handler) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(handler, disposeHandler: false);
    }
}
