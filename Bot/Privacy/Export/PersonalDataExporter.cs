using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Model;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Privacy.Export;

/// <summary>Reads everything that is stored about a person.</summary>
internal sealed class PersonalDataExporter(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time)
{
    /// <summary>What officials write among themselves when they hand a case over is not told to the asker.</summary>
    private static readonly CaseEventKind[] InternalKinds =
    [
        CaseEventKind.Taken,
        CaseEventKind.Released,
        CaseEventKind.Assigned,
        CaseEventKind.HandedOver,
        CaseEventKind.Routed,
    ];

    public async Task<PersonalDataExport> ReadAsync(string channelId, string userId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var subject = await PersonalDataSubject.ReadAsync(db, channelId, userId, currentConversation: null, cancellationToken);
        var answers = await db.Set<AnswerRow>()
            .AsNoTracking()
            .Where(a => a.ChannelId == channelId && a.UserId == userId)
            .OrderBy(a => a.Number)
            .ToListAsync(cancellationToken);
        var votes = await db.Set<VoteRow>()
            .AsNoTracking()
            .Where(v => v.ChannelId == channelId && v.UserId == userId)
            .OrderBy(v => v.At)
            .ToListAsync(cancellationToken);
        var uses = await db.Set<ModelUseRow>()
            .AsNoTracking()
            .Where(u => u.ChannelId == channelId && u.UserId == userId)
            .OrderBy(u => u.Day)
            .ToListAsync(cancellationToken);
        var codes = await db.Set<CaseLookupCodeRow>()
            .AsNoTracking()
            .Where(c => c.ChannelId == channelId && c.UserId == userId)
            .OrderBy(c => c.RequestedAt)
            .ToListAsync(cancellationToken);
        var addresses = await db.Set<AddressConfirmation>()
            .AsNoTracking()
            .Where(a => a.ChannelId == channelId && a.UserId == userId)
            .OrderBy(a => a.RequestedAt)
            .ToListAsync(cancellationToken);
        var answerMails = await db.Set<MailRow>()
            .AsNoTracking()
            .Where(m => m.ChannelId == channelId && m.UserId == userId)
            .OrderBy(m => m.Id)
            .ToListAsync(cancellationToken);
        return new PersonalDataExport(time.GetUtcNow(), channelId, userId)
        {
            Conversations = await ReadConversationsAsync(db, subject, cancellationToken),
            Questions = [.. answers.Select(a => new ExportedQuestion(ToTime(a.At), a.Question, a.Text, a.ArticleKey))],
            Votes = [.. votes.Select(v => new ExportedVote(ToTime(v.At), v.IsUpvote, v.Reason?.ToString(), v.Comment))],
            Cases = await ReadCasesAsync(db, channelId, userId, cancellationToken),
            ModelTokens = uses.ToDictionary(
                u => DateOnly.FromDayNumber(u.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                u => u.Tokens
            ),
            Addresses = [.. addresses.Select(a => new ExportedAddress(a.Address, a.ConfirmedAt is { } at ? ToTime(at) : null))],
            AnswerMails = [.. answerMails.Select(m => new ExportedMail(ToTime(m.CreatedAt), m.Recipient, m.Subject))],
            Codes = [.. codes.Select(c => new ExportedCode(ToTime(c.RequestedAt), c.CaseNumber))],
        };
    }

    private static async Task<IReadOnlyList<ExportedConversation>> ReadConversationsAsync(
        AssistantDb db,
        PersonalDataSubject subject,
        CancellationToken cancellationToken
    )
    {
        var conversations = new List<ExportedConversation>();
        foreach (var key in subject.PrivateConversations.Concat(subject.Groups))
        {
            var isGroup = subject.Groups.Contains(key);
            var rows = await db.Set<ActivityRow>()
                .AsNoTracking()
                .Where(a => a.ConversationKey == key && a.IsShown)
                .OrderBy(a => a.Sequence)
                .ToListAsync(cancellationToken);
            var messages =
                from row in rows
                let activity = SchemaJson.FromJson<Activity>(row.Json)!
                where !isGroup || (row.Direction == Direction.Inbound && activity.From?.Id == subject.UserId)
                select ToMessage(row, activity);
            var state = isGroup ? null : await db.Set<StateRow>().AsNoTracking().FirstOrDefaultAsync(s => s.Key == key, cancellationToken);
            conversations.Add(new ExportedConversation(key, [.. messages], state is null ? null : JsonNode.Parse(state.Json)));
        }

        return conversations;
    }

    private static ExportedMessage ToMessage(ActivityRow row, Activity activity) =>
        new(
            ToTime(row.Timestamp),
            row.Direction == Direction.Inbound,
            activity.Text,
            [.. (activity.Attachments ?? []).Select(attachment => attachment?.Name).OfType<string>()],
            row.Direction == Direction.Inbound ? activity.Value?.DeepClone() : null
        );

    private static async Task<IReadOnlyList<ExportedCase>> ReadCasesAsync(
        AssistantDb db,
        string channelId,
        string userId,
        CancellationToken cancellationToken
    )
    {
        var rows = await db.Set<CaseRow>()
            .AsNoTracking()
            .Where(r => r.ChannelId == channelId && r.UserId == userId)
            .OrderBy(r => r.NumericCaseNumber)
            .ToListAsync(cancellationToken);
        var cases = new List<ExportedCase>();
        foreach (var row in rows)
        {
            var number = row.CaseNumber;
            var history = await db.Set<CaseEvent>()
                .AsNoTracking()
                .Where(e => e.CaseNumber == number)
                .OrderBy(e => e.Sequence)
                .ToListAsync(cancellationToken);
            var waiting = await DelayedNotice.FindFirstWaitingAsync(db, number, cancellationToken) ?? int.MaxValue;
            var told = UndoneEvents.RemoveUndone(history).Where(e => e.Sequence < waiting && !InternalKinds.Contains(e.Kind));
            var files = await db.Set<CaseFileRow>().Where(f => f.CaseNumber == number).Select(f => f.Name).ToListAsync(cancellationToken);
            var mails = await db.Set<MailRow>()
                .AsNoTracking()
                .Where(m =>
                    m.CaseNumber == number && m.Kind != MailKind.Deadline && m.Kind != MailKind.Mention && m.Kind != MailKind.Undelivered
                )
                .OrderBy(m => m.Id)
                .ToListAsync(cancellationToken);
            var rating = await db.Set<CaseRating>().AsNoTracking().FirstOrDefaultAsync(r => r.CaseNumber == number, cancellationToken);
            cases.Add(
                new ExportedCase(number, row.Status, row.SubmittedAt, row.Facts with { AnswerTrace = null })
                {
                    ConsentWithdrawnAt = row.ConsentWithdrawnAt,
                    History = [.. told.Select(e => new ExportedEvent(e.At, e.Kind, e.Text))],
                    Files = files,
                    Mails = [.. mails.Select(m => new ExportedMail(ToTime(m.CreatedAt), m.Recipient, m.Subject))],
                    Rating = rating?.Score,
                    RatingComment = rating?.Comment,
                }
            );
        }

        return cases;
    }

    private static DateTimeOffset ToTime(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
