using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>The articles of this repository, read and indexed once for all tests.</summary>
internal static class RealKnowledge
{
    private static readonly Lazy<KnowledgeBase> Built = new(() => KnowledgeBase.Build(Articles));
    private static readonly Lazy<IReadOnlyList<Article>> Read = new(() =>
    {
        using var store = new ArticleStore(
            Repository.Combine("Knowledge", "Articles"),
            lastGoodFile: null,
            TimeProvider.System,
            watch: false
        );
        Assert.Empty(store.Current.Problems);
        return store.Current.Articles;
    });

    public static IReadOnlyList<Article> Articles => Read.Value;

    public static KnowledgeBase Knowledge => Built.Value;

    /// <param name="clock">By default it is 21 November 2026.</param>
    public static AnswerPipeline Pipeline(TimeProvider? clock = null) => new(() => Knowledge, clock ?? new FakeTime());
}
