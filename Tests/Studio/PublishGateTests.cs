using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Knowledge.Evaluation;
using PolicyAssistantBot.Knowledge.Evaluation.Gate;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>The gate lets a correct change through, and names what a bad one would spoil.</summary>
public sealed class PublishGateTests
{
    private const string Key = "B0-procedure-duties";

    private static readonly HashSet<string> Keys = [Key];

    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<ArticleFile> Files = ArticleStore.ReadFolder(SourceTree.Combine("Knowledge", "Articles"));
    private static readonly IReadOnlyList<ExpectedQuestion> Questions = QuestionSet.Read(
        SourceTree.Combine("Knowledge", "Evaluation", "Data", "questions.tsv")
    );
    private static readonly Lazy<PublishGate> Gate = new(() => new PublishGate(Questions));

    [Fact]
    public void A_sentence_passes_and_only_its_own_answers_change()
    {
        var report = Run(article => Replace(article, "answer", text => $"{text} Hồ sơ giữ tại doanh nghiệp."));
        Assert.Empty(report.Findings);
        Assert.All(report.Changes, change => Assert.Equal(GateChangeKind.Own, change.Kind));
        Assert.NotEmpty(report.Changes);
        Assert.True(report.IsPassed);
    }

    [Fact]
    public void Broad_phrasings_are_refused_and_the_bystanders_are_named()
    {
        var report = Run(article =>
            article with
            {
                QuestionsVi = [.. article.QuestionsVi, "vay vốn lãi suất thấp", "hỗ trợ doanh nghiệp nhỏ", "thuế thu nhập doanh nghiệp"],
            }
        );
        Assert.False(report.IsPassed);
        Assert.Contains(report.Blocking, change => change.Kind != GateChangeKind.Own && change.Before.Article != Key);
    }

    [Fact]
    public void A_promise_and_a_figure_without_a_basis_are_findings()
    {
        var report = Run(article =>
            Replace(article, "answer", text => $"{text} Anh/chị được hưởng 100 tỷ đồng theo Nghị định 39/2018/NĐ-CP.")
        );
        Assert.False(report.IsPassed);
        Assert.Contains(report.Findings, finding => finding.Path.EndsWith($"{Key}.md", StringComparison.Ordinal));
    }

    private static Article Replace(Article article, string id, Func<string, string> change) =>
        article with
        {
            SectionsVi = [.. article.SectionsVi.Select(one => one.Id == id ? one with { Markdown = change(one.Markdown) } : one)],
        };

    private static GateReport Run(Func<Article, Article> change)
    {
        var file = Files.First(one => one.Path.EndsWith($"/{Key}.md", StringComparison.Ordinal));
        var article = Assert.IsType<ArticleReadResult.Valid>(ArticleWriter.ReadForEditing(file.Path, file.Text)).Article;
        var changed = file with { Text = ArticleWriter.Change(file.Text, change(article)) };
        lock (Gate)
        {
            return Gate.Value.Run(RealKnowledge.Knowledge, Files, [.. Files.Select(one => one == file ? changed : one)], Keys, Now);
        }
    }
}
