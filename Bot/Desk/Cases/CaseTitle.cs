using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>The title of a case's page: its enterprise, the first words of the request, and the number.</summary>
internal static class CaseTitle
{
    public static string Format(SupportRequest request, Lang lang) =>
        (request.Facts.EnterpriseName, CaseSubject.From(request.Facts)) is ({ Length: > 0 } enterprise, { Length: > 0 } subject)
            ? ReplyBarTexts.CaseTitle.With(lang, enterprise, subject, request.CaseNumber)
            : request.CaseNumber;
}
