using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>Checks that every document is in the register and that none that is out of force is cited as current.</summary>
internal static class LegalRules
{
    public static IEnumerable<Problem> Check(CheckedArticle article, LegalRegister register)
    {
        foreach (var basis in article.Article.Basis)
        {
            if (register.Find(basis.Document) is not { } document)
            {
                // A basis without a number is a practice or a page, named in words.
                if (DocumentNumber.In(basis.Document).Count > 0)
                {
                    yield return article.InFrontMatter(
                        "basis",
                        basis.Document,
                        "register",
                        $"Văn bản {basis.Document} không có trong danh mục pháp lý.",
                        $"The document {basis.Document} is not in the legal register."
                    );
                }
            }
            else if (Disagrees(basis, document) is { } reason)
            {
                yield return article.InFrontMatter("basis", basis.Document, "validity", reason.Vi, reason.En);
            }
        }

        foreach (var lang in new[] { Lang.Vi, Lang.En })
        {
            foreach (var section in article.Article.Sections(lang))
            {
                foreach (var problem in Mentions(article, register, lang, section))
                {
                    yield return problem;
                }
            }
        }
    }

    private static LocalizedText? Disagrees(LegalBasis basis, LegalDocument document)
    {
        var told = document.Confidence.MayBeStated || document.Confidence.NeedsConfirmation;
        if (told && document.Until is { } until && basis.InForce.Until is null)
        {
            return new(
                $"{document.Number} hết hiệu lực sau ngày {until:dd/MM/yyyy}: căn cứ phải ghi “until”.",
                $"{document.Number} is in force until {until:yyyy-MM-dd}: the basis must say so in “until”."
            );
        }

        if (told && document.Until is not null && document.ReplacedBy.Count > 0 && basis.ReplacedBy is null)
        {
            return new(
                $"{document.Number} đã được thay bằng {document.ReplacedBy[0]}: căn cứ phải ghi “replacedBy”.",
                $"{document.Number} was replaced by {document.ReplacedBy[0]}: the basis must say so in “replacedBy”."
            );
        }

        return basis.InForce.From is { } from && document.From is { } known && from < known
            ? new(
                $"{document.Number} có hiệu lực từ {known:dd/MM/yyyy}, căn cứ lại ghi sớm hơn.",
                $"{document.Number} is in force from {known:yyyy-MM-dd}; the basis says an earlier day."
            )
            : null;
    }

    private static IEnumerable<Problem> Mentions(CheckedArticle article, LegalRegister register, Lang lang, Section section)
    {
        foreach (var number in DocumentNumber.In(section.Markdown).Where(number => number.Suffix is not null || number.Year is not null))
        {
            var written = section.Markdown.Substring(number.Start, number.Length).Trim();
            var documents = register.Documents.Where(number.Fits).ToList();
            if (documents.Count == 0)
            {
                yield return article.InSection(
                    lang,
                    section.Id,
                    written,
                    "register",
                    $"Văn bản “{written}” không có trong danh mục pháp lý.",
                    $"The document “{written}” is not in the legal register."
                );
            }
            else if (documents.All(document => IsOver(document, article.Article.Checked) && !CitesAsOver(article.Article, document)))
            {
                yield return article.InSection(
                    lang,
                    section.Id,
                    written,
                    "expired",
                    $"“{written}” đã hết hiệu lực; bài phải có văn bản này trong “basis” với “until”.",
                    $"“{written}” is no longer in force; the article must have it in “basis” with “until”."
                );
            }
        }
    }

    private static bool IsOver(LegalDocument document, DateOnly day) =>
        document.Until < day && (document.Confidence.MayBeStated || document.Confidence.NeedsConfirmation);

    private static bool CitesAsOver(Article article, LegalDocument document) =>
        article.Basis.Any(basis =>
            basis.InForce.Until is not null && DocumentNumber.Key(basis.Document) == DocumentNumber.Key(document.Number)
        );
}
