namespace PolicyAssistantBot.Benchmarks.Comparison;

/// <summary>A passage as every engine receives it.</summary>
internal readonly record struct PlainPassage(string Id, string Title, string Text);

/// <summary>A search engine under comparison: built once from all passages, then queried.</summary>
internal interface ISearchEngine : IAsyncDisposable
{
    string Name { get; }

    Task BuildAsync(IReadOnlyList<PlainPassage> passages);

    /// <summary>The ids of the ten best, the best first.</summary>
    Task<IReadOnlyList<string>> SearchAsync(string question);
}
