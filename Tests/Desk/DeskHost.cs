using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Passwords;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Channels;
using PolicyAssistantBot.Desk;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Insight;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Privacy;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Privacy.Retention;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Desk;

/// <summary>The desk with its database behind a server in memory. Opening a second one on the same folder is a restart.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    public const string Password = "mua xuân về trên phố";

    private readonly WebApplication app;
    private int turns;

    private DeskHost(WebApplication app, StringWriter console) => (this.app, Console) = (app, console);

    /// <summary>What was printed for the person who started the program.</summary>
    public StringWriter Console { get; }

    public FakeTime Time => (FakeTime)Get<TimeProvider>();

    /// <summary>Where it listens, when it was given <c>urls</c>; otherwise it is in memory alone.</summary>
    public Uri Root => new(app.Urls.First());

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public static Task<DeskHost> OpenAsync(TempFolder folder, params (string Key, string Value)[] settings) =>
        OpenAsync(folder, _ => { }, settings);

    public static Task<DeskHost> OpenAsync(TempFolder folder, DatabaseKind store, params (string Key, string Value)[] settings) =>
        OpenAsync(folder, store, _ => { }, settings);

    public static Task<DeskHost> OpenAsync(
        TempFolder folder,
        Action<IServiceCollection> configure,
        params (string Key, string Value)[] settings
    ) => OpenAsync(folder, null, configure, settings);

    private static async Task<DeskHost> OpenAsync(
        TempFolder folder,
        DatabaseKind? store,
        Action<IServiceCollection> configure,
        (string Key, string Value)[] settings
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = folder.Path, WebRootPath = SourceTree.Combine("Bot", "wwwroot") }
        );
        if (settings.FirstOrDefault(s => s.Key == "urls").Value is { } url)
        {
            builder.WebHost.UseUrls(url);
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        builder.Configuration["Storage:DataFolder"] = folder.Path;
        builder.Configuration["Access:HashIterations"] = "1000";
        builder.Configuration["Access:SecondFactor"] = "Nobody";
        builder.Configuration["Requests:UndoWindow"] = "00:00:00";
        foreach (var (key, value) in (await store.GetSettingsAsync(folder)).Concat(settings))
        {
            builder.Configuration[key] = value;
        }

        var console = new StringWriter();
        builder.Services.AddSingleton<TimeProvider>(new FakeTime());
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<RetentionPeriods>();
        builder.Services.AddSingleton<PrivacyOptionsReader>().AddSingleton<ICaseObserver, CaseErasureObserver>();
        builder.Services.AddStorage().AddRequests().AddCaseFiles().AddMail().AddAccess().AddDesk().AddInsight();
        builder
            .Services.AddSingleton<AnswerStore>()
            .AddSingleton<RecallService>()
            .AddSingleton<IArticleSource>(_ => new ArticleStore(folder.File("articles"), null, TimeProvider.System, watch: false));
        builder.Services.AddKnowledgeStore().AddStudio().AddSingleton(_ => SnapshotStore.None);
        builder.Services.AddSingleton(provider => new LiveKnowledge(provider.GetRequiredService<IArticleSource>()));
        builder.Services.AddSingleton(new PasswordConsole(console, IsTerminal: true));
        configure(builder.Services);
        builder.Services.TryAddSingleton(provider => new AnswerPipeline(
            () => KnowledgeBase.Empty,
            provider.GetRequiredService<TimeProvider>()
        ));
        var built = builder.Build();
        await built.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        // A browser asks for it where a response names no icon; it belongs to the public pages, which are not part of this host.
        built.Use((context, next) => context.Request.Path == "/favicon.ico" ? Task.CompletedTask : next(context));
        built.UseRouting();
        built.UseAccess();
        built.MapAccess();
        built.MapDesk();
        built.MapSiteFiles();
        built.MapInsight();
        built.MapStudio();
        built.MapRetention();
        await built.StartAsync();
        return new DeskHost(built, console);
    }

    /// <summary>A browser of its own, with nobody signed in.</summary>
    /// <param name="address">Its network address.</param>
    /// <param name="root">The address of the desk; plain http unless given.</param>
    public Browser Browse(string address = "198.51.100.7", Uri? root = null) => new(CreateHandler(address), root);

    /// <summary>Another browser with the same cookies.</summary>
    public Browser Copy(Browser browser) => browser.Copy(CreateHandler("203.0.113.66"));

    /// <summary>Creates an account and signs in with it.</summary>
    public async Task<Browser> SignInAsync(string name, Roles roles)
    {
        await CreateAsync(name, roles);
        var browser = Browse();
        await browser.SignInAsync(name, Password);
        return browser;
    }

    public async Task<Account> CreateAsync(string name, Roles roles)
    {
        var done = Assert.IsType<AccountOutcome.Succeeded>(await Get<AccountStore>().CreateAsync(name, $"Cán bộ {name}", roles, default));
        return Assert
            .IsType<AccountOutcome.Succeeded>(await Get<AccountStore>().ChoosePasswordAsync(done.Account.Id, Password, default))
            .Account;
    }

    /// <summary>Submits a request as a turn does.</summary>
    public async Task<CaseNumber> SubmitAsync(RequestDraft? draft = null, string conversation = "c1")
    {
        var turn = Interlocked.Increment(ref turns).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var inbound = (
            await Get<ITurnStore>().AcceptAsync(StorageHost.Message("Tôi muốn gửi yêu cầu", conversation), turn, default)
        ).Activity;
        var number = await Get<CaseNumberAllocator>().NextAsync(default);
        var accepted = Assert.IsType<SubmissionResult.Accepted>(
            CaseRules.Submit(RequestFields.Default, draft ?? Sample.Draft(), number, Asker.From(inbound), Get<TimeProvider>().GetUtcNow())
        );
        var committed = await Get<ITurnStore>()
            .CommitAsync(
                new CompletedTurn(
                    inbound,
                    [],
                    [],
                    [new SubmitRequestEffect(accepted, await Get<DeskSettingsStore>().GetAsync(default))],
                    null
                ),
                default
            );
        Assert.Equal(CommitResult.Committed, committed);
        return number;
    }

    public async Task<CaseWithHistory> FindAsync(CaseNumber number) => (await Get<CaseStore>().FindAsync(number, default))!;

    public HttpMessageHandler CreateHandler(string address = "198.51.100.7")
    {
        var parsed = IPAddress.Parse(address);
        return app.GetTestServer().CreateHandler(context => context.Connection.RemoteIpAddress = parsed);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
