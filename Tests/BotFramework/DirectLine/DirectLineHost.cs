using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Channels;
using PolicyAssistantBot.Hosting;
using PolicyAssistantBot.Tests.Hosting;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.BotFramework.DirectLine;

/// <summary>
/// The real service on a real port with the real database, and a bot that echoes messages. A second host on the same folder simulates
/// a restart.
/// </summary>
internal sealed class DirectLineHost : IAsyncDisposable
{
    public const string Secret = "a-secret-for-tests";
    public const string TrustedOrigin = "https://friend.example";

    private readonly WebApplication app;

    private DirectLineHost(WebApplication app, FakeTime time)
    {
        this.app = app;
        Time = time;
        BaseAddress = new Uri(app.Urls.Single());
        Http = new HttpClient { BaseAddress = BaseAddress, Timeout = TimeSpan.FromSeconds(100) };
    }

    public FakeTime Time { get; }

    public Uri BaseAddress { get; }

    public HttpClient Http { get; }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<DirectLineHost> StartAsync(
        TempFolder folder,
        Func<ITurnContext, CancellationToken, Task>? onTurn = null,
        int port = 0,
        params (string Key, string Value)[] settings
    )
    {
        var time = new FakeTime();
        var builder = ServiceHost.CreateBuilder(
            folder,
            time,
            "Production",
            [
                ("DirectLine:Secrets:0", Secret),
                ("DirectLine:AllowedOrigins:0", TrustedOrigin),
                ("urls", $"http://127.0.0.1:{port}"),
                ("Storage:DeliveryInterval", "1.00:00:00"), // The clock is moved by months.
                .. settings,
            ]
        );
        builder.Services.AddTestBot(onTurn ?? EchoAsync);
        var built = builder.Build();
        built.UseHosting();
        built.MapHealth();
        built.MapChannels();
        try
        {
            await built.StartAsync();
        }
        catch
        {
            // What did not start must not keep the lock of the data until it is collected as garbage.
            await built.DisposeAsync();
            throw;
        }

        return new DirectLineHost(built, time);
    }

    public static async Task EchoAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Activity.Type == ActivityTypes.ConversationUpdate)
        {
            await turn.SendActivityAsync("hello", cancellationToken: cancellationToken);
        }
        else if (turn.Activity.Type == ActivityTypes.Message)
        {
            await turn.SendActivityAsync(
                $"echo {turn.Activity.Text ?? turn.Activity.Value?.ToJsonString()}",
                cancellationToken: cancellationToken
            );
        }
    }

    /// <summary>Creates a client with a token obtained with the secret.</summary>
    public Task<DirectLineClient> CreateClientAsync(string? user = "dl_visitor", string[]? trustedOrigins = null) =>
        DirectLineClient.GenerateAsync(Http, user, trustedOrigins);

    /// <summary>Creates a client with a started conversation.</summary>
    public async Task<DirectLineClient> StartConversationAsync(string? user = "dl_visitor")
    {
        var client = await CreateClientAsync(user);
        await client.StartAsync();
        return client;
    }

    /// <exception cref="WebSocketException">The upgrade was refused.</exception>
    public static async Task<DirectLineSocket> OpenAsync(string streamUrl, string? origin = null)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        socket.Options.CollectHttpResponseDetails = true;
        await socket.ConnectAsync(new Uri(streamUrl), new CancellationTokenSource(TimeSpan.FromSeconds(10)).Token);
        return new DirectLineSocket(socket);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
