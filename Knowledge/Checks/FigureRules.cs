using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>
/// Checks that every amount, share, date and period in a text is covered by a basis and stated only as its confidence allows.
/// </summary>
internal static class FigureRules
{
    public static IEnumerable<Problem> Check(CheckedArticle article)
    {
        var covered = Covered(article.Article);
        var weakest = FigureReader
            .Read(article.Article.SectionsVi[0].Markdown, Lang.Vi)
            .Where(figure => covered.ContainsKey(figure.Same))
            .Select(figure => covered[figure.Same])
            .Aggregate(article.Article.Confidence, (worst, next) => Surer(worst, next) ? next : worst);
        if (weakest != article.Article.Confidence)
        {
            yield return article.InFrontMatter(
                "checked",
                "confidence: ",
                "confidence",
                $"Trả lời ngắn dựa cả trên căn cứ {ConfidenceText.Write(weakest)}; bài không thể có nhãn "
                    + $"{ConfidenceText.Write(article.Article.Confidence)}.",
                $"The short answer also rests on a basis of {ConfidenceText.Write(weakest)}; the article cannot be labelled "
                    + $"{ConfidenceText.Write(article.Article.Confidence)}."
            );
        }

        foreach (var lang in new[] { Lang.Vi, Lang.En })
        {
            foreach (var section in article.Article.Sections(lang))
            {
                foreach (var paragraph in Paragraphs(section))
                {
                    foreach (
                        var figure in FigureReader
                            .Read(paragraph, lang)
                            .Where(figure => NeedsBasis(figure.Kind))
                            .DistinctBy(figure => figure.Same)
                    )
                    {
                        if (Judge(article, lang, section, paragraph, figure, covered) is { } problem)
                        {
                            yield return problem;
                        }
                    }
                }
            }
        }
    }

    private static Problem? Judge(
        CheckedArticle article,
        Lang lang,
        Section section,
        string paragraph,
        Figure figure,
        Dictionary<(FigureKind Kind, string Value), Confidence> covered
    )
    {
        if (!covered.TryGetValue(figure.Same, out var confidence))
        {
            // The English text is held to the Vietnamese by another rule: one finding for one omission.
            return lang == Lang.En
                ? null
                : article.InSection(
                    lang,
                    section.Id,
                    figure.Written,
                    "figure-without-basis",
                    $"“{figure.Written}” không có căn cứ nào ghi trong “figures”.",
                    $"“{figure.Written}” is in no basis's “figures”."
                );
        }

        if (confidence.NeedsConfirmation && !Hedged(paragraph, section, lang))
        {
            return article.InSection(
                lang,
                section.Id,
                figure.Written,
                "confirm",
                $"“{figure.Written}” dựa trên căn cứ {ConfidenceText.Write(confidence)}: đoạn phải nói “Theo …”, "
                    + $"mục phải có câu “{ConfidenceText.Caveat.Vi}”.",
                $"“{figure.Written}” rests on a basis of {ConfidenceText.Write(confidence)}: the paragraph must say “according "
                    + $"to …”, and the section “{ConfidenceText.Caveat.En}”."
            );
        }

        return confidence.MayBeStated || confidence.NeedsConfirmation
            ? null
            : article.InSection(
                lang,
                section.Id,
                figure.Written,
                "unverified",
                $"“{figure.Written}” chỉ dựa trên căn cứ {ConfidenceText.Write(confidence)} nên không được nêu.",
                $"“{figure.Written}” rests only on a basis of {ConfidenceText.Write(confidence)} and must not be told."
            );
    }

    private static bool NeedsBasis(FigureKind kind) =>
        kind is FigureKind.Money or FigureKind.Percent or FigureKind.Date or FigureKind.Period;

    /// <summary>Whether the paragraph names its source and the section has the caveat; a table is judged with its section.</summary>
    private static bool Hedged(string paragraph, Section section, Lang lang)
    {
        var text = paragraph.TrimStart().StartsWith('|') ? section.Markdown : paragraph;
        return section.Markdown.Contains(ConfidenceText.Caveat[lang], StringComparison.Ordinal)
            && text.Contains(lang == Lang.En ? "according to" : "theo ", StringComparison.OrdinalIgnoreCase);
    }

    private static string[] Paragraphs(Section section) =>
        section.Markdown.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The surest label of each figure that a basis supports; a basis's own days in force count as its figures.</summary>
    private static Dictionary<(FigureKind Kind, string Value), Confidence> Covered(Article article)
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
                    .Select(figure => figure.Same)
                    .Concat(days)
            )
            {
                if (!covered.TryGetValue(figure, out var before) || Surer(basis.Confidence, before))
                {
                    covered[figure] = basis.Confidence;
                }
            }
        }

        return covered;
    }

    private static bool Surer(Confidence one, Confidence other) => (one.Label, one.Level).CompareTo((other.Label, other.Level)) < 0;
}
