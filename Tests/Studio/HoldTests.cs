using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Holds;
using PolicyAssistantBot.Knowledge.Evaluation;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>What is on hold or withdrawn is not answered, and no other answer moves.</summary>
public sealed class HoldTests
{
    private const string Key = "B1-tech-solutions";

    private static readonly DateOnly Since = new(2026, 11, 30);
    private static readonly LocalizedText Why = new("Mức hỗ trợ đang được sửa.", "The amounts are being amended.");
    private static readonly IReadOnlyList<ExpectedQuestion> Questions = QuestionSet.Read(
        SourceTree.Combine("Knowledge", "Evaluation", "Data", "questions.tsv")
    );

    [Fact]
    public void A_withdrawn_article_says_so_to_all_its_questions_and_no_neighbour_answers_instead()
    {
        var withdrawn = new Hold(HoldScope.Article, Key, Why, Since) { IsWithdrawal = true, ReplacedBy = "B1-tech-consult" };
        var (before, after) = (CreatePipeline(), CreatePipeline(withdrawn));
        var own = 0;
        foreach (var question in Questions)
        {
            var (old, now) = (before.Ask(new Question(question.Text)), after.Ask(new Question(question.Text)));
            if (IsFrom(old, Key))
            {
                own++;
                var told = Assert.IsType<Answer.Withdrawn>(now);
                Assert.Contains(LocalFormat.Day(Since, told.Language), told.Text, StringComparison.Ordinal);
                Assert.Contains(Why[told.Language], told.Text, StringComparison.Ordinal);
                Assert.True(told.OffersRequest);
            }
            else
            {
                Assert.Equal(Describe(old), Describe(now));
            }

            Assert.DoesNotContain(now.FollowUps, next => next.ArticleKey == Key);
        }

        Assert.True(own >= 5, $"only {own} set questions are answered from the article");
    }

    [Theory]
    [InlineData(HoldScope.Topic, "financing")]
    [InlineData(HoldScope.Article, Key)]
    [InlineData(HoldScope.Document, "80/2021/NĐ-CP")]
    public void Only_what_is_on_hold_is_not_answered(HoldScope scope, string key)
    {
        var hold = new Hold(scope, key, Why, Since);
        var (before, after) = (CreatePipeline(), CreatePipeline(hold));
        var held = 0;
        foreach (var question in Questions)
        {
            var (old, now) = (before.Ask(new Question(question.Text)), after.Ask(new Question(question.Text)));
            if (now is Answer.OnHold)
            {
                held++;
                continue;
            }

            Assert.Equal(Describe(old), Describe(now));
            Assert.False(RealKnowledge.Knowledge.Find(KeyOf(now)) is { } article && hold.Covers(article), question.Text);
            Assert.False(scope == HoldScope.Document && now.Citations.Any(citation => citation.Document == key), question.Text);
        }

        Assert.True(held >= 5, $"{held} questions were held");
    }

    [Fact]
    public void With_everything_on_hold_nothing_is_answered_and_courtesy_commands_and_the_request_still_work()
    {
        var pipeline = CreatePipeline(new Hold(HoldScope.Everything, "", Why, Since));
        Assert.All(Questions, question => Assert.IsNotType<Answer.Answered>(pipeline.Ask(new Question(question.Text))));
        Assert.IsType<Answer.OnHold>(pipeline.Ask(new Question("Mua phần mềm có được hỗ trợ không?")));
        Assert.IsType<Answer.SmallTalk>(pipeline.Ask(new Question("Xin chào")));
        Assert.IsType<Answer.Command>(pipeline.Ask(new Question("Tôi muốn gửi yêu cầu hỗ trợ")));
        Assert.Null(pipeline.Find(Key));
        Assert.Empty(pipeline.MoreOf(Key, Lang.Vi));
    }

    private static AnswerPipeline CreatePipeline(params Hold[] holds)
    {
        var list = new HoldList(holds);
        return new AnswerPipeline(() => RealKnowledge.Knowledge, TimeProvider.System, () => list);
    }

    private static bool IsFrom(Answer answer, string key) => KeyOf(answer) == key;

    private static string? KeyOf(Answer answer) =>
        answer switch
        {
            Answer.Answered answered => answered.ArticleKey,
            Answer.Expired expired => expired.ArticleKey,
            _ => null,
        };

    private static string Describe(Answer answer) => $"{answer.GetType().Name} {answer.Text}";
}
