using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Tests.Cards;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Support;
using SdkActivity = Microsoft.Bot.Schema.Activity;

namespace PolicyAssistantBot.SdkPeer;

/// <summary>The SDK's client and a bot on its adapter, on the other end of what the product sends and takes.</summary>
public sealed class SdkBotTests
{
    /// <summary>The client of the SDK and that of the product put the same request on the wire.</summary>
    [Fact]
    public async Task The_sdk_client_posts_a_reply_as_the_product_does()
    {
        using var folder = new TempFolder();
        var form = CardCatalogue.All.First(card => card.Name == "form").Card;
        await using var host = await TeamsHost.StartAsync(
            folder,
            (turn, ct) => turn.SendActivityAsync(PolicyAssistantBot.BotFramework.Schema.MessageFactory.Attachment(form, "biểu mẫu"), ct)
        );
        var posted = Assert.Single(await host.SayAsync(new TeamsChat().Message("gửi yêu cầu")));

        using var recorder = new Recorder();
        using var http = new HttpClient(recorder);
        using var client = new ConnectorClient(
            new Uri(FakeAuthority.ServiceUrl),
            new MicrosoftAppCredentials("", ""),
            http,
            disposeHttpClient: false
        );
        var reply = SdkJson.Read<SdkActivity>(posted.Body!.ToJsonString());
        await client.Conversations.ReplyToActivityAsync(reply.Conversation.Id, reply.ReplyToId, reply);

        Assert.Equal(
            (posted.Method, Uri.UnescapeDataString(posted.Path)),
            (recorder.Method, Uri.UnescapeDataString(recorder.Address!.PathAndQuery))
        );
        Assert.Empty(SdkJson.Differences(posted.Body, JsonNode.Parse(recorder.Body!)));
    }

    /// <summary>What a channel sends in the product's tests, taken by a bot on the SDK's adapter; its answers, read by the
    /// product.</summary>
    [Fact]
    public async Task A_bot_on_the_sdk_adapter_takes_the_same_activities_and_its_answers_are_read()
    {
        var adapter = new CloudAdapter(BotFrameworkAuthenticationFactory.Create());
        var message = new TeamsChat().Message("xin chào");
        message.DeliveryMode = DeliveryModes.ExpectReplies;
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.ContentType = "application/json";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(SchemaJson.ToJson(message)));
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await adapter.ProcessAsync(context.Request, context.Response, new Echo(), CancellationToken.None);

        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
        var replies = JsonNode.Parse(answer.ToArray())!["activities"]!.AsArray();
        var reply = SchemaJson.FromJson<Activity>(Assert.Single(replies)!.ToJsonString())!;
        Assert.Equal(("echo xin chào", message.Id, message.From!.Id), (reply.Text, reply.ReplyToId, reply.Recipient!.Id));
    }

    private sealed class Echo : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(
            ITurnContext<Microsoft.Bot.Schema.IMessageActivity> turnContext,
            CancellationToken cancellationToken
        ) =>
            turnContext.SendActivityAsync(
                Microsoft.Bot.Builder.MessageFactory.Text($"echo {turnContext.Activity.Text}"),
                cancellationToken
            );
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public string? Method { get; private set; }

        public Uri? Address { get; private set; }

        public string? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (Method, Address) = (request.Method.Method, request.RequestUri);
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.Created)
            {
                Content = new StringContent("{\"id\":\"1\"}", Encoding.UTF8, "application/json"),
            };
        }
    }
}
