using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot;

/// <summary>Where the articles stand and how they are asked.</summary>
internal static class KnowledgeServices
{
    /// <summary>The articles' folder: <c>Knowledge:Path</c> of the configuration, else beside the program.</summary>
    public static string ArticlesFolder(IConfiguration configuration) =>
        Path.Combine(configuration["Knowledge:Path"] ?? Path.Combine(AppContext.BaseDirectory, "Knowledge"), "Articles");

    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration, string dataFolder) => services
        .AddSingleton(provider => new ArticleStore(
            ArticlesFolder(configuration),
            Path.Combine(dataFolder, "articles.last-good.json"),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<LiveKnowledge>()
        .AddHostedService<KnowledgeStart>()
        .AddSingleton(provider => new AnswerPipeline(
            () => provider.GetRequiredService<LiveKnowledge>().Current,
            provider.GetRequiredService<TimeProvider>()));

    /// <summary>Has the knowledge base built before the door opens: the first question must not wait for it.</summary>
    private sealed class KnowledgeStart(LiveKnowledge live) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            _ = live.Current;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
