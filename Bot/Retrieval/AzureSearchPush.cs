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
internal sealed record AzureSearchPushed(int Passages, int Pushed, int Removed);

/// <summary>Creates the index at Azure AI Search and synchronizes it with the published passages. Throws what the service throws.</summary>
internal sealed class AzureSearchPush(AzureSearchOptions options, HttpClient http)
{
    private const int Batch = 500;

    private readonly SearchIndexClient indexes = AzureSearchClients.Indexes(options, http);
    private readonly SearchClient documents = AzureSearchClients.Search(options, http);

    public async Task<AzureSearchPushed> RunAsync(IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        await indexes.CreateOrUpdateIndexAsync(Definition(), cancellationToken: cancellationToken);
        var indexed = await IndexedAsync(cancellationToken);
        var wanted = passages.Select(AzureSearchPassage.Of).ToList();
        var changed = wanted.Where(document => indexed.GetValueOrDefault(document.Id) != document.Hash).ToList();
        var removed = indexed.Keys.Except(wanted.Select(document => document.Id), StringComparer.Ordinal).ToList();
        foreach (var batch in changed.Chunk(Batch))
        {
            await documents.IndexDocumentsAsync(
                IndexDocumentsBatch.MergeOrUpload(batch),
                new IndexDocumentsOptions { ThrowOnAnyError = true },
                cancellationToken
            );
        }

        foreach (var batch in removed.Chunk(Batch))
        {
            await documents.DeleteDocumentsAsync("id", batch, new IndexDocumentsOptions { ThrowOnAnyError = true }, cancellationToken);
        }

        return new AzureSearchPushed(wanted.Count, changed.Count, removed.Count);
    }

    private async Task<Dictionary<string, string>> IndexedAsync(CancellationToken cancellationToken)
    {
        var query = new AzureOptions { Size = 1000 };
        query.Select.Add("id");
        query.Select.Add("hash");
        query.OrderBy.Add("id asc");
        var indexed = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var last = ""; ; query.Filter = $"id gt '{last}'")
        {
            SearchResults<AzureSearchVersion> page = await documents.SearchAsync<AzureSearchVersion>("*", query, cancellationToken);
            var before = indexed.Count;
            await foreach (var result in page.GetResultsAsync().WithCancellation(cancellationToken))
            {
                (indexed[result.Document.Id], last) = (result.Document.Hash, result.Document.Id);
            }

            if (indexed.Count == before)
            {
                return indexed;
            }
        }
    }

    private AzureIndex Definition()
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
