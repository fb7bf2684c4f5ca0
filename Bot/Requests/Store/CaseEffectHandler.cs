using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>Stores what askers did with their cases, in the transaction of the turn in which it was decided.</summary>
internal sealed class CaseEffectHandler(CaseTransaction cases, TeamAssigner assignment) : IEffectHandler
{
    public bool CanHandle(IEffect effect) => effect is SubmitRequestEffect or ChangeCaseEffect;

    public async Task<EffectResult> ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case SubmitRequestEffect submit:
                await SubmitAsync(submit, db, cancellationToken);
                return EffectResult.Stored;
            case ChangeCaseEffect change:
                return await cases.StoreAsync(db, change.Change, change.Rules, cancellationToken)
                    ? EffectResult.Stored
                    : EffectResult.Conflict;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect));
        }
    }

    /// <summary>Stores the request with its deadlines and, where the team has its cases handed out, gives it to the next
    /// official.</summary>
    private async Task SubmitAsync(SubmitRequestEffect submit, AssistantDb db, CancellationToken cancellationToken)
    {
        var (request, first) = CaseRules.Route(submit.Accepted, RoutingRules.Decide(submit.Accepted.Request.Facts, submit.Rules.Routing));
        var stored = await cases.AddAsync(db, new CaseWithHistory(request, [first]), submit.Rules, cancellationToken);
        if (
            submit.Rules.Routing.Find(request.Routing?.Team) is { } team
            && await assignment.NextAsync(db, team, cancellationToken) is { } next
            && CaseRules.Assign(stored, next, first.At) is CaseDecision.Changed assigned
        )
        {
            await cases.StoreAsync(db, assigned.WithClocks(stored, submit.Rules), submit.Rules, cancellationToken);
        }
    }
}
