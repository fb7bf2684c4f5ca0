using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Notices;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Mail;

/// <summary>
/// Also notifies the asker by e-mail of each event of the case, if the asker gave an address, agreed to its use and confirmed it. An
/// address that is not confirmed gets a code instead.
/// </summary>
internal sealed class AskerMailNotifier(MailOutbox outbox, AskerNotices notices, IOptions<RequestOptions> options, TimeProvider time)
    : ICaseObserver
{
    public bool TellsAsker => true;

    public async Task OnCaseChangedAsync(AssistantDb db, SupportRequest request, CaseEvent caseEvent, CancellationToken cancellationToken)
    {
        if (
            !outbox.IsEnabled
            || !request.MayBeContacted
            || request.Facts.Email is not { Length: > 0 } address
            || Compose(request, caseEvent) is not var (subject, body)
        )
        {
            return;
        }

        var (channelId, userId) = (request.Asker.ChannelId, request.Asker.UserId);
        if (await AddressConfirmation.IsConfirmedAsync(db, channelId, userId, address, cancellationToken))
        {
            await AddressConfirmation.KeepForCaseAsync(db, request, address, cancellationToken);
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
        else
        {
            await AddressConfirmation.RequestCodeAsync(
                db,
                channelId,
                userId,
                address,
                request.CaseNumber,
                request.Facts.Language,
                time.GetUtcNow(),
                cancellationToken
            );
        }
    }

    /// <summary>
    /// After a confirmation: tells the receipt of the open cases with this address. What happened meanwhile is in the chat.
    /// </summary>
    public async Task AddReceiptsAsync(AssistantDb db, AddressConfirmation confirmed, CancellationToken cancellationToken)
    {
        var rows = await db.Set<CaseRow>()
            .AsNoTracking()
            .Where(r => r.ChannelId == confirmed.ChannelId && r.UserId == confirmed.UserId && r.Group != CaseGroup.Ended)
            .ToListAsync(cancellationToken);
        foreach (var request in rows.Select(CaseRowMapper.ToRequest).Where(r => r.MayBeContacted && r.Facts.Email == confirmed.Address))
        {
            var firstEvent = await db.Set<CaseEvent>()
                .AsNoTracking()
                .FirstAsync(e => e.CaseNumber == request.CaseNumber && e.Sequence == 1, cancellationToken);
            await OnCaseChangedAsync(db, request, firstEvent, cancellationToken);
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
            CaseEventKind.Replied when caseEvent.IsCorrection => (
                MailTexts.CorrectedSubject,
                MailTexts.Corrected.With(lang, senderName, number),
                caseEvent.Text,
                MailTexts.HowToAnswer
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
                    [
                        .. next is null ? [] : new[] { next.With(lang, number) },
                        .. caseEvent.Kind == CaseEventKind.Submitted ? CopyConsent(request, lang) : [],
                    ],
                    null,
                    MailTexts.AskerFooter.With(lang, unit, number)
                )
            )
            : null;
    }

    private static IEnumerable<string> CopyConsent(SupportRequest request, Lang lang) =>
        ConsentTexts.ComposeCopies(request.Facts, lang) is { Count: > 0 } copies ? copies.Prepend(MailTexts.ConsentCopy[lang]) : [];
}
