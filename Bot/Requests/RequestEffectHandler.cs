using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests;

/// <summary>Stores what askers do with their cases, with the turn in which they did it.</summary>
internal sealed class RequestEffectHandler(IEnumerable<ICaseObserver> observers) : IEffectHandler
{
    public bool Handles(IEffect effect) => effect is SubmitRequest or AddAskerMessage or WithdrawRequest;

    public Task ApplyAsync(IEffect effect, AssistantDb db, CancellationToken cancellationToken) => effect switch
    {
        SubmitRequest submit => SubmitAsync(submit, db, cancellationToken),
        AddAskerMessage message => ChangeAsync(
            message.CaseNumber, message.Asker, stored => RequestRules.AddMessage(stored, message.Asker, message.Text, message.At), db, cancellationToken),
        WithdrawRequest withdrawal => ChangeAsync(
            withdrawal.CaseNumber, withdrawal.Asker, stored => RequestRules.Withdraw(stored, withdrawal.Asker, withdrawal.At), db, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(effect)),
    };

    private async Task SubmitAsync(SubmitRequest effect, AssistantDb db, CancellationToken cancellationToken)
    {
        var asker = effect.Request.Asker;
        var isFiled = await db.Set<RequestRow>().AnyAsync(
            r => r.ChannelId == asker.ChannelId && r.ConversationId == asker.ConversationId && r.ActivityId == asker.ActivityId,
            cancellationToken);
        if (!isFiled)
        {
            await RequestWriter.AddAsync(db, effect.Request, effect.Event, cancellationToken);
            await TellAsync(effect.Request, effect.Event, db, cancellationToken);
        }
    }

    private async Task ChangeAsync(
        string caseNumber, Asker asker, Func<StoredRequest, Decision> rule, AssistantDb db, CancellationToken cancellationToken)
    {
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
            else if (await RequestWriter.ChangeAsync(db, change, cancellationToken))
            {
                await TellAsync(change.Request, change.Event, db, cancellationToken);
                return;
            }

            // Otherwise an official was faster: decide again on what is there now.
        }
    }

    private async Task TellAsync(SupportRequest request, RequestEvent entry, AssistantDb db, CancellationToken cancellationToken)
    {
        foreach (var observer in observers)
        {
            await observer.ChangedAsync(db, request, entry, cancellationToken);
        }
    }
}
