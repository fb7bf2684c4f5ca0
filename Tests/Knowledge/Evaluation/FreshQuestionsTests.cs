using PolicyAssistantBot.Knowledge.Evaluation;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Evaluation;

/// <summary>
/// Questions of five writers who knew only the articles' subjects, one for each article. Nothing is learnt from them.
/// </summary>
public sealed class FreshQuestionsTests
{
    private const double MinRight = 0.875;
    private const double MaxWrong = 0.042;

    [Fact]
    public void Questions_of_strangers_find_their_article()
    {
        List<ExpectedQuestion> questions =
        [
            .. Directory
                .GetFiles(SourceTree.Combine("Knowledge", "Evaluation", "Data", "Questions"), "*.tsv")
                .Order(StringComparer.Ordinal)
                .SelectMany(QuestionSet.Read),
        ];
        Assert.All(
            RealKnowledge.Articles,
            article => Assert.True(questions.Count(question => question.ExpectedKeys.Contains(article.Key)) >= 5, article.Key)
        );

        var report = QuestionEvaluation.Run(RealKnowledge.Pipeline(), questions);
        Assert.True(report.RightOutcome >= MinRight, $"right: {report.RightOutcome:P1}");
        Assert.True(report.WrongAnswerRate <= MaxWrong, $"wrong: {report.WrongAnswerRate:P1}");
    }
}
