using Microsoft.Extensions.Options;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Mail;

/// <summary>
/// Tells the asker by e-mail too what happened to the case, when an address was given and its use was agreed to. One mail for an event.
/// </summary>
internal sealed class AskerMails(MailOutbox outbox, AskerNotices notices, IOptions<RequestOptions> options) : ICaseObserver
{
    public async Task ChangedAsync(AssistantDb db, SupportRequest request, RequestEvent entry, CancellationToken cancellationToken)
    {
        if (
            outbox.IsOn
            && request.Facts is { Email: { Length: > 0 } address, ConsentedAt: not null }
            && Compose(request, entry) is var (subject, body)
        )
        {
            await outbox.AddAsync(
                db,
                new MailDraft($"case:{request.CaseNumber}:{entry.Sequence}", MailKind.Asker, request.CaseNumber, address, subject, body),
                cancellationToken
            );
        }
    }

    /// <returns>Null when there is nothing to tell.</returns>
    private (string Subject, MailBody Body)? Compose(SupportRequest request, RequestEvent entry)
    {
        var lang = LangCodes.Parse(request.Facts.Language) ?? Lang.Vi;
        var (texts, number) = (MailTexts.For(lang), request.CaseNumber);
        var unit = lang == Lang.En ? options.Value.UnitEn : options.Value.UnitVi;
        var who = notices.Sender(entry, lang == Lang.En);
        var reason = lang == Lang.En ? CloseReasons.English(entry) : CloseReasons.Vietnamese(entry);
        (string Subject, string Lead, string? Quote, string? Next)? said = entry.Kind switch
        {
            RequestEventKind.Submitted => (texts.SubmittedSubject, texts.Submitted.With(unit, number), null, texts.SubmittedNext),
            RequestEventKind.Replied => (texts.RepliedSubject, texts.Replied.With(who, number), entry.Text, texts.HowToAnswer),
            RequestEventKind.AskedBack => (texts.AskedBackSubject, texts.AskedBack.With(who, number), entry.Text, texts.HowToAnswer),
            RequestEventKind.Closed => (texts.ClosedSubject, texts.Closed.With(who, number), reason, texts.ClosedNext),
            RequestEventKind.Reopened => (texts.ReopenedSubject, texts.Reopened.With(who, number), entry.Text, texts.HowToAnswer),
            RequestEventKind.Forwarded => (texts.ForwardedSubject, texts.Forwarded.With(who, number, entry.Detail), entry.Text, null),
            RequestEventKind.Merged => (texts.MergedSubject, texts.Merged.With(who, number, entry.Detail), null, null),
            _ => null,
        };
        return said is var (subject, lead, quote, next)
            ? (
                subject.With(number),
                MailBody.Of(
                    lang.Code(),
                    texts.Greeting.With(request.Facts.ContactName),
                    lead,
                    quote,
                    next is null ? [] : [next.With(number)],
                    null,
                    texts.AskerFooter.With(unit, number)
                )
            )
            : null;
    }
}
