using Azure.Search.Documents;
using Azure.Search.Documents.Models;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Outside;

namespace PolicyAssistantBot.Retrieval;

/// <summary>Asks an index of Azure AI Search that <see cref="AzureSearchPush"/> has filled.</summary>
internal sealed class AzureSearchChannel(AzureSearchOptions options, HttpClient http) : IOutsideChannel
{
    /// <summary>The semantic ranker's scores go from 0 to this.</summary>
    private const double BestReranked = 4;

    private readonly SearchClient client = AzureSearchClients.Search(options, http);

    public string Name => "azure-search";

    public OutsideWeight Weight => new(options.Weight, options.Floor);

    public async Task<IReadOnlyList<OutsideHit>> FindAsync(OutgoingText question, Lang lang, int count, CancellationToken cancellationToken)
    {
        var asked = new SearchOptions { Size = count, Filter = $"language eq '{lang.Code()}'" };
        asked.Select.Add("passage");
        asked.SearchFields.Add(lang == Lang.Vi ? "titleVi" : "titleEn");
        asked.SearchFields.Add(lang == Lang.Vi ? "textVi" : "textEn");
        if (options.SemanticConfiguration.Length > 0)
        {
            asked.QueryType = SearchQueryType.Semantic;
            asked.SemanticSearch = new SemanticSearchOptions { SemanticConfigurationName = options.SemanticConfiguration };
        }

        var hits = new List<OutsideHit>(count);
        SearchResults<AzureSearchFound> results = await client.SearchAsync<AzureSearchFound>(
            Plain(question.Value),
            asked,
            cancellationToken
        );
        await foreach (var result in results.GetResultsAsync().WithCancellation(cancellationToken))
        {
            hits.Add(new OutsideHit(result.Document.Passage, ScoreOf(result)));
            if (hits.Count == count)
            {
                break;
            }
        }

        return hits;
    }

    private double ScoreOf(SearchResult<AzureSearchFound> result) =>
        result switch
        {
            { SemanticSearch.RerankerScore: { } reranked } => reranked / BestReranked,
            { Score: { } score } => score / (score + options.HalfScore),
            _ => 0,
        };

    /// <summary>Letters and numbers alone: the service's simple query language reads the rest as orders.</summary>
    private static string Plain(string question) =>
        string.Concat(question.Select(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? c : ' '));
}
