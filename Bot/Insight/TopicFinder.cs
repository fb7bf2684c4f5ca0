using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Insight;

/// <summary>What a request is about, in the knowledge base's own topics.</summary>
internal sealed class TopicFinder(IEnumerable<AnswerPipeline> pipelines, IEnumerable<LiveKnowledge> knowledge)
{
    private readonly AnswerPipeline? pipeline = pipelines.FirstOrDefault();
    private readonly LiveKnowledge? knowledge = knowledge.FirstOrDefault();

    /// <summary>The topic of the article that answers the first question or, when there was none, the request; null when none does.</summary>
    public string? Find(RequestDraft facts)
    {
        if (pipeline is null || knowledge is null || (facts.Question ?? facts.Content) is not { Length: > 0 } said)
        {
            return null;
        }

        var key = pipeline.Ask(new Question(said)) switch
        {
            Answer.Answered answered => answered.ArticleKey,
            Answer.Expired expired => expired.ArticleKey,
            _ => null,
        };
        return knowledge.Current.Find(key)?.Topic;
    }
}
