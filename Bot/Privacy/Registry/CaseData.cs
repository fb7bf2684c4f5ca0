using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access.Views;
using PolicyAssistantBot.Feedback;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Insight;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Drafts;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Similarity;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Privacy.Registry;

/// <summary>Cases and what belongs to them.</summary>
internal static class CaseData
{
    private static readonly LocalizedText HistoryReason = new(
        "lịch sử xử lý là hồ sơ công việc của Sở và phải kiểm chứng được; trong đó không còn nội dung và liên hệ",
        "the history is a record of the Department's work and must stay verifiable; it keeps neither content nor contact"
    );

    public static IReadOnlyList<DataTable> Tables { get; } =
    [
        new DataTable<CaseRow>(DataKind.Cases)
            .Personal(r => r.EnterpriseName, r => r.TaxCode, r => r.SearchText, r => r.ConversationId, r => r.UserId, r => r.ActivityId)
            .Personal(r => r.ReferenceJson, r => r.Facts, r => r.Routing)
            .Official(r => r.OwnerId, r => r.OwnerName)
            .NotPersonal(r => r.CaseNumber, r => r.NumericCaseNumber, r => r.Version, r => r.Status, r => r.Group, r => r.Kind)
            .NotPersonal(r => r.ChannelId, r => r.Team, r => r.Deadlines, r => r.DueAt, r => r.DueSoonAt, r => r.NextWarningAt)
            .NotPersonal(r => r.SubmittedAt, r => r.ChangedAt, r => r.LastHash, r => r.ErasedAt, r => r.ConsentWithdrawnAt)
            .EraseWith(CaseContentEraser.BlankCasesAsync),
        new DataTable<CaseEvent>(DataKind.Cases)
            .Personal(e => e.Text)
            .Kept(HistoryReason, e => e.Actor.Id)
            .Official(e => e.Actor.Name, e => e.Detail)
            .NotPersonal(e => e.CaseNumber, e => e.Sequence, e => e.Kind, e => e.StatusAfter, e => e.At, e => e.Actor.Kind)
            .NotPersonal(e => e.Channel, e => e.ContentHash, e => e.PreviousHash, e => e.Hash)
            .EraseWith(CaseContentEraser.BlankEventsAsync),
        new DataTable<CaseSignatureValue>(DataKind.Cases)
            .Personal(v => v.Value)
            .NotPersonal(v => v.NumericCaseNumber)
            .EraseRows(person => v => person.NumericCaseNumbers.Contains(v.NumericCaseNumber)),
        new DataTable<CaseFileRow>(DataKind.Cases)
            .Personal(f => f.Name, f => f.Sha256)
            .Official(f => f.AddedById)
            .NotPersonal(f => f.Id, f => f.CaseNumber, f => f.Origin, f => f.ContentType, f => f.Size, f => f.State, f => f.MalwareName)
            .NotPersonal(f => f.ScanAttempts, f => f.NextScanAt, f => f.ReplyEventSequence, f => f.AddedAt)
            .EraseRows(person => f => person.CaseNumbers.Contains(f.CaseNumber)),
        new DataTable<CaseNote>(DataKind.Cases)
            .Personal(n => n.Text)
            .Official(n => n.AuthorId, n => n.AuthorName)
            .NotPersonal(n => n.Id, n => n.CaseNumber, n => n.At)
            .EraseRows(person => n => person.CaseNumbers.Contains(n.CaseNumber)),
        new DataTable<CaseMention>(DataKind.Cases)
            .Official(m => m.AccountId)
            .NotPersonal(m => m.NoteId, m => m.CaseNumber, m => m.IsRead)
            .EraseRows(person => m => person.CaseNumbers.Contains(m.CaseNumber)),
        new DataTable<CaseDraft>(DataKind.Drafts)
            .Personal(d => d.ValuesJson)
            .Official(d => d.AccountId)
            .NotPersonal(d => d.CaseNumber, d => d.Mode, d => d.SavedAt)
            .EraseRows(person => d => person.CaseNumbers.Contains(d.CaseNumber))
            .ExpireRows(before => d => d.SavedAt < before),
        new DataTable<DelayedNotice>(DataKind.Cases)
            .NotPersonal(n => n.CaseNumber, n => n.Sequence, n => n.DueAt)
            .EraseRows(person => n => person.CaseNumbers.Contains(n.CaseNumber)),
        new DataTable<CaseRating>(DataKind.Figures)
            .Personal(r => r.Comment)
            .NotPersonal(r => r.CaseNumber, r => r.InvitedAt, r => r.RatedAt, r => r.Score)
            .EraseWith(
                (db, person, cancellationToken) =>
                    db.Set<CaseRating>()
                        .Where(r => person.CaseNumbers.Contains(r.CaseNumber) && r.Comment != null)
                        .ExecuteUpdateAsync(set => set.SetProperty(r => r.Comment, (string?)null), cancellationToken)
            ),
        new DataTable<CaseMeasurement>(DataKind.Figures)
            .NotPersonal(m => m.CaseNumber, m => m.SubmittedAt, m => m.Kind, m => m.Ward, m => m.Team, m => m.Topic)
            .NotPersonal(m => m.FirstReplyAt, m => m.EndedAt, m => m.IsClosed, m => m.IsReplyOnTime, m => m.IsResolutionOnTime)
            .NotPersonal(m => m.OtherDeadlines),
        new DataTable<DeadlineWarning>(DataKind.Cases)
            .Official(w => w.OwnerId)
            .NotPersonal(w => w.CaseNumber, w => w.DeadlineKey, w => w.StartedAt, w => w.Percent, w => w.At, w => w.DueAt, w => w.Team)
            .EraseRows(person => w => person.CaseNumbers.Contains(w.CaseNumber)),
        new DataTable<CaseNumberCounter>(DataKind.Settings).NotPersonal(c => c.Year, c => c.Last),
        new DataTable<MailRow>(DataKind.Mails)
            .Personal(m => m.Recipient, m => m.Mailbox, m => m.ChannelId, m => m.UserId, m => m.Subject, m => m.Text, m => m.Html)
            .NotPersonal(m => m.Id, m => m.Key, m => m.Kind, m => m.CaseNumber, m => m.State, m => m.Attempts, m => m.AmbiguousAttempts)
            .NotPersonal(m => m.NextAttemptAt, m => m.Problem, m => m.CreatedAt, m => m.EndedAt)
            .EraseRows(person =>
                m =>
                    (m.CaseNumber != null && person.CaseNumbers.Contains(m.CaseNumber))
                    || (m.ChannelId == person.ChannelId && m.UserId == person.UserId)
            )
            .ExpireInOrder(m => m.Id, before => m => m.CreatedAt < before),
        new DataTable<CaseLookupCodeRow>(DataKind.Codes)
            .Personal(c => c.ConversationId, c => c.UserId, c => c.Hash)
            .NotPersonal(
                c => c.Id,
                c => c.ChannelId,
                c => c.CaseNumber,
                c => c.RequestedAt,
                c => c.IsHandled,
                c => c.Attempts,
                c => c.IsUsed
            )
            .EraseRows(person =>
                c => (c.ChannelId == person.ChannelId && c.UserId == person.UserId) || person.CaseNumbers.Contains(c.CaseNumber)
            )
            .ExpireRows(before => c => c.RequestedAt < before),
        new DataTable<AddressConfirmation>(DataKind.Cases)
            .Personal(a => a.ChannelId, a => a.UserId, a => a.Address, a => a.Hash)
            .NotPersonal(a => a.CaseNumber, a => a.Language, a => a.RequestedAt, a => a.IsWaiting, a => a.Attempts, a => a.ConfirmedAt)
            .EraseRows(person =>
                a => (a.ChannelId == person.ChannelId && a.UserId == person.UserId) || person.CaseNumbers.Contains(a.CaseNumber)
            )
            .ExpireRows(before => a => a.RequestedAt < before)
            .ExpirePartAs(DataKind.Codes, before => a => a.CaseNumber == AddressConfirmation.NoCase && a.RequestedAt < before),
        new DataTable<CaseViewEntry>(DataKind.ViewLog)
            .Official(v => v.AccountId, v => v.AccountName)
            .NotPersonal(v => v.Number, v => v.At, v => v.CaseNumber, v => v.Item)
            .ExpireInOrder(v => v.Number, before => v => v.At < DateTimeOffset.FromUnixTimeMilliseconds(before)),
    ];
}
