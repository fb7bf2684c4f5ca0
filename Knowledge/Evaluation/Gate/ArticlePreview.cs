using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.Knowledge.Evaluation.Gate;

/// <summary>What askers would be told from an article that is not published, by the pipeline that answers them.</summary>
public static class ArticlePreview
{
    /// <returns>An answer for each language; fewer where the article does not answer its own title.</returns>
    public static IReadOnlyList<Answer> Create(Article article, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(article);
        var knowledge = KnowledgeBase.Build([article], snapshots: SnapshotStore.None);
        var pipeline = new AnswerPipeline(() => knowledge, time);
        return
        [
            .. Enum.GetValues<Lang>()
                .Select(lang => pipeline.Ask(new Question(article.Title[lang], lang) { IsLanguageFixed = true }))
                .Where(answer => answer is Answer.Answered or Answer.Expired),
        ];
    }
}
