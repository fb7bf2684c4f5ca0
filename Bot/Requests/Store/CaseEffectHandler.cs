using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>Stores what askers did with their cases, in the transaction of the turn in which it was decided.</summary>
internal sealed class CaseEffectHandler(CaseTransaction caseTransaction, TeamAssigner teamAssigner) : IEffectHandler
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
                return await caseTransaction.StoreAsync(db, change.Change, change.Settings, cancellationToken)
                    ? EffectResult.Stored
                    : EffectResult.Conflict;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect));
        }
    }

    /// <summary>Stores the request with its deadlines and, if the team assigns its cases automatically, assigns it to the next
    /// official.</summary>
    private async Task SubmitAsync(SubmitRequestEffect submit, AssistantDb db, CancellationToken cancellationToken)
    {
        var (request, firstEvent) = CaseRules.Route(
            submit.Accepted,
            RoutingRules.Decide(submit.Accepted.Request.Facts, submit.Settings.Routing)
        );
        var stored = await caseTransaction.AddAsync(db, new CaseWithHistory(request, [firstEvent]), submit.Settings, cancellationToken);
        if (
            submit.Settings.Routing.Find(request.Routing?.Team) is { } team
            && await teamAssigner.ChooseOfficialAsync(db, team, cancellationToken) is { } official
            && CaseRules.Assign(stored, official, firstEvent.At) is CaseDecision.Changed assigned
        )
        {
            await caseTransaction.StoreAsync(db, assigned.WithDeadlines(stored, submit.Settings), submit.Settings, cancellationToken);
        }
    }
}
