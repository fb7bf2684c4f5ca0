using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Limits;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Mail.Answers;

/// <summary>
/// Lets askers have an answer sent to their own address, and nobody to that of others: an address gets nothing but a code until the code
/// is typed in the chat, and both codes and answers are limited by person, by network, by mailbox and in all.
/// </summary>
internal sealed class AnswerMailService(
    IDbContextFactory<AssistantDb> dbContextFactory,
    MailOutbox outbox,
    AnswerMailLimiter networkLimiter,
    ConversationAddresses networks,
    IOptions<LimitOptions> limits,
    TimeProvider time
)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public bool IsEnabled => outbox.IsEnabled;

    /// <summary>The address that this person confirmed last; null when there is none.</summary>
    public async Task<string?> FindConfirmedAddressAsync(Activity activity, CancellationToken cancellationToken)
    {
        var (channelId, userId) = PersonOf(activity);
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<AddressConfirmation>()
            .Where(a => a.ChannelId == channelId && a.UserId == userId && a.ConfirmedAt != null)
            .OrderByDescending(a => a.ConfirmedAt)
            .Select(a => a.Address)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<bool> IsConfirmedAsync(Activity activity, string address, CancellationToken cancellationToken)
    {
        var (channelId, userId) = PersonOf(activity);
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await AddressConfirmation.IsConfirmedAsync(db, channelId, userId, address, cancellationToken);
    }

    /// <summary>
    /// Whether the person may have the answer sent to the address and, unless it is confirmed, the code before that; both count for the
    /// network, so that nobody types a code in vain.
    /// </summary>
    public async Task<bool> TryTakeAsync(Activity activity, string address, bool isConfirmed, CancellationToken cancellationToken)
    {
        if (!limits.Value.Enabled)
        {
            return true;
        }

        var needed = isConfirmed ? 1 : 2;
        var (channelId, userId) = PersonOf(activity);
        var mailbox = MailRow.MailboxOf(address);
        var since = (time.GetUtcNow() - Day).ToUnixTimeMilliseconds();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var today = db.Set<MailRow>().Where(m => m.CreatedAt > since && m.Key.StartsWith(AnswerMailKey.Prefix));
        var waiting = await db.Set<AddressConfirmation>()
            .CountAsync(a => a.ChannelId == channelId && a.UserId == userId && a.IsWaiting, cancellationToken);
        var ofPerson = await today.CountAsync(m => m.ChannelId == channelId && m.UserId == userId, cancellationToken);
        var ofMailbox = await today.CountAsync(m => m.Mailbox == mailbox, cancellationToken);
        var codesOfMailbox = isConfirmed
            ? 0
            : await today.CountAsync(m => m.Mailbox == mailbox && m.Kind == MailKind.AddressConfirmationCode, cancellationToken);
        return codesOfMailbox < limits.Value.MailsPerMailbox
            && waiting + ofPerson + needed <= limits.Value.AnswerMailsPerPerson
            && ofMailbox + needed <= limits.Value.AnswerMailsPerMailbox
            && await today.CountAsync(cancellationToken) + needed <= limits.Value.AnswerMailsInAll
            && networkLimiter.Check(networks.Find(activity.Conversation?.Id), needed) is null;
    }

    public RequestAnswerMailCodeEffect CreateCodeRequest(Activity activity, string address, Lang lang)
    {
        var (channelId, userId) = PersonOf(activity);
        return new RequestAnswerMailCodeEffect(channelId, userId, address, lang, time.GetUtcNow());
    }

    public static SendAnswerMailEffect CreateMail(Activity activity, string address, string subject, MailBody body)
    {
        var (channelId, userId) = PersonOf(activity);
        return new SendAnswerMailEffect(channelId, userId, address, activity.Id ?? "", subject, body);
    }

    private static (string ChannelId, string UserId) PersonOf(Activity activity) => (activity.ChannelId ?? "", activity.From?.Id ?? "");
}
