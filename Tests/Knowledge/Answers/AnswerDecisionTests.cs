using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>An answer is as sure as the ranked readings of the message are.</summary>
public sealed class AnswerDecisionTests
{
    private static readonly Candidate[] Candidates =
    [
        .. TestArticles.Knowledge.Articles.Take(3).Select(article => new Candidate(article, "answer", 0.3)),
    ];

    [Fact]
    public void A_likely_reading_is_answered_alone()
    {
        var verdict = Assert.IsType<Verdict.AnswerWith>(Decide(Thresholds.Later, 0.75, 0.1, 0.05));

        Assert.Equal(Candidates[0], verdict.Candidate);
        Assert.Null(verdict.Other);
    }

    [Fact]
    public void Two_readings_that_are_likely_together_are_both_shown()
    {
        var verdict = Assert.IsType<Verdict.AnswerWith>(Decide(Thresholds.Later, 0.45, 0.3, 0.05));

        Assert.Equal(Candidates[0], verdict.Candidate);
        Assert.Equal(Candidates[1], verdict.Other);
    }

    [Fact]
    public void Readings_that_are_unlikely_even_together_are_asked_about()
    {
        var verdict = Assert.IsType<Verdict.AskWhich>(Decide(Thresholds.Later, 0.35, 0.2, 0.15));

        Assert.Equal(Candidates, verdict.Candidates);
    }

    [Fact]
    public void A_message_that_most_likely_asks_for_nothing_written_is_not_answered() =>
        Assert.IsType<Verdict.NoSupport>(Decide(Thresholds.Later, 0.3, 0.1, 0.05));

    [Fact]
    public void The_first_message_of_a_conversation_is_answered_with_less_certainty_than_a_later_one()
    {
        Assert.Null(Assert.IsType<Verdict.AnswerWith>(Decide(Thresholds.Opening with { HasWeakScores = false }, 0.55, 0.2, 0.05)).Other);
        Assert.NotNull(Assert.IsType<Verdict.AnswerWith>(Decide(Thresholds.Later, 0.55, 0.2, 0.05)).Other);
    }

    [Fact]
    public void An_article_that_shares_little_with_an_opening_question_must_be_more_certain()
    {
        Assert.IsType<Verdict.NoSupport>(Decide(Thresholds.Opening, 0.55, 0.2, 0.05));
        Assert.IsType<Verdict.AnswerWith>(Decide(Thresholds.Opening, 0.7, 0.1, 0.05));
    }

    [Fact]
    public void A_question_back_is_never_asked_with_one_choice()
    {
        var opening = Thresholds.Opening with { HasWeakScores = false };

        Assert.IsType<Verdict.NoSupport>(Decide(opening, 0.49, 0.02, 0.02));
        Assert.IsType<Verdict.AnswerWith>(Decide(opening with { OnlyScore = 0.2 }, 0.49, 0.02, 0.02));
    }

    private static Verdict Decide(Thresholds thresholds, params double[] probabilities)
    {
        var asked = PolicyAssistantBot.Knowledge.Answers.Understanding.Of(
            new Question("điều kiện của khoản hỗ trợ vừa nói có khó lắm không"),
            new DateOnly(2026, 11, 21),
            TestArticles.Knowledge.Register
        );
        return AnswerDecision.Of(
            asked,
            new PolicyAssistantBot.Knowledge.Answers.Retrieval(Candidates, 0.3, probabilities[0]),
            probabilities,
            thresholds
        );
    }
}
