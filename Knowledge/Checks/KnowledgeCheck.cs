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
    public static CheckReport Run(string folder) => Run(folder, LegalRegister.Default);

    public static CheckReport Run(string folder, LegalRegister register)
    {
        var files = ArticleStore.ReadFolder(folder);
        var report = Run(files, register);
        var policy = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))!, "Policy");
        var keys = ArticleSet.Read(files).Articles.Select(article => article.Key).ToHashSet(StringComparer.Ordinal);
        return Directory.Exists(policy)
            ? report with
            {
                Findings = [.. report.Findings, .. ConversationTableCheck.Check(policy, keys)],
            }
            : report;
    }

    internal static CheckReport Run(IReadOnlyList<ArticleFile> files, LegalRegister register)
    {
        var set = ArticleSet.Read(files);
        var keys = set.Articles.Select(article => article.Key).ToHashSet(StringComparer.Ordinal);
        var questions = LinkCheck.Questions(set.Articles);
        var findings = set
            .Articles.Join(files, article => article.Path, file => file.Path, (article, file) => new CheckedArticle(article, file.Text))
            .SelectMany(article =>
                LanguageParityCheck
                    .Check(article)
                    .Concat(FigureCheck.Check(article))
                    .Concat(LegalCheck.Check(article, register))
                    .Concat(LinkCheck.Check(article, keys, questions))
                    .Concat(LengthCheck.Check(article))
                    .Concat(WordingCheck.Check(article))
                    .Concat(InjectionCheck.Check(article))
                    .Concat(StyleCheck.Check(article))
                    .Concat(OwnerCheck.Check(article))
            );
        return new CheckReport(
            set.Articles.Count,
            [.. set.Problems.Concat(findings).OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Line)]
        );
    }
}
