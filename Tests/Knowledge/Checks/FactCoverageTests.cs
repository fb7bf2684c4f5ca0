using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Evaluation;

namespace PolicyAssistantBot.Tests.Knowledge.Checks;

public sealed class FactCoverageTests
{
    private static readonly IReadOnlyList<Article> Articles = new ArticleStore(
        Path.Combine(AppContext.BaseDirectory, "Knowledge", "Articles"),
        null,
        TimeProvider.System,
        watch: false
    )
        .Current
        .Articles;

    [Fact]
    public void Every_key_of_the_facts_has_articles_or_a_reason()
    {
        var coverage = FactCoverage.Create(Articles, FactCoverage.ReadFacts(), QuestionSet.Read(FactCoverage.DefaultQuestionsFile));

        Assert.Empty(coverage.ArticlesWithoutFact);
        Assert.DoesNotContain(coverage.Facts, fact => fact.IsMissing);
        Assert.Contains("0 keys without an article or a reason", coverage.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_without_article_or_reason_is_missing()
    {
        var coverage = FactCoverage.Create([], FactCoverage.ReadFacts(), []);

        Assert.All(coverage.Facts, fact => Assert.Equal(fact.Fact.ReasonForNone.Length == 0, fact.IsMissing));
    }

    [Fact]
    public void The_question_set_expects_articles_that_exist_and_repeats_none_of_their_questions()
    {
        var questions = QuestionSet.Read(FactCoverage.DefaultQuestionsFile);
        var keys = Articles.Select(article => article.Key).ToHashSet(StringComparer.Ordinal);
        var phrasings = Articles
            .SelectMany(article => article.QuestionsVi.Concat(article.QuestionsEn))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Subset(
            keys,
            questions
                .SelectMany(question => question.ExpectedKeys)
                .Where(key => key != "-" && !key.Contains('/', StringComparison.Ordinal))
                .ToHashSet(StringComparer.Ordinal)
        ); // A document's number is the register's answer.
        Assert.DoesNotContain(questions, question => phrasings.Contains(question.Text));
        Assert.Equal(questions.Count, questions.DistinctBy(question => question.Text).Count());
    }
}
