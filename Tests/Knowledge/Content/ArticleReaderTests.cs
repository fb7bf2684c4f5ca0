using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Tests.Knowledge.Content;

public sealed class ArticleReaderTests
{
    [Fact]
    public void A_whole_article_is_read_in_both_languages()
    {
        var article = Assert.IsType<ArticleReadResult.Valid>(ArticleReader.Read(Sample.Path, Sample.Article)).Article;

        Assert.Equal("B1-tech", article.Key);
        Assert.Equal("Technology support", article.Title[Lang.En]);
        Assert.Equal(2, article.QuestionsVi.Count);
        Assert.Equal(["answer", "how"], article.SectionsVi.Select(section => section.Id));
        Assert.Equal("Send the papers.", article.SectionsEn[1].Markdown);
        Assert.Equal(new DateOnly(2021, 10, 15), article.InForce.From);
        Assert.Null(article.InForce.Until);
        var basis = Assert.Single(article.Basis);
        Assert.Equal(new Confidence(VerificationLabel.V2, VerificationLevel.High), basis.Confidence);
        Assert.Equal(["50 %", "50 triệu đồng"], basis.Figures);
    }

    [Theory]
    [InlineData("topic: support", "topic: suport", 3, "no topic")]
    [InlineData("key: B1-tech", "key: B1-other", 2, "must be at")]
    [InlineData("checked: 2026-11-21", "checked: 21/11/2026", 22, "not a date")]
    [InlineData("confidence: V2-high\nsource", "confidence: sure\nsource", 23, "not a label")]
    [InlineData("owner: Sở", "ovner: Sở", 25, "no field “ovner”")]
    [InlineData("## How {#how}", "### How {#how}", 47, "must be written")]
    [InlineData("## How {#how}", "## How {#answer}", 47, "used twice")]
    [InlineData("# English", "# Englisch", 41, "languages' headings")]
    [InlineData("title:\n", "title: [\n", 6, "not valid YAML")]
    public void A_problem_is_reported_with_its_line(string good, string bad, int line, string reason)
    {
        var broken = Assert.IsType<ArticleReadResult.Invalid>(
            ArticleReader.Read(Sample.Path, Sample.Article.Replace(good, bad, StringComparison.Ordinal))
        );

        Assert.Contains(broken.Problems, problem => problem.Line == line && problem.Reason.En.Contains(reason, StringComparison.Ordinal));
    }
}
