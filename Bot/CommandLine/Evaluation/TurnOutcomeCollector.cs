using System.Collections.Concurrent;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Conversation;
using PolicyAssistantBot.Knowledge.Answers;

namespace PolicyAssistantBot.CommandLine.Evaluation;

/// <summary>Collects the outcomes of turns by the id of the activity that asked.</summary>
internal sealed class TurnOutcomeCollector : ITurnMiddleware
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<TurnOutcome>> outcomesByActivityId = [];

    public IReadOnlyList<TurnOutcome> Take(string? activityId) =>
        outcomesByActivityId.TryRemove(activityId ?? "", out var outcomes) ? outcomes : [];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<TurnOutcome> outcomes = [new(nameof(Answer.Fault), [])];
        try
        {
            await next(cancellationToken);
            outcomes = TurnOutcomes.Of(turnContext).All;
        }
        finally
        {
            outcomesByActivityId[turnContext.Activity.Id ?? ""] = outcomes;
        }
    }
}
