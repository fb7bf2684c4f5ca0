using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Insight;

/// <summary>Finds the topic of a request among those of the knowledge base. Searches, so it must not be called inside a
/// transaction.</summary>
internal sealed class TopicFinder(AnswerPipeline pipeline)
{
    /// <summary>The topic of the article that answers the first question or, when there was none, the request; null when no article
    /// does.</summary>
    public string? Find(RequestDraft facts)
    {
        if ((facts.Question ?? facts.Content) is not { Length: > 0 } text)
        {
            return null;
        }

        var key = pipeline.Ask(new Question(text)) switch
        {
            Answer.Answered answered => answered.ArticleKey,
            Answer.Expired expired => expired.ArticleKey,
            _ => null,
        };
        return pipeline.Find(key)?.Topic;
    }
}
