using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Mail;

/// <summary>
/// On the morning of each working day, one mail to each official with work to do: their open cases with deadlines, and the number of
/// unassigned cases.
/// </summary>
internal sealed class OfficialDigestService(
    IDbContextFactory<AssistantDb> dbContextFactory,
    MailOutbox outbox,
    OfficialMailComposer mailComposer,
    DeskSettingsStore settingsStore,
    IOptions<MailOptions> options,
    TimeProvider time
)
{
    private const int MaxLines = 50;

    private DateOnly lastDigestDay;

    /// <summary>Adds the day's mails within the configured hours; a second call on the same day adds none.</summary>
    public async Task AddDueDigestsAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var local = now.ToHanoi().DateTime;
        var (day, timeOfDay) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (day == lastDigestDay || timeOfDay < options.Value.DigestFrom || timeOfDay > options.Value.DigestUntil)
        {
            return;
        }

        if ((await settingsStore.GetAsync(cancellationToken)).Hours.Calendar.IsWorkingDay(day))
        {
            await AddDueDigestsAsync(day, now, cancellationToken);
        }

        lastDigestDay = day;
    }

    private async Task AddDueDigestsAsync(DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var unassignedCount = await db.Set<CaseRow>().CountAsync(r => r.Group == CaseGroup.Unassigned, cancellationToken);
        var recipients = await db.Set<Account>()
            .AsNoTracking()
            .Where(a => !a.IsDisabled && a.Email != null && (a.Roles & (Roles.Official | Roles.Supervisor)) != Roles.None)
            .ToListAsync(cancellationToken);
        foreach (var recipient in recipients)
        {
            var openCases = await db.Set<CaseRow>()
                .AsNoTracking()
                .Where(r => r.OwnerId == recipient.Id && (r.Group == CaseGroup.InProgress || r.Group == CaseGroup.WaitingForAsker))
                .OrderBy(r => r.DueAt == null)
                .ThenBy(r => r.DueAt)
                .Select(r => new
                {
                    r.CaseNumber,
                    r.Status,
                    r.DueAt,
                })
                .ToListAsync(cancellationToken);
            if (openCases.Count == 0 && unassignedCount == 0)
            {
                continue;
            }

            var lang = OfficialMailComposer.GetLanguage(recipient);
            var lines = openCases
                .Take(MaxLines)
                .Select(r =>
                    r.DueAt is { } due
                        ? MailTexts.DigestLine.With(
                            lang,
                            r.CaseNumber,
                            CaseStatusNames.LabelOf(r.Status)[lang],
                            LocalFormat.Moment(due, lang)
                        )
                        : MailTexts.DigestLineWithoutDeadline.With(lang, r.CaseNumber, CaseStatusNames.LabelOf(r.Status)[lang])
                );
            var lead = MailTexts.Digest.With(lang, openCases.Count, openCases.Count(r => r.DueAt < now), unassignedCount);
            var body = mailComposer.Compose(recipient, lead, openCases.Count == 0 ? [] : [string.Join('\n', lines)], caseNumber: null);
            await outbox.AddAsync(
                db,
                new MailDraft(
                    $"digest:{day:yyyy-MM-dd}:{recipient.Id}",
                    MailKind.Digest,
                    null,
                    recipient.Email!,
                    MailTexts.DigestSubject.With(lang, LocalFormat.Day(day, lang)),
                    body
                ),
                cancellationToken
            );
        }
    }
}

/// <summary>The names of case statuses as the desk shows them.</summary>
internal static class CaseStatusNames
{
    public static LocalizedText LabelOf(CaseStatus status) =>
        status switch
        {
            CaseStatus.Assigned => new("đang xử lý", "in progress"),
            CaseStatus.WaitingForAsker => new("chờ người gửi bổ sung", "waiting for the asker"),
            CaseStatus.Reopened => new("đã mở lại", "reopened"),
            _ => new("mới gửi", "new"),
        };
}
