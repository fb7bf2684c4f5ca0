using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>Composes the answer about a legal document: whether it is in force on the day asked about, and what replaced it.</summary>
internal static class RegisterAnswer
{
    public static Answer Compose(Verdict.FromRegister verdict, Understanding understanding, DateOnly checkedOn)
    {
        var lang = understanding.Language;
        var first = verdict.Legal.Statuses[0].Document;
        return new Answer.Answered(verdict.Legal.Text, lang, verdict.Confidence, first.Number, first.Name[lang], [])
        {
            Citations =
            [
                .. verdict
                    .Legal.Statuses.SelectMany(GetDocuments)
                    .Select(document => new Citation(
                        document.Number,
                        document.Title[lang],
                        document.Number,
                        null,
                        document.From,
                        document.Until,
                        checkedOn
                    )),
            ],
            OffersRequest = verdict.Legal.Statuses.Any(status => status is LegalStatus.Unverified),
        };
    }

    private static IEnumerable<LegalDocument> GetDocuments(LegalStatus status) =>
        status is LegalStatus.Expired expired ? expired.ReplacedBy.Prepend(status.Document) : [status.Document];
}
