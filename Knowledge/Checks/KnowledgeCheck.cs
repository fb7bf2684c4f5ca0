using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Checks;

/// <param name="Articles">The number of articles that could be read.</param>
/// <param name="Findings">The findings, ordered by file and line; empty when there are none.</param>
public sealed record CheckReport(int Articles, IReadOnlyList<Problem> Findings);

/// <summary>Checks the articles of a folder against the rules of docs/editors.md.</summary>
public static class KnowledgeCheck
{
    /// <param name="folder">The folder <c>Articles</c>.</param>
    /// <param name="day">What ended before this day must say what holds after it.</param>
    public static CheckReport Run(string folder, DateOnly day) => Run(folder, LegalRegister.Default, day);

    public static CheckReport Run(string folder, LegalRegister register, DateOnly day)
    {
        var files = ArticleStore.ReadFolder(folder);
        var report = Run(files, register, day);
        var policy = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))!, "Policy");
        var keys = ArticleSet.Read(files).Articles.Select(article => article.Key).ToHashSet(StringComparer.Ordinal);
        return Directory.Exists(policy)
            ? report with
            {
                Findings = [.. report.Findings, .. ConversationTableCheck.Check(policy, keys)],
            }
            : report;
    }

    internal static CheckReport Run(IReadOnlyList<ArticleFile> files, LegalRegister register, DateOnly day)
    {
        var set = ArticleSet.Read(files);
        var keys = set.Articles.Select(article => article.Key).ToHashSet(StringComparer.Ordinal);
        var byKey = set.Articles.ToDictionary(article => article.Key, StringComparer.Ordinal);
        var questions = LinkCheck.Questions(set.Articles);
        var findings = set
            .Articles.Join(
                files,
                article => article.Path,
                file => file.Path,
                (article, file) => new CheckedArticle(WithThens(StatementPeriods.Apply(article)), file.Text)
            )
            .SelectMany(article =>
                LanguageParityCheck
                    .Check(article)
                    .Concat(FigureCheck.Check(article))
                    .Concat(LegalCheck.Check(article, register))
                    .Concat(PeriodCheck.Check(article, day))
                    .Concat(AmountCheck.Check(article))
                    .Concat(LinkCheck.Check(article, keys, questions))
                    .Concat(LengthCheck.Check(article))
                    .Concat(WordingCheck.Check(article))
                    .Concat(InjectionCheck.Check(article))
                    .Concat(StyleCheck.Check(article))
                    .Concat(OwnerCheck.Check(article))
                    .Concat(FilingCheck.Check(article, byKey))
            );
        return new CheckReport(
            set.Articles.Count,
            [.. set.Problems.Concat(findings).OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Line)]
        );
    }

    /// <summary>What holds after something has ended is checked like a section of its own.</summary>
    private static Article WithThens(Article article)
    {
        List<LocalizedText> thens =
        [
            .. new[] { article.Then }
                .Concat(article.Basis.Select(basis => basis.Then))
                .Concat(article.Periods.Select(period => period.Then))
                .OfType<LocalizedText>()
                .Distinct(),
        ];
        return thens.Count == 0
            ? article
            : article with
            {
                SectionsVi = [.. article.SectionsVi, Of(Lang.Vi)],
                SectionsEn = [.. article.SectionsEn, Of(Lang.En)],
            };

        Section Of(Lang lang) => new("then", "", string.Join("\n\n", thens.Select(then => then[lang])));
    }
}
