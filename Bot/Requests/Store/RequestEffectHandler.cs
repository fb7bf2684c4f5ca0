using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Requests.Clocks;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>Stores what askers do with their cases, with the turn in which they did it.</summary>
internal sealed class RequestEffectHandler(DeskSettings settings, TeamAssignment assignment, IEnumerable<ICaseObserver> observers)
    : IEffectHandler
{
    public bool Handles(IEffect effect) => effect is SubmitRequest or AddAskerMessage or WithdrawRequest;

    public Task ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken) =>
        effect switch
        {
            SubmitRequest submit => SubmitAsync(submit, db, cancellationToken),
            AddAskerMessage message => ChangeAsync(
                message.CaseNumber,
                message.Asker,
                stored => RequestRules.AddMessage(stored, message.Asker, message.Text, message.At),
                db,
                cancellationToken
            ),
            WithdrawRequest withdrawal => ChangeAsync(
                withdrawal.CaseNumber,
                withdrawal.Asker,
                stored => RequestRules.Withdraw(stored, withdrawal.Asker, withdrawal.At),
                db,
                cancellationToken
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(effect)),
        };

    private async Task SubmitAsync(SubmitRequest effect, AssistantDb db, CancellationToken cancellationToken)
    {
        var asker = effect.Request.Asker;
        var isFiled = await db.Set<RequestRow>()
            .AnyAsync(
                r => r.ChannelId == asker.ChannelId && r.ConversationId == asker.ConversationId && r.ActivityId == asker.ActivityId,
                cancellationToken
            );
        if (isFiled)
        {
            return;
        }

        var rules = await settings.GetAsync(cancellationToken);
        var (request, first) = RequestRules.Route(
            new Submission.Accepted(effect.Request, effect.Event),
            RoutingRules.Decide(effect.Request.Facts, rules.Routing)
        );
        var stored = new StoredRequest(ClockRules.Tick(request, [first], rules), [first]);
        await RequestWriter.AddAsync(db, stored.Request, first, rules.Hours, cancellationToken);
        await TellAsync(stored.Request, first, db, cancellationToken);
        if (
            rules.Routing.Find(request.Routing?.Team) is { } team
            && await assignment.NextAsync(db, team, cancellationToken) is { } next
            && RequestRules.Assign(stored, next, first.At) is Decision.Changed assigned
        )
        {
            await StoreAsync(db, assigned.WithClocks(stored, rules), rules, cancellationToken);
        }
    }

    private async Task ChangeAsync(
        string caseNumber,
        Asker asker,
        Func<StoredRequest, Decision> rule,
        AssistantDb db,
        CancellationToken cancellationToken
    )
    {
        var rules = await settings.GetAsync(cancellationToken);
        while (await RequestStore.ReadAsync(db, caseNumber, cancellationToken) is { } stored && stored.Request.Asker.IsSameUser(asker))
        {
            if (stored.Request.Status == RequestStatus.Merged && stored.History[^1].Detail is { } remaining)
            {
                caseNumber = remaining;
            }
            else if (rule(stored) is not Decision.Changed change)
            {
                return;
            }
            else if (await StoreAsync(db, change.WithClocks(stored, rules), rules, cancellationToken))
            {
                return;
            }

            // Otherwise an official was faster: decide again on what is there now.
        }
    }

    private async Task<bool> StoreAsync(AssistantDb db, Decision.Changed change, DeskRules rules, CancellationToken cancellationToken)
    {
        if (!await RequestWriter.ChangeAsync(db, change, rules.Hours, cancellationToken))
        {
            return false;
        }

        await TellAsync(change.Request, change.Event, db, cancellationToken);
        return true;
    }

    private async Task TellAsync(SupportRequest request, RequestEvent entry, AssistantDb db, CancellationToken cancellationToken)
    {
        foreach (var observer in observers)
        {
            await observer.ChangedAsync(db, request, entry, cancellationToken);
        }
    }
}
