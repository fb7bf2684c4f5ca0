using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>
/// Checks that every cited document is in the register, and that no document is cited as current when it is no longer in force.
/// </summary>
internal static class LegalCheck
{
    public static IEnumerable<Problem> Check(CheckedArticle article, LegalRegister register)
    {
        foreach (var basis in article.Article.Basis)
        {
            if (register.Find(basis.Document) is not { } document)
            {
                // A basis without a document number is a practice or a web page.
                if (DocumentNumber.FindAll(basis.Document).Count > 0)
                {
                    yield return article.ReportInFrontMatter(
                        "basis",
                        basis.Document,
                        "register",
                        $"Văn bản {basis.Document} không có trong danh mục pháp lý.",
                        $"The document {basis.Document} is not in the legal register."
                    );
                }
            }
            else if (FindDisagreement(basis, document) is { } reason)
            {
                yield return article.ReportInFrontMatter("basis", basis.Document, "validity", reason.Vi, reason.En);
            }
        }

        foreach (var lang in new[] { Lang.Vi, Lang.En })
        {
            foreach (var section in article.Article.GetSections(lang))
            {
                foreach (var problem in CheckMentions(article, register, lang, section))
                {
                    yield return problem;
                }
            }
        }
    }

    private static LocalizedText? FindDisagreement(LegalBasis basis, LegalDocument document)
    {
        var isVerified = document.Confidence.MayBeStated || document.Confidence.NeedsConfirmation;
        if (isVerified && document.Until is { } until && basis.InForce.Until is null)
        {
            return new(
                $"{document.Number} hết hiệu lực sau ngày {until:dd/MM/yyyy}: căn cứ phải ghi “until”.",
                $"{document.Number} is in force until {until:yyyy-MM-dd}: the basis must give this day as “until”."
            );
        }

        if (isVerified && document.Until is not null && document.ReplacedBy.Count > 0 && basis.ReplacedBy is null)
        {
            return new(
                $"{document.Number} đã được thay bằng {document.ReplacedBy[0]}: căn cứ phải ghi “replacedBy”.",
                $"{document.Number} was replaced by {document.ReplacedBy[0]}: the basis must give this number as “replacedBy”."
            );
        }

        return basis.InForce.From is { } from && document.From is { } inForceFrom && from < inForceFrom
            ? new(
                $"{document.Number} có hiệu lực từ {inForceFrom:dd/MM/yyyy}, căn cứ lại ghi sớm hơn.",
                $"{document.Number} is in force from {inForceFrom:yyyy-MM-dd}; the basis gives an earlier day."
            )
            : null;
    }

    private static IEnumerable<Problem> CheckMentions(CheckedArticle article, LegalRegister register, Lang lang, Section section)
    {
        foreach (
            var number in DocumentNumber.FindAll(section.Markdown).Where(number => number.Suffix is not null || number.Year is not null)
        )
        {
            var writtenNumber = section.Markdown.Substring(number.Start, number.Length).Trim();
            var documents = register.Documents.Where(number.Matches).ToList();
            if (documents.Count == 0)
            {
                yield return article.ReportInSection(
                    lang,
                    section.Id,
                    writtenNumber,
                    "register",
                    $"Văn bản “{writtenNumber}” không có trong danh mục pháp lý.",
                    $"The document “{writtenNumber}” is not in the legal register."
                );
            }
            else if (
                documents.All(document => IsExpired(document, article.Article.Checked) && !IsCitedAsExpired(article.Article, document))
            )
            {
                yield return article.ReportInSection(
                    lang,
                    section.Id,
                    writtenNumber,
                    "expired",
                    $"“{writtenNumber}” chỉ có hiệu lực đến hết ngày {documents[0].Until:dd/MM/yyyy}; bài phải có văn bản này trong "
                        + "“basis” với “until”.",
                    $"“{writtenNumber}” was in force until {documents[0].Until:yyyy-MM-dd}; the article must list it under “basis” with "
                        + "“until”."
                );
            }
        }
    }

    private static bool IsExpired(LegalDocument document, DateOnly day) =>
        document.Until < day && (document.Confidence.MayBeStated || document.Confidence.NeedsConfirmation);

    private static bool IsCitedAsExpired(Article article, LegalDocument document) =>
        article.Basis.Any(basis =>
            basis.InForce.Until is not null && DocumentNumber.NormalizeKey(basis.Document) == DocumentNumber.NormalizeKey(document.Number)
        );
}
