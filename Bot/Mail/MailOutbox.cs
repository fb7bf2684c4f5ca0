using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Limits;
using PolicyAssistantBot.Mail.Answers;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Mail;

/// <summary>A composed mail.</summary>
internal sealed record MailDraft(string Key, MailKind Kind, string? CaseNumber, string Recipient, string Subject, MailBody Body)
{
    /// <summary>Who had it sent, if that person has no case.</summary>
    public (string ChannelId, string UserId)? Person { get; init; }
}

/// <summary>The mails to be sent. A mail that is added in a transaction is sent by the worker after the commit.</summary>
internal sealed partial class MailOutbox(
    IDbContextFactory<AssistantDb> dbContextFactory,
    IOptions<MailOptions> options,
    IOptions<LimitOptions> limits,
    TimeProvider time,
    ILogger<MailOutbox> logger
)
{
    /// <summary>Begins the keys of mails with codes that were asked for on the web page; these count apart from those of chats.</summary>
    public const string WebCodePrefix = "code-web:";

    public bool IsEnabled => options.Value.IsEnabled;

    /// <summary>
    /// Adds a mail to the caller's transaction, unless there is one with the same key. A mail that an asker causes is dropped when the
    /// mailbox got too many such mails: anybody can enter anybody's address.
    /// </summary>
    /// <returns>Whether the mail was not dropped.</returns>
    public async Task<bool> AddAsync(AssistantDb db, MailDraft draft, CancellationToken cancellationToken)
    {
        if (!IsEnabled)
        {
            return false;
        }

        if (limits.Value.Enabled && GetDailyLimit(draft.Kind) is { } limit && await CountTodayAsync(db, draft, cancellationToken) >= limit)
        {
            LogDropped(draft.Kind, limit);
            return false;
        }

        if (
            limits.Value.Enabled
            && draft.Key.StartsWith(AnswerMailKey.Prefix, StringComparison.Ordinal)
            && await CountAnswersTodayAsync(db, cancellationToken) >= limits.Value.AnswerMailsInAll
        )
        {
            LogDroppedInAll(draft.Kind, limits.Value.AnswerMailsInAll);
            return false;
        }

        var (kind, now, text, html) = (
            StoredEnumNames<MailKind>.GetName(draft.Kind),
            time.GetUtcNow().ToUnixTimeMilliseconds(),
            draft.Body.Text,
            draft.Body.Html
        );
        var state = StoredEnumNames<MailState>.GetName(MailState.Queued);
        var (mailbox, channelId, userId) = (MailRow.MailboxOf(draft.Recipient), draft.Person?.ChannelId, draft.Person?.UserId);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Mails"
                ("Key", "Kind", "CaseNumber", "Recipient", "Mailbox", "ChannelId", "UserId", "Subject", "Text", "Html", "State", "Attempts",
                "NextAttemptAt", "CreatedAt")
            VALUES ({draft.Key}, {kind}, {draft.CaseNumber}, {draft.Recipient}, {mailbox}, {channelId}, {userId}, {draft.Subject}, {text},
                {html}, {state}, 0, {now}, {now})
            ON CONFLICT ("Key") DO NOTHING
            """,
            cancellationToken
        );
        return true;
    }

    /// <summary>Null for mails that no asker can cause.</summary>
    private int? GetDailyLimit(MailKind kind) =>
        kind switch
        {
            MailKind.Receipt or MailKind.AddressConfirmationCode => limits.Value.MailsPerMailbox,
            MailKind.CaseLookupCode => limits.Value.CodesPerMailbox,
            MailKind.Answer => limits.Value.AnswerMailsPerMailbox,
            _ => null,
        };

    private Task<int> CountTodayAsync(AssistantDb db, MailDraft draft, CancellationToken cancellationToken)
    {
        var (isWebCode, hasNoCase) = (draft.Key.StartsWith(WebCodePrefix, StringComparison.Ordinal), draft.CaseNumber is null);
        var (mailbox, since) = (MailRow.MailboxOf(draft.Recipient), (time.GetUtcNow() - TimeSpan.FromDays(1)).ToUnixTimeMilliseconds());
        return db.Set<MailRow>()
            .Where(m => m.Mailbox == mailbox && m.CreatedAt > since && m.Kind == draft.Kind)
            .Where(m => (m.CaseNumber == null) == hasNoCase)
            .CountAsync(m => m.Key.StartsWith(WebCodePrefix) == isWebCode, cancellationToken);
    }

    private Task<int> CountAnswersTodayAsync(AssistantDb db, CancellationToken cancellationToken)
    {
        var since = (time.GetUtcNow() - TimeSpan.FromDays(1)).ToUnixTimeMilliseconds();
        return db.Set<MailRow>().CountAsync(m => m.CreatedAt > since && m.Key.StartsWith(AnswerMailKey.Prefix), cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "A mail ({Kind}) was not sent: {Limit} mails with answers or their codes were sent within a day")]
    private partial void LogDroppedInAll(MailKind kind, int limit);

    [LoggerMessage(LogLevel.Warning, "A mail ({Kind}) was not sent: the mailbox got {Limit} such mails within a day")]
    private partial void LogDropped(MailKind kind, int limit);

    /// <summary>A case's mails, the oldest first; texts of one-time codes are not among them.</summary>
    public async Task<IReadOnlyList<MailRow>> ListAsync(string caseNumber, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<MailRow>()
            .AsNoTracking()
            .Where(m => m.CaseNumber == caseNumber && m.Kind != MailKind.CaseLookupCode)
            .OrderBy(m => m.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Sends a failed mail of a case again; false when there is none. One that may have arrived is sent once more and not repeated if that
    /// attempt is ambiguous too.
    /// </summary>
    public async Task<bool> RetryAsync(string caseNumber, long id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<MailRow>()
                .Where(m => m.Id == id && m.CaseNumber == caseNumber && m.State == MailState.Failed)
                .Where(m => m.Kind != MailKind.CaseLookupCode && m.Kind != MailKind.AddressConfirmationCode)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(m => m.State, MailState.Queued)
                            .SetProperty(m => m.Attempts, 0)
                            .SetProperty(m => m.AmbiguousAttempts, m => m.AmbiguousAttempts > 0 ? 1 : 0)
                            .SetProperty(m => m.NextAttemptAt, now)
                            .SetProperty(m => m.EndedAt, (long?)null),
                    cancellationToken
                ) > 0;
    }
}
