using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>
/// Checks required and forbidden wording: no promises, support money depends on the budget, and what is not confirmed leads to a request.
/// </summary>
internal static class WordingCheck
{
    private static readonly string[] PromisesVi =
    [
        "anh/chị được hưởng",
        "anh/chị sẽ được hưởng",
        "chắc chắn được",
        "đương nhiên được hưởng",
        "cam kết được hỗ trợ",
        "bạn được hưởng",
    ];
    private static readonly string[] PromisesEn = ["you are entitled", "you will receive", "you are guaranteed", "guaranteed to receive"];

    /// <summary>The documents whose support is paid from the annual budget.</summary>
    private static readonly string[] Budgeted = ["80/2021/NĐ-CP", "16/2025/NQ-HĐND"];

    public static IEnumerable<Problem> Check(CheckedArticle article)
    {
        var it = article.Article;
        foreach (var lang in new[] { Lang.Vi, Lang.En })
        {
            foreach (var section in it.Sections(lang))
            {
                foreach (
                    var promise in (lang == Lang.En ? PromisesEn : PromisesVi).Where(promise =>
                        section.Markdown.Contains(promise, StringComparison.OrdinalIgnoreCase)
                    )
                )
                {
                    yield return article.InSection(
                        lang,
                        section.Id,
                        promise,
                        "promise",
                        $"“{promise}” là lời hứa; hãy viết “có thể thuộc diện, cần đối chiếu điều kiện”.",
                        $"“{promise}” is a promise; write “may qualify; check the conditions”."
                    );
                }
            }

            var whole = string.Join('\n', it.Sections(lang).Select(section => section.Markdown));
            if (NamesBudgetedMoney(it, lang) && !whole.Contains(lang == Lang.En ? "budget" : "dự toán", StringComparison.OrdinalIgnoreCase))
            {
                yield return article.InSection(
                    lang,
                    "answer",
                    null,
                    "budget",
                    "Bài nêu tiền hỗ trợ phải nói mức đó phụ thuộc dự toán và kế hoạch được duyệt của năm.",
                    "An article that names support money must say that it depends on the year's approved budget and plan."
                );
            }

            if (
                it.Basis.Any(basis => basis.Confidence.NeedsConfirmation)
                && !whole.Contains(ConfidenceText.Caveat[lang], StringComparison.Ordinal)
            )
            {
                yield return article.InSection(
                    lang,
                    "answer",
                    null,
                    "confirm",
                    "Bài có căn cứ V2-medium phải nói “Theo …” và có câu nhắc kiểm tra lại (docs/editors.md).",
                    "An article with a basis of V2-medium must say “according to …” and contain the caveat (docs/editors.md)."
                );
            }

            var unconfirmed = it.Sections(lang).FirstOrDefault(section => section.Id == "unconfirmed");
            if (
                unconfirmed is null
                && it.OwnGap is null
                && (IsUnverified(it.Confidence) || it.Basis.Any(basis => IsUnverified(basis.Confidence)))
            )
            {
                yield return article.InSection(
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
                yield return article.InSection(
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
        var money = article
            .Basis.Where(basis => Budgeted.Contains(basis.Document))
            .SelectMany(basis => basis.Figures)
            .SelectMany(figure => FigureReader.Read(figure, Lang.Vi))
            .Where(figure => figure.Kind == FigureKind.Money)
            .Select(figure => figure.Identity)
            .ToHashSet();
        return money.Count > 0
            && article.Key.StartsWith('B')
            && article
                .Sections(lang)
                .Any(section => FigureReader.Read(section.Markdown, lang).Any(figure => money.Contains(figure.Identity)));
    }
}
