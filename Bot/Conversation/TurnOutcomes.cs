using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Knowledge.Answers;

namespace PolicyAssistantBot.Conversation;

/// <summary>
/// The outcomes of one turn (answered, clarified, command …), for the evaluation of dialogues; they are neither stored nor shown.
/// </summary>
internal sealed class TurnOutcomes
{
    private readonly List<TurnOutcome> all = [];

    public IReadOnlyList<TurnOutcome> All => all;

    public static TurnOutcomes Of(ITurnContext turn)
    {
        if (turn.TurnState.Get<TurnOutcomes>() is { } existing)
        {
            return existing;
        }

        var outcomes = new TurnOutcomes();
        turn.TurnState.Set(outcomes);
        return outcomes;
    }

    /// <summary>A question got one of the outcomes of <see cref="Answer"/>.</summary>
    public static void Add(ITurnContext turn, Answer answer)
    {
        var keys = answer.Citations.Select(citation => citation.ArticleKey);
        var answeringArticle = RecordAnswerEffect.GetArticleKey(answer);
        Of(turn)
            .all.Add(
                new(answer.GetType().Name, [.. (answeringArticle is null ? keys : keys.Prepend(answeringArticle)).Distinct()])
                {
                    Readings = answer.Trace.Readings,
                }
            );
    }

    /// <summary>A guide asked for a fact that its rule needs.</summary>
    public static void AddFactQuestion(ITurnContext turn)
    {
        Of(turn).all.Add(new(nameof(Answer.Command), []));
        Of(turn).all.Add(new(nameof(Answer.Clarify), []));
    }
}

/// <param name="Name">The name of an outcome of <see cref="Answer"/>.</param>
/// <param name="Keys">The articles that were used.</param>
internal sealed record TurnOutcome(string Name, IReadOnlyList<string> Keys)
{
    /// <summary>What the message may have meant; empty where that was plain.</summary>
    public IReadOnlyList<TracedReading> Readings { get; init; } = [];
}
