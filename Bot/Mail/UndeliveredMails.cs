using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Mail;

/// <summary>
/// Notifies the official who wrote a message that it was not delivered, and supervisors that such messages exist: these at most once an
/// hour, because an outage of the channel leaves many.
/// </summary>
internal sealed class UndeliveredMails(
    IDbContextFactory<AssistantDb> dbContextFactory,
    MailOutbox outbox,
    OfficialMailFrame frame,
    TimeProvider time
) : IParkingObserver
{
    public async Task OnParkedAsync(ParkedActivity parked, CancellationToken cancellationToken)
    {
        if (!outbox.IsOn)
        {
            return;
        }

        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        if (await UndeliveredNoticeFinder.FindAsync(db, parked, cancellationToken) is not { } notice)
        {
            return;
        }

        var author = notice.Author?.Id;
        var readers = await db.Set<Account>()
            .AsNoTracking()
            .Where(a => !a.IsDisabled && a.Email != null && (a.Id == author || (a.Roles & Roles.Supervisor) != Roles.None))
            .ToListAsync(cancellationToken);
        foreach (var reader in readers)
        {
            await outbox.AddAsync(db, reader.Id == author ? ToAuthor(reader, notice, parked) : ToSupervisor(reader), cancellationToken);
        }
    }

    private MailDraft ToAuthor(Account author, UndeliveredNotice notice, ParkedActivity parked)
    {
        var lang = OfficialMailFrame.LanguageOf(author);
        var body = frame.Of(
            author,
            MailTexts.Undelivered.With(lang, notice.CaseNumber),
            parked.MayHaveArrived ? [MailTexts.UndeliveredMayBeDuplicate[lang]] : [],
            notice.CaseNumber
        );
        var subject = MailTexts.UndeliveredSubject.With(lang, notice.CaseNumber);
        return new MailDraft(Key(parked.Number, author), MailKind.Undelivered, notice.CaseNumber, author.Email!, subject, body);
    }

    private MailDraft ToSupervisor(Account supervisor)
    {
        var lang = OfficialMailFrame.LanguageOf(supervisor);
        var hour = time.GetUtcNow().ToUnixTimeSeconds() / 3600;
        var body = frame.Of(supervisor, MailTexts.UndeliveredList[lang], [], null);
        return new MailDraft(
            Key(hour, supervisor),
            MailKind.Undelivered,
            null,
            supervisor.Email!,
            MailTexts.UndeliveredListSubject[lang],
            body
        );
    }

    private static string Key(long subject, Account reader) =>
        string.Create(CultureInfo.InvariantCulture, $"undelivered:{subject}:{reader.Id}");
}
