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
internal sealed class UndeliveredMailNotifier(
    IDbContextFactory<AssistantDb> dbContextFactory,
    MailOutbox outbox,
    OfficialMailComposer mailComposer,
    TimeProvider time
) : IUndeliveredActivityObserver
{
    public async Task OnUndeliveredAsync(UndeliveredActivity undelivered, CancellationToken cancellationToken)
    {
        if (!outbox.IsEnabled)
        {
            return;
        }

        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        if (await UndeliveredNoticeFinder.FindAsync(db, undelivered, cancellationToken) is not { } notice)
        {
            return;
        }

        var author = notice.Author?.Id;
        var recipients = await db.Set<Account>()
            .AsNoTracking()
            .Where(a => !a.IsDisabled && a.Email != null && (a.Id == author || (a.Roles & Roles.Supervisor) != Roles.None))
            .ToListAsync(cancellationToken);
        foreach (var recipient in recipients)
        {
            await outbox.AddAsync(
                db,
                recipient.Id == author ? ComposeForAuthor(recipient, notice, undelivered) : ComposeForSupervisor(recipient),
                cancellationToken
            );
        }
    }

    private MailDraft ComposeForAuthor(Account author, UndeliveredNotice notice, UndeliveredActivity undelivered)
    {
        var lang = OfficialMailComposer.GetLanguage(author);
        var body = mailComposer.Compose(
            author,
            MailTexts.Undelivered.With(lang, notice.CaseNumber),
            undelivered.MayHaveArrived ? [MailTexts.UndeliveredMayBeDuplicate[lang]] : [],
            notice.CaseNumber
        );
        var subject = MailTexts.UndeliveredSubject.With(lang, notice.CaseNumber);
        return new MailDraft(CreateKey(undelivered.Number, author), MailKind.Undelivered, notice.CaseNumber, author.Email!, subject, body);
    }

    private MailDraft ComposeForSupervisor(Account supervisor)
    {
        var lang = OfficialMailComposer.GetLanguage(supervisor);
        var hour = time.GetUtcNow().ToUnixTimeSeconds() / 3600;
        var body = mailComposer.Compose(supervisor, MailTexts.UndeliveredList[lang], [], null);
        return new MailDraft(
            CreateKey(hour, supervisor),
            MailKind.Undelivered,
            null,
            supervisor.Email!,
            MailTexts.UndeliveredListSubject[lang],
            body
        );
    }

    private static string CreateKey(long subject, Account recipient) =>
        string.Create(CultureInfo.InvariantCulture, $"undelivered:{subject}:{recipient.Id}");
}
