using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Benchmarks.Comparison;

/// <summary>The product's own index with its default weights.</summary>
/// <param name="passages">The passages of the set with their language and phrasings.</param>
internal sealed class ProductEngine(IReadOnlyList<Passage> passages) : ISearchEngine
{
    private SearchIndex index = SearchIndex.Build([]);

    public string Name => "this product";

    public Task BuildAsync(IReadOnlyList<PlainPassage> plain)
    {
        index = SearchIndex.Build(passages);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> SearchAsync(string question) =>
        Task.FromResult<IReadOnlyList<string>>([.. index.Search(question).Hits.Select(hit => hit.Passage.Id)]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
