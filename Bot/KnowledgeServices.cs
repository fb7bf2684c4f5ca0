using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot;

/// <summary>Where the articles stand and how they are asked.</summary>
internal static partial class KnowledgeServices
{
    /// <summary>The articles' folder: <c>Knowledge:Path</c> of the configuration, else beside the program.</summary>
    public static string ArticlesFolder(IConfiguration configuration) =>
        Path.Combine(configuration["Knowledge:Path"] ?? Path.Combine(AppContext.BaseDirectory, "Knowledge"), "Articles");

    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration, string dataFolder) =>
        services
            .AddSingleton(provider => new ArticleStore(
                ArticlesFolder(configuration),
                Path.Combine(dataFolder, "articles.last-good.json"),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton(provider => new LiveKnowledge(
                provider.GetRequiredService<ArticleStore>(),
                configuration["Knowledge:Snapshot"] ?? Path.Combine(dataFolder, "search.snapshot"),
                change => Log(provider.GetRequiredService<ILogger<LiveKnowledge>>(), change)
            ))
            .AddHostedService<KnowledgeStart>()
            .AddSingleton(provider => new AnswerPipeline(
                () => provider.GetRequiredService<LiveKnowledge>().Current,
                provider.GetRequiredService<TimeProvider>()
            ));

    /// <summary>
    /// Has the knowledge base ready before the door opens: the first question must not wait for it. It begins when it is made, so that
    /// the database is seen to at the same time.
    /// </summary>
    private sealed class KnowledgeStart(IServiceProvider services) : IHostedService
    {
        private readonly Task ready = Task.Run(services.GetRequiredService<LiveKnowledge>);

        public Task StartAsync(CancellationToken cancellationToken) => ready;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private static void Log(ILogger log, KnowledgeChange change) =>
        LogChange(
            log,
            change.Added.Count,
            change.Changed.Count,
            change.Removed.Count,
            (long)change.Took.TotalMilliseconds,
            change.Snapshot
        );

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Knowledge in use after {Milliseconds} ms: {Added} articles added, {Changed} changed, {Removed} removed; index "
            + "snapshot: {Snapshot}"
    )]
    private static partial void LogChange(ILogger logger, int added, int changed, int removed, long milliseconds, SnapshotOutcome snapshot);
}
