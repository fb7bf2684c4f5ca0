using System.Net;
using System.Net.WebSockets;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;

namespace PolicyAssistantBot.Tests.Issues.Floods;

/// <summary>Sends requests from any address, as a proxy on this machine tells it.</summary>
internal sealed class FloodClient(Uri service, string address) : IDisposable
{
    private readonly AddressHandler handler = new(address);

    public HttpClient Http => field ??= new HttpClient(handler) { BaseAddress = service, Timeout = TimeSpan.FromSeconds(100) };

    /// <summary>A browser at the desk, with its own cookies.</summary>
    public static Desk.Browser Browse(Uri service, string address) => new(new AddressHandler(address), service);

    /// <summary>Gets a token and starts a conversation; null when one of them is refused.</summary>
    public async Task<(DirectLineClient? Client, HttpStatusCode Status)> StartAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var grant = await DirectLineClient.CallAsync(Http, HttpMethod.Post, "/api/widget/token", null, "{}");
        if (grant.Status != HttpStatusCode.OK)
        {
            return (null, grant.Status);
        }

        var id = grant.Json!["conversationId"]!.GetValue<string>();
        var client = new DirectLineClient(Http, id, grant.Json["token"]!.GetValue<string>());
        var started = await client.StartAsync();
        return (started.Response.IsSuccessStatusCode ? client : null, started.Status);
    }

    public async Task<ClientWebSocket> OpenAsync(DirectLineClient client, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("X-Forwarded-For", address);
        socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await socket.ConnectAsync(new Uri(client.StreamUrl!), cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose() => Http.Dispose();

    private sealed class AddressHandler(string address)
        : DelegatingHandler(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
            }
        )
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Forwarded-For", address);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
