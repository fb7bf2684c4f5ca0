using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Mail;

/// <summary>
/// Tells officials by e-mail that they were mentioned in a note, and that a deadline is near or has passed: the owner of the case, and the
/// supervisors once it is late or when it has no owner. The mails contain numbers and times, not the content of the case.
/// </summary>
internal sealed class OfficialMailNotifier(MailOutbox outbox, OfficialMailComposer mailComposer, DeadlineDefinitionList definitions)
    : IDeadlineObserver,
        IMentionObserver
{
    /// <summary>Below this share of the time no mail is sent.</summary>
    private const int MinMailPercent = 80;

    public async Task OnDeadlineWarningAsync(
        AssistantDb db,
        SupportRequest request,
        DeadlineWarning warning,
        CancellationToken cancellationToken
    )
    {
        if (!outbox.IsEnabled || warning.Percent < MinMailPercent)
        {
            return;
        }

        var owner = warning.OwnerId;
        var goesToSupervisors = warning.IsEscalation || owner is null;
        var recipients = await db.Set<Account>()
            .AsNoTracking()
            .Where(a =>
                !a.IsDisabled && a.Email != null && (a.Id == owner || (goesToSupervisors && (a.Roles & Roles.Supervisor) != Roles.None))
            )
            .ToListAsync(cancellationToken);
        var number = request.CaseNumber;
        foreach (var recipient in recipients)
        {
            var lang = OfficialMailComposer.GetLanguage(recipient);
            var due = LocalFormat.Moment(warning.DueAt, lang);
            var deadlineTitle = definitions.TitleOf(warning.DeadlineKey)[lang];
            var key =
                $"deadline:{number}:{warning.DeadlineKey}:{warning.StartedAt.ToUnixTimeMilliseconds()}:{warning.Percent}:{recipient.Id}";
            var lead = warning.IsEscalation
                ? MailTexts.Overdue.With(lang, number, due, deadlineTitle)
                : MailTexts.DueSoon.With(lang, number, warning.Percent, due, deadlineTitle);
            var subject = (warning.IsEscalation ? MailTexts.OverdueSubject : MailTexts.DueSoonSubject).With(lang, number);
            await outbox.AddAsync(
                db,
                new MailDraft(key, MailKind.Deadline, number, recipient.Email!, subject, mailComposer.Compose(recipient, lead, [], number)),
                cancellationToken
            );
        }
    }

    public async Task OnMentionedAsync(AssistantDb db, CaseNote note, StaffMember colleague, CancellationToken cancellationToken)
    {
        if (
            !outbox.IsEnabled
            || await db.Set<Account>()
                .AsNoTracking()
                .FirstOrDefaultAsync(a => a.Id == colleague.Id && !a.IsDisabled && a.Email != null, cancellationToken)
                is not { } recipient
        )
        {
            return;
        }

        var lang = OfficialMailComposer.GetLanguage(recipient);
        var body = mailComposer.Compose(recipient, MailTexts.Mention.With(lang, note.AuthorName, note.CaseNumber), [], note.CaseNumber);
        await outbox.AddAsync(
            db,
            new MailDraft(
                $"mention:{note.Id}:{recipient.Id}",
                MailKind.Mention,
                note.CaseNumber,
                recipient.Email!,
                MailTexts.MentionSubject.With(lang, note.CaseNumber),
                body
            ),
            cancellationToken
        );
    }
}

/// <summary>The common frame of mails to officials; each is in the language in which its reader uses the desk.</summary>
internal sealed class OfficialMailComposer(IOptions<RequestOptions> requestOptions, IOptions<PublicUrlOptions> publicUrlOptions)
{
    public static Lang GetLanguage(Account recipient) => LangCodes.Parse(recipient.Language) ?? Lang.Vi;

    /// <param name="caseNumber">The case to open; null for the list.</param>
    public MailBody Compose(Account recipient, string lead, IEnumerable<string> lines, string? caseNumber)
    {
        var lang = GetLanguage(recipient);
        (string, Uri)? link = publicUrlOptions.Value.PublicUrl is { } publicUrl
            ? caseNumber is null
                ? (MailTexts.OpenDesk[lang], PublicPaths.Resolve(publicUrl, "/desk?view=mine"))
                : (MailTexts.OpenCase[lang], PublicPaths.Resolve(publicUrl, $"/desk/cases/{caseNumber}"))
            : null;
        return MailBody.Compose(
            lang.Code(),
            MailTexts.Greeting.With(lang, recipient.DisplayName),
            lead,
            null,
            lines,
            link,
            MailTexts.OfficialFooter.With(lang, lang == Lang.En ? requestOptions.Value.UnitEn : requestOptions.Value.UnitVi)
        );
    }
}
