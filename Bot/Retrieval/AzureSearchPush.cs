using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using Azure.Search.Documents.Indexes.Models;
using Azure.Search.Documents.Models;
using PolicyAssistantBot.Knowledge.Search;
using AzureIndex = Azure.Search.Documents.Indexes.Models.SearchIndex;
using AzureOptions = Azure.Search.Documents.SearchOptions;

namespace PolicyAssistantBot.Retrieval;

/// <param name="Pushed">Documents that are new or changed.</param>
/// <param name="Removed">Documents of passages that are gone.</param>
internal sealed record AzureSearchPushed(int Passages, int Pushed, int Removed);

/// <summary>Makes the index at Azure AI Search and has the published passages in it. Throws whatever the service throws.</summary>
internal sealed class AzureSearchPush(AzureSearchOptions options, HttpClient http)
{
    private const int Batch = 500;

    private readonly SearchIndexClient indexes = AzureSearchClients.Indexes(options, http);
    private readonly SearchClient documents = AzureSearchClients.Search(options, http);

    public async Task<AzureSearchPushed> RunAsync(IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        await indexes.CreateOrUpdateIndexAsync(Definition(), cancellationToken: cancellationToken);
        var kept = await KeptAsync(cancellationToken);
        var wanted = passages.Select(AzureSearchPassage.Of).ToList();
        var changed = wanted.Where(document => kept.GetValueOrDefault(document.Id) != document.Hash).ToList();
        var gone = kept.Keys.Except(wanted.Select(document => document.Id), StringComparer.Ordinal).ToList();
        foreach (var batch in changed.Chunk(Batch))
        {
            await documents.IndexDocumentsAsync(
                IndexDocumentsBatch.MergeOrUpload(batch),
                new IndexDocumentsOptions { ThrowOnAnyError = true },
                cancellationToken
            );
        }

        foreach (var batch in gone.Chunk(Batch))
        {
            await documents.DeleteDocumentsAsync("id", batch, new IndexDocumentsOptions { ThrowOnAnyError = true }, cancellationToken);
        }

        return new AzureSearchPushed(wanted.Count, changed.Count, gone.Count);
    }

    private async Task<Dictionary<string, string>> KeptAsync(CancellationToken cancellationToken)
    {
        var asked = new AzureOptions { Size = 1000 };
        asked.Select.Add("id");
        asked.Select.Add("hash");
        asked.OrderBy.Add("id asc");
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var last = ""; ; asked.Filter = $"id gt '{last}'")
        {
            SearchResults<AzureSearchKept> page = await documents.SearchAsync<AzureSearchKept>("*", asked, cancellationToken);
            var before = kept.Count;
            await foreach (var result in page.GetResultsAsync().WithCancellation(cancellationToken))
            {
                (kept[result.Document.Id], last) = (result.Document.Hash, result.Document.Id);
            }

            if (kept.Count == before)
            {
                return kept;
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
