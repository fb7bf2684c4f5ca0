using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Passwords;
using PolicyAssistantBot.BotFramework.Authentication;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.Connector.Files;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Channels;
using PolicyAssistantBot.Conversation;
using PolicyAssistantBot.Desk;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Hosting;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Privacy.Page;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Site;
using PolicyAssistantBot.Site.Lookup;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Hosting;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Channels;

/// <summary>
/// The real service on a real port with the real database, a fake Connector and a fake authority, with a bot of one method or with the
/// assistant. A second host on the same folder simulates a restart.
/// </summary>
internal sealed class TeamsHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http;

    private TeamsHost(WebApplication app, FakeTime time, FakeConnector connector, FakeAuthority authority, FakeCredential credential)
    {
        this.app = app;
        (Time, Connector, Authority, Credential) = (time, connector, authority, credential);
        http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromSeconds(100) };
    }

    public FakeTime Time { get; }

    public FakeConnector Connector { get; }

    public FakeAuthority Authority { get; }

    public FakeCredential Credential { get; }

    public HttpClient Http => http;

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public static Task<TeamsHost> StartAsync(TempFolder folder, params (string Key, string Value)[] settings) =>
        StartAsync(folder, null, "Production", settings);

    /// <param name="onTurn">The bot; null for the assistant with the test articles.</param>
    public static async Task<TeamsHost> StartAsync(
        TempFolder folder,
        Func<ITurnContext, CancellationToken, Task>? onTurn,
        string environment = "Production",
        params (string Key, string Value)[] settings
    )
    {
        var time = new FakeTime();
        var (connector, authority, credential) = (new FakeConnector(), new FakeAuthority(time), new FakeCredential(time));
        (string, string)[] registration =
            environment == "Production" ? [("Bot:AppId", FakeAuthority.AppId), ("Bot:TenantId", "tenant"), ("Bot:Secret", "not used")] : [];
        var builder = ServiceHost.CreateBuilder(folder, time, environment, [.. registration, .. settings]);
        builder.Services.AddSingleton<Func<TokenCredential>>(() => credential);
        builder.Services.AddHttpClient(ConnectorClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => connector);
        builder.Services.AddHttpClient(SigningKeys.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => authority);
        builder.Services.AddHttpClient(FileConsentHandler.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => connector);
        builder.Services.AddHttpClient(FileDownloads.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => connector);
        builder.Services.AddSingleton<IOfferedFiles, OneFile>();
        if (onTurn is null)
        {
            builder.Services.AddRequests();
            builder.Services.AddCaseFiles();
            builder.Services.AddMail();
            builder.Services.AddFeedback();
            builder.Services.AddConversation();
            builder.Services.AddAccess();
            builder.Services.AddDesk();
            builder.Services.AddSite();
            builder.Services.AddSingleton(new PasswordConsole(TextWriter.Null, IsTerminal: true));
        }
        else
        {
            builder.Services.AddTestBot(onTurn);
        }

        var built = builder.Build();
        built.UseHosting();
        if (onTurn is null)
        {
            built.UseAccess();
        }

        built.MapChannels();
        if (onTurn is null)
        {
            built.MapCaseFiles();
            built.MapPrivacy();
            built.MapLookup();
        }

        await built.StartAsync();
        return new TeamsHost(built, time, connector, authority, credential);
    }

    /// <summary>Posts an activity as Teams does, with a valid token.</summary>
    public Task<HttpResponseMessage> PostAsync(Activity activity) => PostAsync(SchemaJson.ToJson(activity));

    public async Task<HttpResponseMessage> PostAsync(string json, string? authorization = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, MessagesEndpoint.Path)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        if (authorization is not null)
        {
            request.Headers.Authorization =
                authorization.Length == 0
                    ? new AuthenticationHeaderValue("Bearer", Authority.Token())
                    : AuthenticationHeaderValue.Parse(authorization);
        }

        return await http.SendAsync(request);
    }

    /// <summary>Posts an invoke and reads its response.</summary>
    public async Task<JsonObject> InvokeAsync(Activity invoke)
    {
        using var response = await PostAsync(invoke);
        Assert.Equal(200, (int)response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    /// <summary>Waits until the channel has received this many messages.</summary>
    public async Task<IReadOnlyList<ConnectorCall>> MessagesAsync(int count)
    {
        await Wait.UntilAsync(
            () => Connector.Messages.Count >= count,
            failure: () =>
                $"{Connector.Messages.Count} of {count} messages came: {string.Join(" | ", Connector.Messages.Select(m => m.Text))}"
        );
        return Connector.Messages;
    }

    /// <summary>Posts a person's activity and returns the assistant's replies.</summary>
    public async Task<IReadOnlyList<ConnectorCall>> SayAsync(Activity activity)
    {
        var before = Connector.Messages.Count;
        using var response = await PostAsync(activity);
        Assert.Equal(202, (int)response.StatusCode);
        await WaitUntilIdleAsync();
        return [.. Connector.Messages.Skip(before)];
    }

    /// <summary>
    /// Waits until all turns are done and everything is delivered; advances the clock, because messages to one thread are paced.
    /// </summary>
    public Task WaitUntilIdleAsync() =>
        Wait.UntilAsync(() =>
        {
            using var db = Get<IDbContextFactory<AssistantDb>>().CreateDbContext();
            if (!db.Set<ActivityRow>().Any(a => a.Progress == Progress.Pending))
            {
                return true;
            }

            Time.Advance(TimeSpan.FromMilliseconds(50));
            return false;
        });

    /// <summary>Advances the clock until the condition holds.</summary>
    public Task AdvanceUntilAsync(Func<bool> condition) => Wait.UntilAsync(condition, () => Time.Advance(TimeSpan.FromSeconds(1)));

    /// <summary>Processes the outbox now.</summary>
    public Task DeliverAsync() => Get<IEnumerable<IHostedService>>().OfType<DeliveryWorker>().Single().DeliverDueAsync(default);

    /// <summary>Delivers until nothing is due; advances the clock while a call waits for its time limit.</summary>
    public Task DrainAsync() => Wait.WhileAdvancingAsync(DeliverAsync(), Time, TimeSpan.FromSeconds(1));

    /// <summary>Advances the clock in steps by at least this much; after each step everything that is due is sent.</summary>
    public async Task AdvanceAsync(TimeSpan duration, TimeSpan step)
    {
        for (var end = Time.GetUtcNow() + duration; Time.GetUtcNow() < end; )
        {
            Time.Advance(step);
            await DrainAsync();
        }
    }

    /// <summary>Offers a single file to one person.</summary>
    private sealed class OneFile : IOfferedFiles
    {
        public Task<byte[]?> FindAsync(string key, Activity invoke, CancellationToken cancellationToken) =>
            Task.FromResult(key == "copy" && invoke.From?.Id == "29:an" ? "{\"saved\":true}"u8.ToArray() : null);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
