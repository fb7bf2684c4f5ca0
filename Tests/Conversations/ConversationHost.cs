using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyAssistantBot.BotFramework.Connector;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Conversation;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Limits;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>The real assistant with the real storage and without a channel; shared by the tables, each with its own conversation.</summary>
public class ConversationHost : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private readonly (string Key, string Value)[] settings;
    private StorageHost? storage;

    public ConversationHost()
        : this([]) { }

    internal ConversationHost((string Key, string Value)[] settings) => this.settings = settings;

    internal StorageHost Storage => storage!;

    public async Task InitializeAsync() => storage = await OpenAsync();

    /// <summary>Restarts the host with only the data folder, like a killed and restarted process.</summary>
    public async Task RestartAsync()
    {
        await Storage.DisposeAsync();
        storage = await OpenAsync();
    }

    public async Task DisposeAsync() => await Storage.DisposeAsync();

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Replaces services.</summary>
    private protected virtual void Configure(IServiceCollection services) { }

    private protected virtual AnswerPipeline CreatePipeline(TimeProvider clock) => TestArticles.Pipeline(clock);

    internal async Task<int> CountAsync<TRow>()
        where TRow : class
    {
        await using var db = await Storage.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await db.Set<TRow>().CountAsync();
    }

    private Task<StorageHost> OpenAsync() =>
        StorageHost.OpenAsync(
            folder,
            services =>
            {
                services.AddSingleton<ILoggerFactory>(Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
                services.AddSingleton(typeof(ILogger<>), typeof(Microsoft.Extensions.Logging.Abstractions.NullLogger<>));
                services.AddTurns();
                services.AddDataProtection().UseEphemeralDataProtectionProvider();
                services.AddDirectLine();
                services.AddBotConnector();
                services.AddOptions<LimitOptions>().BindConfiguration("Limits");
                services.AddSingleton<ConversationAddresses>();
                services.AddSingleton<AnswerMailLimiter>();
                services.AddRequests();
                services.AddCaseFiles();
                services.AddMail();
                services.AddFeedback();
                services.AddConversation();
                services.AddSingleton<IEphemeralSender>(new RecordingSender());
                services.AddSingleton(provider => CreatePipeline(provider.GetRequiredService<TimeProvider>()));
                Configure(services);
            },
            [("DirectLine:FileFolder", folder.File("uploads")), ("Limits:CasesPerPerson", "1000"), .. settings]
        );
}
