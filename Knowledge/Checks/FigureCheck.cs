using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>
/// Checks that every amount, percentage, date and period of an article is covered by a basis, and is stated only as
/// the label of the basis allows.
/// </summary>
internal static class FigureCheck
{
    public static IEnumerable<Problem> Check(CheckedArticle article)
    {
        var covered = FindCoveredFigures(article.Article);
        var weakest = FigureReader
            .Read(article.Article.SectionsVi[0].Markdown, Lang.Vi)
            .Where(figure => covered.ContainsKey(figure.Identity))
            .Select(figure => covered[figure.Identity])
            .Aggregate(article.Article.Confidence, (weakestSoFar, next) => IsMoreReliable(weakestSoFar, next) ? next : weakestSoFar);
        if (weakest != article.Article.Confidence)
        {
            yield return article.ReportInFrontMatter(
                "checked",
                "confidence: ",
                "confidence",
                $"Trả lời ngắn dựa cả trên căn cứ {ConfidenceText.Format(weakest)}; bài không thể có nhãn "
                    + $"{ConfidenceText.Format(article.Article.Confidence)}.",
                $"The short answer also has a basis of {ConfidenceText.Format(weakest)}; the article cannot be labelled "
                    + $"{ConfidenceText.Format(article.Article.Confidence)}."
            );
        }

        foreach (var lang in new[] { Lang.Vi, Lang.En })
        {
            foreach (var section in article.Article.GetSections(lang))
            {
                foreach (var paragraph in SplitParagraphs(section))
                {
                    foreach (
                        var figure in FigureReader
                            .Read(paragraph, lang)
                            .Where(figure => NeedsBasis(figure.Kind))
                            .DistinctBy(figure => figure.Identity)
                    )
                    {
                        if (CheckFigure(article, lang, section, paragraph, figure, covered) is { } problem)
                        {
                            yield return problem;
                        }
                    }
                }
            }
        }
    }

    private static Problem? CheckFigure(
        CheckedArticle article,
        Lang lang,
        Section section,
        string paragraph,
        Figure figure,
        Dictionary<(FigureKind Kind, string Value), Confidence> covered
    )
    {
        if (!covered.TryGetValue(figure.Identity, out var confidence))
        {
            // LanguageParityCheck compares the English text with the Vietnamese: one finding for one omission is enough.
            return lang == Lang.En
                ? null
                : article.ReportInSection(
                    lang,
                    section.Id,
                    figure.Written,
                    "figure-without-basis",
                    $"“{figure.Written}” không có căn cứ nào ghi trong “figures”.",
                    $"“{figure.Written}” is not among the “figures” of any basis."
                );
        }

        if (confidence.NeedsConfirmation && !HasCaveatAndSource(paragraph, section, lang))
        {
            return article.ReportInSection(
                lang,
                section.Id,
                figure.Written,
                "confirm",
                $"“{figure.Written}” dựa trên căn cứ {ConfidenceText.Format(confidence)}: đoạn phải nói “Theo …”, mục phải có câu "
                    + $"“{ConfidenceText.Caveat.Vi}”.",
                $"“{figure.Written}” rests on a basis of {ConfidenceText.Format(confidence)}: the paragraph must say “according "
                    + $"to …”, and the section “{ConfidenceText.Caveat.En}”."
            );
        }

        return confidence.MayBeStated || confidence.NeedsConfirmation
            ? null
            : article.ReportInSection(
                lang,
                section.Id,
                figure.Written,
                "unverified",
                $"“{figure.Written}” chỉ dựa trên căn cứ {ConfidenceText.Format(confidence)} nên không được nêu.",
                $"“{figure.Written}” has only a basis of {ConfidenceText.Format(confidence)} and must not be stated."
            );
    }

    private static bool NeedsBasis(FigureKind kind) =>
        kind is FigureKind.Money or FigureKind.Percent or FigureKind.Date or FigureKind.Period;

    /// <summary>
    /// Whether the paragraph names its source and the section contains the caveat; for a table, its section is checked for the source.
    /// </summary>
    private static bool HasCaveatAndSource(string paragraph, Section section, Lang lang)
    {
        var text = paragraph.TrimStart().StartsWith('|') ? section.Markdown : paragraph;
        return section.Markdown.Contains(ConfidenceText.Caveat[lang], StringComparison.Ordinal)
            && text.Contains(lang == Lang.En ? "according to" : "theo ", StringComparison.OrdinalIgnoreCase);
    }

    private static string[] SplitParagraphs(Section section) =>
        section.Markdown.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The most reliable label of each figure that a basis supports. The validity dates of a basis count as its figures.</summary>
    private static Dictionary<(FigureKind Kind, string Value), Confidence> FindCoveredFigures(Article article)
    {
        var covered = new Dictionary<(FigureKind Kind, string Value), Confidence>();
        foreach (var basis in article.Basis)
        {
            var days = new[] { basis.InForce.From, basis.InForce.Until, basis.InForce.Until?.AddDays(1) }
                .Where(day => day is not null)
                .Select(day => (FigureKind.Date, day!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
            foreach (
                var figure in basis
                    .Figures.SelectMany(figure => FigureReader.Read(figure, Lang.Vi))
                    .Select(figure => figure.Identity)
                    .Concat(days)
            )
            {
                if (!covered.TryGetValue(figure, out var previous) || IsMoreReliable(basis.Confidence, previous))
                {
                    covered[figure] = basis.Confidence;
                }
            }
        }

        return covered;
    }

    private static bool IsMoreReliable(Confidence first, Confidence second) =>
        (first.Label, first.Level).CompareTo((second.Label, second.Level)) < 0;
}
