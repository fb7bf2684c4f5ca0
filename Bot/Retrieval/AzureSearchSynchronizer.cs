using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using Azure.Search.Documents.Indexes.Models;
using Azure.Search.Documents.Models;
using PolicyAssistantBot.Knowledge.Search;
using AzureIndex = Azure.Search.Documents.Indexes.Models.SearchIndex;
using AzureOptions = Azure.Search.Documents.SearchOptions;

namespace PolicyAssistantBot.Retrieval;

/// <param name="Pushed">Documents that are new or changed.</param>
/// <param name="Removed">Documents of passages that are not published any more.</param>
internal sealed record AzureSearchSyncResult(int Passages, int Pushed, int Removed);

/// <summary>Creates the index at Azure AI Search and synchronizes it with the published passages. Throws what the service throws.</summary>
internal sealed class AzureSearchSynchronizer(AzureSearchOptions options, HttpClient http)
{
    private const int BatchSize = 500;

    private readonly SearchIndexClient indexClient = AzureSearchClients.CreateIndexClient(options, http);
    private readonly SearchClient searchClient = AzureSearchClients.CreateSearchClient(options, http);

    public async Task<AzureSearchSyncResult> RunAsync(IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        await indexClient.CreateOrUpdateIndexAsync(CreateIndexDefinition(), cancellationToken: cancellationToken);
        var indexedHashes = await ReadIndexedHashesAsync(cancellationToken);
        var published = passages.Select(AzureSearchPassage.Of).ToList();
        var changed = published.Where(document => indexedHashes.GetValueOrDefault(document.Id) != document.Hash).ToList();
        var removed = indexedHashes.Keys.Except(published.Select(document => document.Id), StringComparer.Ordinal).ToList();
        foreach (var batch in changed.Chunk(BatchSize))
        {
            await searchClient.IndexDocumentsAsync(
                IndexDocumentsBatch.MergeOrUpload(batch),
                new IndexDocumentsOptions { ThrowOnAnyError = true },
                cancellationToken
            );
        }

        foreach (var batch in removed.Chunk(BatchSize))
        {
            await searchClient.DeleteDocumentsAsync("id", batch, new IndexDocumentsOptions { ThrowOnAnyError = true }, cancellationToken);
        }

        return new AzureSearchSyncResult(published.Count, changed.Count, removed.Count);
    }

    private async Task<Dictionary<string, string>> ReadIndexedHashesAsync(CancellationToken cancellationToken)
    {
        var query = new AzureOptions { Size = 1000 };
        query.Select.Add("id");
        query.Select.Add("hash");
        query.OrderBy.Add("id asc");
        var indexedHashes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var last = ""; ; query.Filter = $"id gt '{last}'")
        {
            SearchResults<AzureSearchVersion> page = await searchClient.SearchAsync<AzureSearchVersion>("*", query, cancellationToken);
            var countBefore = indexedHashes.Count;
            await foreach (var result in page.GetResultsAsync().WithCancellation(cancellationToken))
            {
                (indexedHashes[result.Document.Id], last) = (result.Document.Hash, result.Document.Id);
            }

            if (indexedHashes.Count == countBefore)
            {
                return indexedHashes;
            }
        }
    }

    private AzureIndex CreateIndexDefinition()
    {
        var definition = new AzureIndex(options.Index)
        {
            Fields =
            {
                new SimpleField("id", SearchFieldDataType.String)
                {
                    IsKey = true,
                    IsFilterable = true,
                    IsSortable = true,
                },
                new SimpleField("passage", SearchFieldDataType.String),
                new SimpleField("language", SearchFieldDataType.String) { IsFilterable = true },
                new SimpleField("hash", SearchFieldDataType.String),
                new SearchableField("titleVi") { AnalyzerName = LexicalAnalyzerName.ViMicrosoft },
                new SearchableField("textVi") { AnalyzerName = LexicalAnalyzerName.ViMicrosoft },
                new SearchableField("titleEn") { AnalyzerName = LexicalAnalyzerName.EnMicrosoft },
                new SearchableField("textEn") { AnalyzerName = LexicalAnalyzerName.EnMicrosoft },
            },
        };
        if (options.SemanticConfiguration.Length > 0)
        {
            var fields = new SemanticPrioritizedFields { TitleField = new SemanticField("titleVi") };
            fields.ContentFields.Add(new SemanticField("textVi"));
            fields.ContentFields.Add(new SemanticField("titleEn"));
            fields.ContentFields.Add(new SemanticField("textEn"));
            definition.SemanticSearch = new SemanticSearch
            {
                Configurations = { new SemanticConfiguration(options.SemanticConfiguration, fields) },
            };
        }

        return definition;
    }
}
