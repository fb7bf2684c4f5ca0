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
            var odd = en.FirstOrDefault(section => vi.All(other => other.Id != section.Id)) ?? en[0];
            yield return article.InSection(
                Lang.En,
                odd.Id,
                null,
                "same-sections",
                "Hai ngôn ngữ phải có cùng các mục, cùng thứ tự.",
                "Both languages must have the same sections in the same order."
            );
            yield break;
        }

        foreach (var (one, other) in vi.Zip(en))
        {
            var viFigures = FigureReader.Read(one.Markdown, Lang.Vi);
            var enFigures = FigureReader.Read(other.Markdown, Lang.En);
            foreach (var figure in OnlyIn(viFigures, enFigures))
            {
                yield return article.InSection(
                    Lang.Vi,
                    one.Id,
                    figure.Written,
                    "same-figures",
                    $"“{figure.Written}” có trong tiếng Việt mà không có trong tiếng Anh.",
                    $"“{figure.Written}” is in the Vietnamese text but not in the English one."
                );
            }

            foreach (var figure in OnlyIn(enFigures, viFigures))
            {
                yield return article.InSection(
                    Lang.En,
                    one.Id,
                    figure.Written,
                    "same-figures",
                    $"“{figure.Written}” có trong tiếng Anh mà không có trong tiếng Việt.",
                    $"“{figure.Written}” is in the English text but not in the Vietnamese one."
                );
            }
        }
    }

    private static IEnumerable<Figure> OnlyIn(IReadOnlyList<Figure> here, IReadOnlyList<Figure> there) =>
        here.Where(figure => there.All(other => other.Identity != figure.Identity)).DistinctBy(figure => figure.Identity);
}
