using Azure.Identity;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Model;
using PolicyAssistantBot.Knowledge.Search.External;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Retrieval;

/// <summary>
/// Registers the optional channels of retrieval; sections <c>Embeddings</c> and <c>AzureSearch</c> of the configuration. While they are
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
                Embeddings(
                    provider.Value<EmbeddingOptions>(),
                    provider.Http(),
                    Path.Combine(provider.GetRequiredService<DataFolder>().Path, VectorsFile)
                )
            )
            .AddSingleton(provider => new OutsideSearch(provider.GetRequiredService<AnswerPipeline>(), Guards(provider)))
            .AddSingleton(provider => new EmbeddingKeeper(
                provider.GetRequiredService<AnswerPipeline>(),
                provider.Value<EmbeddingOptions>().Enabled ? provider.GetRequiredService<EmbeddingChannel>() : null,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<EmbeddingKeeper>>()
            ))
            .AddHostedService(provider => provider.GetRequiredService<EmbeddingKeeper>());
    }

    /// <param name="file">The file that stores the vectors.</param>
    public static EmbeddingChannel Embeddings(EmbeddingOptions options, HttpClient http, string file) =>
        new(OpenAiClients.Embeddings(options, http, options.UseEntraId ? new DefaultAzureCredential() : null), options.Settings(file));

    private static IEnumerable<ChannelGuard> Guards(IServiceProvider provider)
    {
        if (provider.Value<EmbeddingOptions>() is { Enabled: true } embeddings)
        {
            yield return Guard(
                provider.GetRequiredService<EmbeddingChannel>(),
                new ChannelLimits(embeddings.Timeout, embeddings.FailuresToBreak, embeddings.BreakDuration)
            );
        }

        if (provider.Value<AzureSearchOptions>() is { Enabled: true } azure)
        {
            yield return Guard(
                new AzureSearchChannel(azure, provider.Http()),
                new ChannelLimits(azure.Timeout, azure.FailuresToBreak, azure.BreakDuration)
            );
        }

        ChannelGuard Guard(IExternalChannel channel, ChannelLimits limits) =>
            new(channel, limits, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ChannelGuard>>());
    }

    private static HttpClient Http(this IServiceProvider provider) =>
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);

    private static T Value<T>(this IServiceProvider provider)
        where T : class => provider.GetRequiredService<IOptions<T>>().Value;
}
