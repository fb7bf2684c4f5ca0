using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Benchmarks.Compare;

/// <summary>The product's own index, with the weights that are shipped.</summary>
/// <param name="passages">As the set gives them, with their language and phrasings.</param>
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
