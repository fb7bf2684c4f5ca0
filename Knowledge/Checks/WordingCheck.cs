using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>
/// Checks required and forbidden wording: no promises, support money depends on the budget, and what is not confirmed leads to a request.
/// </summary>
internal static class WordingCheck
{
    private static readonly string[] VietnamesePromises =
    [
        "anh/chị được hưởng",
        "anh/chị sẽ được hưởng",
        "chắc chắn được",
        "đương nhiên được hưởng",
        "cam kết được hỗ trợ",
        "bạn được hưởng",
    ];
    private static readonly string[] EnglishPromises =
    [
        "you are entitled",
        "you will receive",
        "you are guaranteed",
        "guaranteed to receive",
    ];

    /// <summary>The documents whose support is paid from the annual budget.</summary>
    private static readonly string[] BudgetedDocuments = ["80/2021/NĐ-CP", "16/2025/NQ-HĐND"];

    public static IEnumerable<Problem> Check(CheckedArticle checkedArticle)
    {
        var article = checkedArticle.Article;
        foreach (var lang in new[] { Lang.Vi, Lang.En })
        {
            foreach (var section in article.GetSections(lang))
            {
                foreach (
                    var promise in (lang == Lang.En ? EnglishPromises : VietnamesePromises).Where(promise =>
                        section.Markdown.Contains(promise, StringComparison.OrdinalIgnoreCase)
                    )
                )
                {
                    yield return checkedArticle.ReportInSection(
                        lang,
                        section.Id,
                        promise,
                        "promise",
                        $"“{promise}” là lời hứa; hãy viết “có thể thuộc diện, cần đối chiếu điều kiện”.",
                        $"“{promise}” is a promise; write “may qualify; check the conditions”."
                    );
                }
            }

            var fullText = string.Join('\n', article.GetSections(lang).Select(section => section.Markdown));
            if (
                NamesBudgetedMoney(article, lang)
                && !fullText.Contains(lang == Lang.En ? "budget" : "dự toán", StringComparison.OrdinalIgnoreCase)
            )
            {
                yield return checkedArticle.ReportInSection(
                    lang,
                    "answer",
                    null,
                    "budget",
                    "Bài nêu tiền hỗ trợ phải nói mức đó phụ thuộc dự toán và kế hoạch được duyệt của năm.",
                    "An article that names support money must say that it depends on the year's approved budget and plan."
                );
            }

            if (
                article.Basis.Any(basis => basis.Confidence.NeedsConfirmation)
                && !fullText.Contains(ConfidenceText.Caveat[lang], StringComparison.Ordinal)
            )
            {
                yield return checkedArticle.ReportInSection(
                    lang,
                    "answer",
                    null,
                    "confirm",
                    "Bài có căn cứ V2-medium phải nói “Theo …” và có câu nhắc kiểm tra lại (docs/editors.md).",
                    "An article with a basis of V2-medium must say “according to …” and contain the caveat (docs/editors.md)."
                );
            }

            var unconfirmed = article.GetSections(lang).FirstOrDefault(section => section.Id == "unconfirmed");
            if (
                unconfirmed is null
                && article.OwnGap is null
                && (IsUnverified(article.Confidence) || article.Basis.Any(basis => IsUnverified(basis.Confidence)))
            )
            {
                yield return checkedArticle.ReportInSection(
                    lang,
                    "answer",
                    null,
                    "unconfirmed",
                    "Bài có căn cứ chưa kiểm chứng phải có “unknown” hoặc mục {#unconfirmed}.",
                    "An article with an unverified basis needs “unknown” or the section {#unconfirmed}."
                );
            }

            if (
                unconfirmed is not null
                && !unconfirmed.Markdown.Contains(lang == Lang.En ? "request" : "gửi yêu cầu", StringComparison.OrdinalIgnoreCase)
            )
            {
                yield return checkedArticle.ReportInSection(
                    lang,
                    "unconfirmed",
                    null,
                    "unconfirmed",
                    "Mục {#unconfirmed} phải dẫn tới “gửi yêu cầu cho Sở Tài chính”.",
                    "The section {#unconfirmed} must lead to “send a request to the Department of Finance”."
                );
            }
        }
    }

    private static bool IsUnverified(Confidence confidence) => !confidence.MayBeStated && !confidence.NeedsConfirmation;

    private static bool NamesBudgetedMoney(Article article, Lang lang)
    {
        var moneyFigures = article
            .Basis.Where(basis => BudgetedDocuments.Contains(basis.Document))
            .SelectMany(basis => basis.Figures)
            .SelectMany(figure => FigureReader.Read(figure, Lang.Vi))
            .Where(figure => figure.Kind == FigureKind.Money)
            .Select(figure => figure.Identity)
            .ToHashSet();
        return moneyFigures.Count > 0
            && article.Key.StartsWith('B')
            && article
                .GetSections(lang)
                .Any(section => FigureReader.Read(section.Markdown, lang).Any(figure => moneyFigures.Contains(figure.Identity)));
    }
}
