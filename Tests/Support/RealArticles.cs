using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>The articles of this repository, read and indexed once for all tests that ask them.</summary>
internal static class RealArticles
{
    private static readonly Lazy<KnowledgeBase> Built = new(() =>
    {
        using var store = new ArticleStore(
            Path.Combine(AppContext.BaseDirectory, "Knowledge", "Articles"),
            null,
            TimeProvider.System,
            watch: false
        );
        return KnowledgeBase.Build(store.Current.Articles);
    });

    public static KnowledgeBase Knowledge => Built.Value;

    /// <summary>Asked on 21 November 2026, unless a clock says otherwise.</summary>
    public static AnswerPipeline Pipeline(TimeProvider? clock = null) => new(() => Knowledge, clock ?? new FakeTime());
}
