using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// The knowledge base of the articles as they stand now. When they change it is built anew beside the one in use and swapped
/// whole: nothing is ever asked half-built.
/// </summary>
public sealed class LiveKnowledge : IDisposable
{
    private readonly ArticleStore store;
    private volatile KnowledgeBase current;

    public LiveKnowledge(ArticleStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.store = store;
        current = KnowledgeBase.Build(store.Current.Articles);
        store.Changed += Rebuild;
    }

    /// <summary>Take it once per question.</summary>
    public KnowledgeBase Current => current;

    public void Dispose() => store.Changed -= Rebuild;

    private void Rebuild(object? sender, EventArgs e) => current = KnowledgeBase.Build(store.Current.Articles);
}
