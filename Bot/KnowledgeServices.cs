using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Language.Masking;
using PolicyAssistantBot.Studio;
using PolicyAssistantBot.Studio.Delivery;
using PolicyAssistantBot.Studio.Gate;
using PolicyAssistantBot.Studio.Holds;
using PolicyAssistantBot.Studio.Schedule;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot;

/// <summary>Registers the articles and the answer pipeline.</summary>
internal static partial class KnowledgeServices
{
    /// <summary>The folder of the articles: <c>Knowledge:Path</c> of the configuration, by default next to the program.</summary>
    public static string ArticlesFolder(IConfiguration configuration) =>
        Path.Combine(configuration["Knowledge:Path"] ?? Path.Combine(AppContext.BaseDirectory, "Knowledge"), "Articles");

    /// <summary>Whether the articles are those of the database; by default they are those of the folder.</summary>
    public static bool IsInDatabase(IConfiguration configuration) =>
        configuration["Knowledge:Source"] switch
        {
            null or "" or "Folder" => false,
            "Database" => true,
            var other => throw new InvalidOperationException($"Knowledge:Source is Folder or Database, not {other}."),
        };

    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        services.AddKnowledgeStore();
        if (IsInDatabase(configuration))
        {
            services
                .AddStudio()
                .AddSingleton<IArticleSource>(provider => provider.GetRequiredService<DatabaseArticles>())
                .AddHostedService<DatabaseKnowledgeStart>()
                .AddHostedService<LiveSetWorker>()
                .AddHostedService<GateWorker>()
                .AddHostedService<ScheduleWorker>();
        }
        else
        {
            services
                .AddSingleton(provider => new ArticleStore(
                    ArticlesFolder(configuration),
                    Path.Combine(dataFolder, "articles.last-good.json"),
                    provider.GetRequiredService<TimeProvider>(),
                    snapshots: provider.GetRequiredService<SnapshotStore>()
                ))
                .AddSingleton<IArticleSource>(provider => provider.GetRequiredService<ArticleStore>())
                .AddHostedService<KnowledgeStart>();
        }

        return services
            .AddSingleton(provider =>
                SnapshotStore.Open(
                    configuration["Knowledge:Snapshots"] ?? dataFolder,
                    (name, outcome) => LogSnapshot(provider.GetRequiredService<ILogger<SnapshotStore>>(), name, outcome)
                )
            )
            .AddSingleton(provider => new LivePolicy(
                Path.Combine(Path.GetDirectoryName(ArticlesFolder(configuration))!, "Policy"),
                provider.GetRequiredService<TimeProvider>(),
                problems => Log(provider.GetRequiredService<ILogger<LivePolicy>>(), problems),
                provider.GetRequiredService<SnapshotStore>()
            ))
            .AddSingleton(provider => new LiveKnowledge(
                provider.GetRequiredService<IArticleSource>(),
                provider.GetRequiredService<SnapshotStore>(),
                change => Log(provider.GetRequiredService<ILogger<LiveKnowledge>>(), change)
            ))
            .AddSingleton(provider => new AnswerPipeline(
                () => provider.GetRequiredService<LiveKnowledge>().Current,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetService<LiveHolds>() is { } holds ? () => holds.Current : null
            ));
    }

    public static void MapKnowledge(this IEndpointRouteBuilder routes) => routes.MapStudio();

    /// <summary>
    /// Loads the knowledge base before the server accepts requests, so that the first question need not wait. Loading begins in the
    /// constructor, in parallel with the migration of the database.
    /// </summary>
    private sealed class KnowledgeStart(IServiceProvider services) : IHostedService
    {
        private readonly Task ready = Task.WhenAll(
            Task.Run(services.GetRequiredService<LiveKnowledge>),
            Task.Run(services.GetRequiredService<LivePolicy>),
            Task.Run(PersonalData.Load)
        );

        public Task StartAsync(CancellationToken cancellationToken) => ready;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private static void LogSnapshot(ILogger log, string name, SnapshotOutcome outcome)
    {
        if (outcome is SnapshotOutcome.Repaired or SnapshotOutcome.NotWritten)
        {
            LogBadSnapshot(log, name, outcome);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The snapshot {Name} was damaged or could not be written: {Outcome}")]
    private static partial void LogBadSnapshot(ILogger logger, string name, SnapshotOutcome outcome);

    private static void Log(ILogger log, KnowledgeChange change) =>
        LogChange(
            log,
            change.Added.Count,
            change.Changed.Count,
            change.Removed.Count,
            (long)change.Duration.TotalMilliseconds,
            change.Snapshot
        );

    private static void Log(ILogger log, IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            LogProblem(log, problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A table of the conversation does not read, the last good ones stay: {Problem}")]
    private static partial void LogProblem(ILogger logger, Problem problem);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Knowledge in use after {Milliseconds} ms: {Added} articles added, {Changed} changed, {Removed} removed; index "
            + "snapshot: {Snapshot}"
    )]
    private static partial void LogChange(ILogger logger, int added, int changed, int removed, long milliseconds, SnapshotOutcome snapshot);
}
