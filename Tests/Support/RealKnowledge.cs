using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>The articles of this repository, read and indexed once for all tests.</summary>
internal static class RealKnowledge
{
    private static readonly Lazy<KnowledgeBase> LazyKnowledge = new(() => KnowledgeBase.Build(Articles));
    private static readonly Lazy<IReadOnlyList<Article>> LazyArticles = new(() =>
    {
        using var store = new ArticleStore(
            SourceTree.Combine("Knowledge", "Articles"),
            lastGoodFile: null,
            TimeProvider.System,
            watch: false
        );
        Assert.Empty(store.Current.Problems);
        return store.Current.Articles;
    });

    public static IReadOnlyList<Article> Articles => LazyArticles.Value;

    public static KnowledgeBase Knowledge => LazyKnowledge.Value;

    /// <param name="clock">Default: 21 November 2026.</param>
    public static AnswerPipeline Pipeline(TimeProvider? clock = null) => new(() => Knowledge, clock ?? new FakeTime());
}
