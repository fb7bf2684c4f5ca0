using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Crash;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Access;

/// <summary>The whole program: on PostgreSQL where it is installed, so that everything runs there once, otherwise on
/// SQLite.</summary>
public sealed class WholeProgramTests : IAsyncLifetime
{
    /// <summary>Public endpoints: the public pages, the chat, health checks and the sign-in page.</summary>
    private static readonly string[] Open =
    [
        "/",
        "/en",
        "/en/guidance",
        "/en/guidance/",
        "/desk/invitation/",
        "/favicon.ico",
        "/huong-dan",
        "/huong-dan/",
        "/en/accessibility",
        "/en/contact",
        "/en/look-up",
        "/en/look-up/",
        "/lien-he",
        "/my-data/",
        "/tra-cuu",
        "/tra-cuu/",
        "/tro-nang",
        "/robots.txt",
        "/sitemap.xml",
        "/privacy",
        "/en/privacy",
        "/site/",
        "/readiness/",
        "/widget/",
        "/health/",
        "/v3/directline/",
        "/api/",
        "/desk/sign-in",
        "/desk/sign-in/",
        "/desk/language",
        "/design",
        "/design/",
        "/desk/case.js",
        "/desk/suggest.js",
        "/desk/studio.js",
        "/desk/desk.js",
    ];

    private readonly TempFolder folder = new();
    private WebApplicationFactory<Program> program = new();

    public async Task InitializeAsync()
    {
        var database = PostgresServer.ShouldRun ? await PostgresServer.CreateEmptyDatabaseAsync() : null;
        program = program.WithWebHostBuilder(host =>
            host.UseSetting("ConnectionStrings:Assistant", database)
                .UseSetting("Storage:DataFolder", folder.Path)
                .UseSetting("Access:HashIterations", "1000")
                .UseSetting("Access:SecondFactor", "Nobody")
                .UseSetting("Requests:UndoWindow", "00:00:00")
                .UseSetting("Knowledge:Snapshots", Path.Combine(AppContext.BaseDirectory, "snapshots"))
        );
    }

    public async Task DisposeAsync()
    {
        await program.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_whole_program_protects_pages_and_answers_a_question_and_a_request()
    {
        await CheckDoorsAsync();
        await AskAndReplyAsync();
        Assert.Equal(!PostgresServer.ShouldRun, File.Exists(program.Services.GetRequiredService<DataFolder>().DatabaseFile));
    }

    /// <summary>Requests made without signing in.</summary>
    private async Task CheckDoorsAsync()
    {
        using var stranger = program.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var endpoints = program
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e =>
                (
                    Path: "/" + e.RoutePattern.RawText!.Trim('/'),
                    Methods: e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
                )
            )
            .Where(e => !Open.Any(o => e.Path == o || (o is [_, _, ..] and [.., '/'] && e.Path.StartsWith(o, StringComparison.Ordinal))))
            .ToList();
        Assert.NotEmpty(endpoints);
        foreach (var (path, methods) in endpoints)
        {
            foreach (var method in methods)
            {
                var address = path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
                using var response = await stranger.SendAsync(
                    new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative))
                );
                var isClosed =
                    (int)response.StatusCode is 401 or 404
                    || response.Headers.Location?.OriginalString.Contains("/desk/sign-in?", StringComparison.Ordinal) == true;
                Assert.True(isClosed, $"{method} {address} answered {(int)response.StatusCode}");
            }
        }
    }

    /// <summary>A question and a request in the chat; the request is answered at the desk and the reply arrives in the chat.</summary>
    private async Task AskAndReplyAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var http = program.CreateClient();
        var asker = new RetryingClient(http, "a", patience.Token);
        await asker.StartAsync();
        Assert.Contains("80/2021", Said(await asker.SayAsync("Thế nào là doanh nghiệp nhỏ và vừa?")), StringComparison.Ordinal);
        await asker.RequestAsync();
        var number = Assert.Single(asker.CaseNumbers);

        var accountStore = program.Services.GetRequiredService<AccountStore>();
        var created = Assert.IsType<AccountOutcome.Succeeded>(
            await accountStore.CreateAsync("lan", "Nguyễn Thị Lan", Roles.Official, default)
        );
        await accountStore.ChoosePasswordAsync(created.Account.Id, DeskHost.Password, default);
        using var lan = new Desk.Browser(program.Server.CreateHandler());
        await lan.SignInAsync("lan", DeskHost.Password);
        await lan.OpenAsync("/desk?q=huong+dan+thu+tuc");
        Assert.Contains(number, lan.Text, StringComparison.Ordinal);
        await (await lan.OpenAsync($"/desk/cases/{number}")).SendAsync($"/desk/cases/{number}/take");
        await (await lan.OpenAsync($"/desk/cases/{number}")).SendAsync($"/desk/cases/{number}/reply", ("text", "Được hỗ trợ tối đa 50%."));

        Assert.Contains("Được hỗ trợ tối đa 50%.", Said(await asker.TranscriptAsync()), StringComparison.Ordinal);
        await ExportAsync(lan, accountStore, number);
        var report = await program.Services.GetRequiredService<HistoryVerifier>().VerifyAsync(default);
        Assert.Equal((1, 3, 0), (report.Cases, report.Events, report.BrokenHistories.Count));
    }

    /// <summary>A supervisor downloads what is stored about the asker, which is logged; an official may not.</summary>
    private async Task ExportAsync(Desk.Browser lan, AccountStore accountStore, string number)
    {
        var address = $"/desk/cases/{number}/personal-data";
        Assert.Equal(403, (await lan.OpenAsync(address)).Status);
        var chief = Assert.IsType<AccountOutcome.Succeeded>(
            await accountStore.CreateAsync("chief", "Lê Thu Hà", Roles.Supervisor, default)
        );
        await accountStore.ChoosePasswordAsync(chief.Account.Id, DeskHost.Password, default);
        using var supervisor = new Desk.Browser(program.Server.CreateHandler());
        await supervisor.SignInAsync("chief", DeskHost.Password);
        await supervisor.OpenAsync($"/desk/cases/{number}");
        Assert.Contains(address, supervisor.Text, StringComparison.Ordinal);
        await supervisor.OpenAsync(address);
        Assert.Contains(number, supervisor.Text, StringComparison.Ordinal);
        Assert.Contains(
            await program.Services.GetRequiredService<CaseViewLog>().ListAsync(number, chief.Account.Id, null, default),
            view => view.Item == ViewedItem.Export
        );
    }

    private static string Said(List<JsonObject> activities) =>
        string.Join('\n', activities.Select(a => a.ToJsonString(SchemaJson.Options)));
}
