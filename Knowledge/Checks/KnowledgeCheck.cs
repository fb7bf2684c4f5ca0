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
    /// <param name="day">Statements that ended before this day must have the rule that applies afterwards.</param>
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
        var articleSet = ArticleSet.Read(files);
        var keys = articleSet.Articles.Select(article => article.Key).ToHashSet(StringComparer.Ordinal);
        var byKey = articleSet.Articles.ToDictionary(article => article.Key, StringComparer.Ordinal);
        var questions = ArticleMetadataCheck.GroupKeysByQuestion(articleSet.Articles);
        var findings = articleSet
            .Articles.Join(
                files,
                article => article.Path,
                file => file.Path,
                (article, file) => new CheckedArticle(AddSuccessorSections(StatementPeriods.Apply(article)), file.Text)
            )
            .SelectMany(article =>
                LanguageParityCheck
                    .Check(article)
                    .Concat(FigureCheck.Check(article))
                    .Concat(LegalCheck.Check(article, register))
                    .Concat(PeriodCheck.Check(article, day))
                    .Concat(AmountCheck.Check(article))
                    .Concat(ArticleMetadataCheck.Check(article, keys, questions))
                    .Concat(LengthCheck.Check(article))
                    .Concat(WordingCheck.Check(article))
                    .Concat(InjectionCheck.Check(article))
                    .Concat(StyleCheck.Check(article))
                    .Concat(OwnerCheck.Check(article))
                    .Concat(FilingCheck.Check(article, byKey))
            );
        return new CheckReport(
            articleSet.Articles.Count,
            [
                .. articleSet
                    .Problems.Concat(findings)
                    .OrderBy(finding => finding.Path, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Line),
            ]
        );
    }

    /// <summary>The texts for the time after a period ends are checked like a section of their own.</summary>
    private static Article AddSuccessorSections(Article article)
    {
        List<LocalizedText> successorTexts =
        [
            .. new[] { article.Then }
                .Concat(article.Basis.Select(basis => basis.Then))
                .Concat(article.Periods.Select(period => period.Then))
                .OfType<LocalizedText>()
                .Distinct(),
        ];
        return successorTexts.Count == 0
            ? article
            : article with
            {
                SectionsVi = [.. article.SectionsVi, CreateSection(Lang.Vi)],
                SectionsEn = [.. article.SectionsEn, CreateSection(Lang.En)],
            };

        Section CreateSection(Lang lang) => new("then", "", string.Join("\n\n", successorTexts.Select(then => then[lang])));
    }
}
