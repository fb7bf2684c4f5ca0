using Microsoft.Extensions.Options;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Mail;

/// <summary>
/// Also notifies the asker by e-mail of each event of the case, if the asker gave an address and consented to its use.
/// </summary>
internal sealed class AskerMailNotifier(MailOutbox outbox, AskerNotices notices, IOptions<RequestOptions> options) : ICaseObserver
{
    public async Task OnCaseChangedAsync(AssistantDb db, SupportRequest request, CaseEvent caseEvent, CancellationToken cancellationToken)
    {
        if (
            outbox.IsEnabled
            && request.ConsentWithdrawnAt is null
            && request.Facts is { Email: { Length: > 0 } address, ConsentedAt: not null }
            && Compose(request, caseEvent) is var (subject, body)
        )
        {
            await outbox.AddAsync(
                db,
                new MailDraft(
                    $"case:{request.CaseNumber}:{caseEvent.Sequence}",
                    caseEvent.Kind == CaseEventKind.Submitted ? MailKind.Receipt : MailKind.Asker,
                    request.CaseNumber,
                    address,
                    subject,
                    body
                ),
                cancellationToken
            );
        }
    }

    /// <returns>Null for an event that the asker is not notified of.</returns>
    private (string Subject, MailBody Body)? Compose(SupportRequest request, CaseEvent caseEvent)
    {
        var lang = LangCodes.Parse(request.Facts.Language) ?? Lang.Vi;
        var number = request.CaseNumber;
        var unit = lang == Lang.En ? options.Value.UnitEn : options.Value.UnitVi;
        var senderName = notices.GetSenderName(caseEvent, lang);
        var reason = CloseReasons.GetExplanation(caseEvent, lang);
        (LocalizedText Subject, string Lead, string? Quote, LocalizedText? Next)? content = caseEvent.Kind switch
        {
            CaseEventKind.Submitted => (
                MailTexts.SubmittedSubject,
                MailTexts.Submitted.With(lang, unit, number),
                null,
                MailTexts.SubmittedNextStep
            ),
            CaseEventKind.Replied => (
                MailTexts.RepliedSubject,
                MailTexts.Replied.With(lang, senderName, number),
                caseEvent.Text,
                MailTexts.HowToAnswer
            ),
            CaseEventKind.AskedBack => (
                MailTexts.InformationRequestedSubject,
                MailTexts.InformationRequested.With(lang, senderName, number),
                caseEvent.Text,
                MailTexts.HowToAnswer
            ),
            CaseEventKind.Closed => (
                MailTexts.ClosedSubject,
                MailTexts.Closed.With(lang, senderName, number),
                reason,
                MailTexts.ClosedNextStep
            ),
            CaseEventKind.Reopened => (
                MailTexts.ReopenedSubject,
                MailTexts.Reopened.With(lang, senderName, number),
                caseEvent.Text,
                MailTexts.HowToAnswer
            ),
            CaseEventKind.Forwarded => (
                MailTexts.ForwardedSubject,
                MailTexts.Forwarded.With(lang, senderName, number, caseEvent.Detail),
                caseEvent.Text,
                null
            ),
            CaseEventKind.Merged => (
                MailTexts.MergedSubject,
                MailTexts.Merged.With(lang, senderName, number, caseEvent.Detail),
                null,
                null
            ),
            _ => null,
        };
        return content is var (subject, lead, quote, next)
            ? (
                subject.With(lang, number),
                MailBody.Compose(
                    lang.Code(),
                    MailGreeting.Compose(lang, request.Facts.ContactName),
                    lead,
                    quote,
                    next is null ? [] : [next.With(lang, number)],
                    null,
                    MailTexts.AskerFooter.With(lang, unit, number)
                )
            )
            : null;
    }
}
