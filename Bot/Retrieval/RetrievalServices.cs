using Azure.Identity;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Knowledge.Search.External;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Retrieval;

/// <summary>
/// Registers the optional external retrievers; sections <c>Embeddings</c> and <c>AzureSearch</c> of the configuration. While they are
/// switched off, which is the default, no client is created or called.
/// </summary>
internal static class RetrievalServices
{
    public const string HttpClientName = "retrieval";

    /// <summary>The passages' vectors, in the data folder.</summary>
    public const string VectorsFile = "embeddings.vectors";

    public static IServiceCollection AddRetrieval(this IServiceCollection services)
    {
        services.AddOptions<EmbeddingOptions>().BindConfiguration("Embeddings").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<AzureSearchOptions>().BindConfiguration("AzureSearch").ValidateDataAnnotations().ValidateOnStart();
        services
            .AddHttpClient(HttpClientName)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan) // Each call has its own limit.
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }
            )
            .RemoveAllLoggers();
        return services
            .AddSingleton(provider =>
                CreateEmbeddingRetriever(
                    provider.GetOptions<EmbeddingOptions>(),
                    provider.CreateHttpClient(),
                    Path.Combine(provider.GetRequiredService<DataFolder>().Path, VectorsFile)
                )
            )
            .AddSingleton(provider => new ExternalSearch(provider.GetRequiredService<AnswerPipeline>(), CreateGuards(provider)))
            .AddSingleton(provider => new EmbeddingRefreshService(
                provider.GetRequiredService<AnswerPipeline>(),
                provider.GetOptions<EmbeddingOptions>().Enabled ? provider.GetRequiredService<EmbeddingRetriever>() : null,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<EmbeddingRefreshService>>()
            ))
            .AddHostedService(provider => provider.GetRequiredService<EmbeddingRefreshService>());
    }

    /// <param name="file">The file that stores the vectors.</param>
    public static EmbeddingRetriever CreateEmbeddingRetriever(EmbeddingOptions options, HttpClient http, string file) =>
        new(
            OpenAiClients.CreateEmbeddingGenerator(options, http, options.UseEntraId ? new DefaultAzureCredential() : null),
            options.Settings(file)
        );

    private static IEnumerable<RetrieverGuard> CreateGuards(IServiceProvider provider)
    {
        if (provider.GetOptions<EmbeddingOptions>() is { Enabled: true } embeddings)
        {
            yield return Guard(
                provider.GetRequiredService<EmbeddingRetriever>(),
                new RetrieverLimits(embeddings.Timeout, embeddings.FailuresToBreak, embeddings.BreakDuration)
            );
        }

        if (provider.GetOptions<AzureSearchOptions>() is { Enabled: true } azure)
        {
            yield return Guard(
                new AzureSearchRetriever(azure, provider.CreateHttpClient()),
                new RetrieverLimits(azure.Timeout, azure.FailuresToBreak, azure.BreakDuration)
            );
        }

        RetrieverGuard Guard(IExternalRetriever retriever, RetrieverLimits limits) =>
            new(retriever, limits, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RetrieverGuard>>());
    }

    private static HttpClient CreateHttpClient(this IServiceProvider provider) =>
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);

    private static T GetOptions<T>(this IServiceProvider provider)
        where T : class => provider.GetRequiredService<IOptions<T>>().Value;
}
