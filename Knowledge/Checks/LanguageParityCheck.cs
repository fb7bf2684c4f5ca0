using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <summary>Checks that both languages have the same sections in the same order, and the same figures in each section.</summary>
internal static class LanguageParityCheck
{
    public static IEnumerable<Problem> Check(CheckedArticle article)
    {
        var (vi, en) = (article.Article.SectionsVi, article.Article.SectionsEn);
        if (!vi.Select(section => section.Id).SequenceEqual(en.Select(section => section.Id)))
        {
            var unpairedSection = en.FirstOrDefault(section => vi.All(enSection => enSection.Id != section.Id)) ?? en[0];
            yield return article.ReportInSection(
                Lang.En,
                unpairedSection.Id,
                null,
                "same-sections",
                "Hai ngôn ngữ phải có cùng các mục, cùng thứ tự.",
                "Both languages must have the same sections in the same order."
            );
            yield break;
        }

        foreach (var (viSection, enSection) in vi.Zip(en))
        {
            var viFigures = FigureReader.Read(viSection.Markdown, Lang.Vi);
            var enFigures = FigureReader.Read(enSection.Markdown, Lang.En);
            foreach (var figure in FindMissing(viFigures, enFigures))
            {
                yield return article.ReportInSection(
                    Lang.Vi,
                    viSection.Id,
                    figure.Written,
                    "same-figures",
                    $"“{figure.Written}” có trong tiếng Việt mà không có trong tiếng Anh.",
                    $"“{figure.Written}” is in the Vietnamese text but not in the English one."
                );
            }

            foreach (var figure in FindMissing(enFigures, viFigures))
            {
                yield return article.ReportInSection(
                    Lang.En,
                    viSection.Id,
                    figure.Written,
                    "same-figures",
                    $"“{figure.Written}” có trong tiếng Anh mà không có trong tiếng Việt.",
                    $"“{figure.Written}” is in the English text but not in the Vietnamese one."
                );
            }
        }
    }

    private static IEnumerable<Figure> FindMissing(IReadOnlyList<Figure> figures, IReadOnlyList<Figure> otherFigures) =>
        figures.Where(figure => otherFigures.All(enSection => enSection.Identity != figure.Identity)).DistinctBy(figure => figure.Identity);
}
