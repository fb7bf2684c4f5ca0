using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Desk.Channel;

/// <summary>
/// Keeps the cards in the officials' channel up to date: a new case is posted, and every later change, here or on the desk's page, updates
/// its card for everyone. Both go through the outbox, in the transaction of the change.
/// </summary>
internal sealed class ChannelCardUpdater(Outbox outbox, ChannelCaseCardFactory views, IOptions<OfficialsChannelOptions> options)
    : ICaseObserver,
        IDeadlineObserver
{
    /// <summary>Our id of the post, which the delivery maps to the channel's.</summary>
    public static string GetActivityId(string caseNumber) => $"case-{caseNumber}";

    public async Task OnCaseChangedAsync(AssistantDb db, SupportRequest request, CaseEvent caseEvent, CancellationToken cancellationToken)
    {
        if (options.Value.OfficialsChannelId is not { Length: > 0 } channel)
        {
            return;
        }

        var isNew = caseEvent.Kind == CaseEventKind.Submitted;
        if (!isNew && !await IsPostedAsync(db, channel, request.CaseNumber, cancellationToken))
        {
            return;
        }

        await PostAsync(db, channel, isNew ? ActivityTypes.Message : ActivityTypes.MessageUpdate, request, caseEvent, cancellationToken);
    }

    /// <summary>Updates the card when a deadline has passed.</summary>
    public async Task OnDeadlineWarningAsync(
        AssistantDb db,
        SupportRequest request,
        DeadlineWarning warning,
        CancellationToken cancellationToken
    )
    {
        if (
            warning.IsEscalation
            && options.Value.OfficialsChannelId is { Length: > 0 } channel
            && await IsPostedAsync(db, channel, request.CaseNumber, cancellationToken)
        )
        {
            var lastEvent = await db.Set<CaseEvent>()
                .AsNoTracking()
                .FirstAsync(e => e.CaseNumber == request.CaseNumber && e.Sequence == request.Version, cancellationToken);
            await PostAsync(db, channel, ActivityTypes.MessageUpdate, request, lastEvent, cancellationToken);
        }
    }

    private Task<string> PostAsync(
        AssistantDb db,
        string channel,
        string type,
        SupportRequest request,
        CaseEvent lastEvent,
        CancellationToken cancellationToken
    ) =>
        outbox.AppendAsync(
            db,
            CreateReference(channel),
            new Activity
            {
                Type = type,
                Id = GetActivityId(request.CaseNumber),
                Summary = views.CreateSummary(request),
                Attachments = [views.CreateCard(request, lastEvent)],
            },
            cancellationToken
        );

    /// <summary>A case that is older than the channel has no card there, and a card that could not be delivered cannot be
    /// replaced.</summary>
    private static Task<bool> IsPostedAsync(AssistantDb db, string channel, string caseNumber, CancellationToken cancellationToken)
    {
        var (key, id) = (ActivityRecorder.ConversationKey(ChannelIds.Msteams, channel), GetActivityId(caseNumber));
        return db.Set<ActivityRow>()
            .AnyAsync(
                a =>
                    a.ConversationKey == key
                    && a.ActivityId == id
                    && a.ActivityId != "" // The index holds only such rows.
                    && a.Direction == Direction.Outbound
                    && a.Progress != Progress.Undelivered
                    && a.Progress != Progress.Dropped,
                cancellationToken
            );
    }

    private ConversationReference CreateReference(string channel) =>
        new()
        {
            ChannelId = ChannelIds.Msteams,
            ServiceUrl = options.Value.ServiceUrl,
            Bot = new ChannelAccount { Id = options.Value.BotId },
            Conversation = new ConversationAccount
            {
                Id = channel,
                IsGroup = true,
                ConversationType = "channel",
                TenantId = options.Value.TenantId,
            },
        };
}
