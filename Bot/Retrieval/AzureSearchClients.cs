using Azure;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;

namespace PolicyAssistantBot.Retrieval;

/// <summary>Creates clients of Azure AI Search. They do not retry: a second attempt would come too late.</summary>
internal static class AzureSearchClients
{
    public static SearchClient CreateSearchClient(AzureSearchOptions options, HttpClient http) =>
        options.UseEntraId
            ? new SearchClient(options.Endpoint, options.Index, new DefaultAzureCredential(), CreateOptions(http))
            : new SearchClient(options.Endpoint, options.Index, new AzureKeyCredential(options.Key), CreateOptions(http));

    public static SearchIndexClient CreateIndexClient(AzureSearchOptions options, HttpClient http) =>
        options.UseEntraId
            ? new SearchIndexClient(options.Endpoint, new DefaultAzureCredential(), CreateOptions(http))
            : new SearchIndexClient(options.Endpoint, new AzureKeyCredential(options.Key), CreateOptions(http));

    private static SearchClientOptions CreateOptions(HttpClient http)
    {
        var settings = new SearchClientOptions { Transport = new HttpClientTransport(http) };
        settings.Retry.MaxRetries = 0;
        settings.Diagnostics.IsLoggingEnabled = false;
        settings.Diagnostics.IsTelemetryEnabled = false;
        return settings;
    }
}
