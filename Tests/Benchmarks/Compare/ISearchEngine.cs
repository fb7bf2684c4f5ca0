namespace PolicyAssistantBot.Benchmarks.Compare;

/// <summary>A passage as every engine gets it.</summary>
internal readonly record struct PlainPassage(string Id, string Title, string Text);

/// <summary>What a team would reach for to search passages: given them once, then asked.</summary>
internal interface ISearchEngine : IAsyncDisposable
{
    string Name { get; }

    Task BuildAsync(IReadOnlyList<PlainPassage> passages);

    /// <summary>The ids of the ten best, the best first.</summary>
    Task<IReadOnlyList<string>> SearchAsync(string question);
}
