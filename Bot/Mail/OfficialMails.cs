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
/// Tells officials by e-mail that they were named in a note, and that a deadline is near or has passed: the owner of the case, and the
/// supervisors once it is late or when it has no owner. The mails contain numbers and times, not the content of the case.
/// </summary>
internal sealed class OfficialMails(MailOutbox outbox, OfficialMailFrame frame, DeadlineDefinitionList definitions)
    : IDeadlineObserver,
        IMentionObserver
{
    /// <summary>Below this share of the time no mail is sent.</summary>
    private const int FirstMailAt = 80;

    public async Task OnDeadlineWarningAsync(
        AssistantDb db,
        SupportRequest request,
        DeadlineWarning warning,
        CancellationToken cancellationToken
    )
    {
        if (!outbox.IsOn || warning.Percent < FirstMailAt)
        {
            return;
        }

        var owner = warning.OwnerId;
        var toSupervisors = warning.IsEscalation || owner is null;
        var readers = await db.Set<Account>()
            .AsNoTracking()
            .Where(a =>
                !a.IsDisabled && a.Email != null && (a.Id == owner || (toSupervisors && (a.Roles & Roles.Supervisor) != Roles.None))
            )
            .ToListAsync(cancellationToken);
        var number = request.CaseNumber;
        foreach (var reader in readers)
        {
            var lang = OfficialMailFrame.LanguageOf(reader);
            var due = LocalFormat.Moment(warning.DueAt, lang);
            var clock = definitions.TitleOf(warning.DeadlineKey)[lang];
            var key = $"deadline:{number}:{warning.DeadlineKey}:{warning.StartedAt.ToUnixTimeMilliseconds()}:{warning.Percent}:{reader.Id}";
            var lead = warning.IsEscalation
                ? MailTexts.Overdue.With(lang, number, due, clock)
                : MailTexts.DueSoon.With(lang, number, warning.Percent, due, clock);
            var subject = (warning.IsEscalation ? MailTexts.OverdueSubject : MailTexts.DueSoonSubject).With(lang, number);
            await outbox.AddAsync(
                db,
                new MailDraft(key, MailKind.Deadline, number, reader.Email!, subject, frame.Of(reader, lead, [], number)),
                cancellationToken
            );
        }
    }

    public async Task OnMentionedAsync(AssistantDb db, CaseNote note, StaffMember colleague, CancellationToken cancellationToken)
    {
        if (
            !outbox.IsOn
            || await db.Set<Account>()
                .AsNoTracking()
                .FirstOrDefaultAsync(a => a.Id == colleague.Id && !a.IsDisabled && a.Email != null, cancellationToken)
                is not { } reader
        )
        {
            return;
        }

        var lang = OfficialMailFrame.LanguageOf(reader);
        var body = frame.Of(reader, MailTexts.Mention.With(lang, note.AuthorName, note.CaseNumber), [], note.CaseNumber);
        await outbox.AddAsync(
            db,
            new MailDraft(
                $"mention:{note.Id}:{reader.Id}",
                MailKind.Mention,
                note.CaseNumber,
                reader.Email!,
                MailTexts.MentionSubject.With(lang, note.CaseNumber),
                body
            ),
            cancellationToken
        );
    }
}

/// <summary>The common frame of mails to officials; each is in the language in which its reader uses the desk.</summary>
internal sealed class OfficialMailFrame(IOptions<RequestOptions> requests, IOptions<PublicUrlOptions> links)
{
    public static Lang LanguageOf(Account reader) => LangCodes.Parse(reader.Language) ?? Lang.Vi;

    /// <param name="caseNumber">The case to open; null for the list.</param>
    public MailBody Of(Account reader, string lead, IEnumerable<string> lines, string? caseNumber)
    {
        var lang = LanguageOf(reader);
        (string, Uri)? link = links.Value.PublicUrl is { } home
            ? caseNumber is null
                ? (MailTexts.OpenDesk[lang], new Uri(home, "/desk?view=mine"))
                : (MailTexts.OpenCase[lang], new Uri(home, $"/desk/cases/{caseNumber}"))
            : null;
        return MailBody.Of(
            lang.Code(),
            MailTexts.Greeting.With(lang, reader.DisplayName),
            lead,
            null,
            lines,
            link,
            MailTexts.OfficialFooter.With(lang, lang == Lang.En ? requests.Value.UnitEn : requests.Value.UnitVi)
        );
    }
}
