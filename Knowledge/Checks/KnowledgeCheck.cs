using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Gaps;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Knowledge.Policy;

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
                Findings =
                [
                    .. report.Findings,
                    .. ConversationTableCheck.Check(policy, keys),
                    .. RiskListCheck.Check(RiskList.Default, keys),
                ],
            }
            : report;
    }

    /// <param name="files">The articles, ordered by path.</param>
    public static CheckReport Run(IReadOnlyList<ArticleFile> files, LegalRegister register, DateOnly day)
    {
        var articleSet = ArticleSet.Read(files);
        var keys = articleSet.Articles.Select(article => article.Key).ToHashSet(StringComparer.Ordinal);
        var byKey = articleSet.Articles.ToDictionary(article => article.Key, StringComparer.Ordinal);
        var questions = ArticleMetadataCheck.GroupKeysByQuestion(articleSet.Articles);
        var findings = articleSet
            .Articles.Join(files, article => article.Path, file => file.Path, (article, file) => (Article: article, file.Text))
            .SelectMany(one => Check(one.Article, one.Text, register, day, keys, byKey, questions));
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

    /// <summary>The findings about one article beside the published ones, while it is written.</summary>
    /// <param name="others">The published articles.</param>
    public static IReadOnlyList<Problem> RunOne(IReadOnlyList<Article> others, ArticleFile file, LegalRegister register, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (ArticleReader.Read(file.Path, file.Text) is not ArticleReadResult.Valid { Article: var read })
        {
            return ((ArticleReadResult.Invalid)ArticleReader.Read(file.Path, file.Text)).Problems;
        }

        Article[] all = [.. others.Where(other => other.Key != read.Key), read];
        var article = FilingFacts.Complete(all)[^1];
        var keys = all.Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var byKey = all.ToDictionary(one => one.Key, StringComparer.Ordinal);
        var questions = ArticleMetadataCheck.GroupKeysByQuestion(all);
        return [.. Check(article, file.Text, register, day, keys, byKey, questions).OrderBy(finding => finding.Line)];
    }

    private static IEnumerable<Problem> Check(
        Article article,
        string text,
        LegalRegister register,
        DateOnly day,
        HashSet<string> keys,
        Dictionary<string, Article> byKey,
        ILookup<string, string> questions
    )
    {
        var one = new CheckedArticle(AddSuccessorSections(StatementPeriods.Apply(article)), text);
        return LanguageParityCheck
            .Check(one)
            .Concat(FigureCheck.Check(one))
            .Concat(LegalCheck.Check(one, register))
            .Concat(PeriodCheck.Check(one, day))
            .Concat(AmountCheck.Check(one))
            .Concat(ArticleMetadataCheck.Check(one, keys, questions))
            .Concat(LengthCheck.Check(one))
            .Concat(WordingCheck.Check(one))
            .Concat(InjectionCheck.Check(one))
            .Concat(StyleCheck.Check(one))
            .Concat(OwnerCheck.Check(one))
            .Concat(FilingCheck.Check(one, byKey));
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
