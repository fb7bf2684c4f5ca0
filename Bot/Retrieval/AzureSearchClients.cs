using Azure;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;

namespace PolicyAssistantBot.Retrieval;

/// <summary>Clients of the service. They do not retry: a second attempt would come too late.</summary>
internal static class AzureSearchClients
{
    public static SearchClient Search(AzureSearchOptions options, HttpClient http) =>
        options.UseEntraId
            ? new SearchClient(options.Endpoint, options.Index, new DefaultAzureCredential(), Settings(http))
            : new SearchClient(options.Endpoint, options.Index, new AzureKeyCredential(options.Key), Settings(http));

    public static SearchIndexClient Indexes(AzureSearchOptions options, HttpClient http) =>
        options.UseEntraId
            ? new SearchIndexClient(options.Endpoint, new DefaultAzureCredential(), Settings(http))
            : new SearchIndexClient(options.Endpoint, new AzureKeyCredential(options.Key), Settings(http));

    private static SearchClientOptions Settings(HttpClient http)
    {
        var settings = new SearchClientOptions { Transport = new HttpClientTransport(http) };
        settings.Retry.MaxRetries = 0;
        settings.Diagnostics.IsLoggingEnabled = false;
        settings.Diagnostics.IsTelemetryEnabled = false;
        return settings;
    }
}
