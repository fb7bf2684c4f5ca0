using Azure.Search.Documents;
using Azure.Search.Documents.Models;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.Retrieval;

/// <summary>Queries an index of Azure AI Search that <see cref="AzureSearchSynchronizer"/> fills.</summary>
internal sealed class AzureSearchRetriever(AzureSearchOptions options, HttpClient http) : IExternalRetriever
{
    /// <summary>The upper end of the semantic ranker's scores.</summary>
    private const double MaxRerankerScore = 4;

    private readonly SearchClient client = AzureSearchClients.CreateSearchClient(options, http);

    public string Name => "azure-search";

    public ExternalWeight Weight => new(options.Weight, options.Floor);

    public async Task<IReadOnlyList<ExternalHit>> FindAsync(
        OutgoingText question,
        Lang lang,
        int count,
        CancellationToken cancellationToken
    )
    {
        var query = new SearchOptions { Size = count, Filter = $"language eq '{lang.Code()}'" };
        query.Select.Add("passage");
        query.SearchFields.Add(lang == Lang.Vi ? "titleVi" : "titleEn");
        query.SearchFields.Add(lang == Lang.Vi ? "textVi" : "textEn");
        if (options.SemanticConfiguration.Length > 0)
        {
            query.QueryType = SearchQueryType.Semantic;
            query.SemanticSearch = new SemanticSearchOptions { SemanticConfigurationName = options.SemanticConfiguration };
        }

        var hits = new List<ExternalHit>(count);
        SearchResults<AzureSearchHit> results = await client.SearchAsync<AzureSearchHit>(
            ToPlainQuery(question.Value),
            query,
            cancellationToken
        );
        await foreach (var result in results.GetResultsAsync().WithCancellation(cancellationToken))
        {
            hits.Add(new ExternalHit(result.Document.Passage, NormalizeScore(result)));
            if (hits.Count == count)
            {
                break;
            }
        }

        return hits;
    }

    private double NormalizeScore(SearchResult<AzureSearchHit> result) =>
        result switch
        {
            { SemanticSearch.RerankerScore: { } reranked } => reranked / MaxRerankerScore,
            { Score: { } score } => score / (score + options.HalfScore),
            _ => 0,
        };

    /// <summary>Letters and numbers only: the service's simple query syntax gives other characters a meaning.</summary>
    private static string ToPlainQuery(string question) =>
        string.Concat(question.Select(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? c : ' '));
}
