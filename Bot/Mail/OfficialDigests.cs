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
internal sealed class OfficialDigests(
    IDbContextFactory<AssistantDb> dbContextFactory,
    MailOutbox outbox,
    OfficialMailFrame frame,
    DeskSettingsStore settingsStore,
    IOptions<MailOptions> options,
    TimeProvider time
)
{
    private const int MaxLines = 50;

    private DateOnly last;

    /// <summary>Adds the day's mails within the configured hours; a second call on the same day adds none.</summary>
    public async Task AddAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var local = now.ToHanoi().DateTime;
        var (day, clock) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (day == last || clock < options.Value.DigestFrom || clock > options.Value.DigestUntil)
        {
            return;
        }

        if ((await settingsStore.GetAsync(cancellationToken)).Hours.Calendar.IsWorkingDay(day))
        {
            await AddAsync(day, now, cancellationToken);
        }

        last = day;
    }

    private async Task AddAsync(DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var unassigned = await db.Set<CaseRow>().CountAsync(r => r.Group == CaseGroup.Unassigned, cancellationToken);
        var readers = await db.Set<Account>()
            .AsNoTracking()
            .Where(a => !a.IsDisabled && a.Email != null && (a.Roles & (Roles.Official | Roles.Supervisor)) != Roles.None)
            .ToListAsync(cancellationToken);
        foreach (var reader in readers)
        {
            var open = await db.Set<CaseRow>()
                .AsNoTracking()
                .Where(r => r.OwnerId == reader.Id && (r.Group == CaseGroup.InProgress || r.Group == CaseGroup.WaitingForAsker))
                .OrderBy(r => r.DueAt == null)
                .ThenBy(r => r.DueAt)
                .Select(r => new
                {
                    r.CaseNumber,
                    r.Status,
                    r.DueAt,
                })
                .ToListAsync(cancellationToken);
            if (open.Count == 0 && unassigned == 0)
            {
                continue;
            }

            var lang = OfficialMailFrame.LanguageOf(reader);
            var lines = open.Take(MaxLines)
                .Select(r =>
                    r.DueAt is { } due
                        ? MailTexts.DigestLine.With(lang, r.CaseNumber, CaseStates.Of(r.Status)[lang], LocalFormat.Moment(due, lang))
                        : MailTexts.DigestLineWithoutDeadline.With(lang, r.CaseNumber, CaseStates.Of(r.Status)[lang])
                );
            var lead = MailTexts.Digest.With(lang, open.Count, open.Count(r => r.DueAt < now), unassigned);
            var body = frame.Of(reader, lead, open.Count == 0 ? [] : [string.Join('\n', lines)], caseNumber: null);
            await outbox.AddAsync(
                db,
                new MailDraft(
                    $"digest:{day:yyyy-MM-dd}:{reader.Id}",
                    MailKind.Digest,
                    null,
                    reader.Email!,
                    MailTexts.DigestSubject.With(lang, LocalFormat.Day(day, lang)),
                    body
                ),
                cancellationToken
            );
        }
    }
}

/// <summary>The names of case states as the desk shows them.</summary>
internal static class CaseStates
{
    public static LocalizedText Of(CaseStatus status) =>
        status switch
        {
            CaseStatus.Assigned => new("đang xử lý", "in work"),
            CaseStatus.WaitingForAsker => new("chờ người gửi bổ sung", "waiting for the asker"),
            CaseStatus.Reopened => new("đã mở lại", "opened again"),
            _ => new("mới gửi", "new"),
        };
}
