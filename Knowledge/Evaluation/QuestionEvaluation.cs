using System.Diagnostics;
using PolicyAssistantBot.Knowledge.Answers;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>Asks every question of a set and compares the outcomes with the expected ones.</summary>
public static class QuestionEvaluation
{
    private const int BinCount = 10;

    /// <summary>
    /// The number of questions before times are measured, so that the code is compiled with full optimisation as in a running service.
    /// </summary>
    private const int WarmUpQuestions = 1200;

    private const int MinWarmUp = 20;

    public static QuestionReport Run(AnswerPipeline pipeline, IReadOnlyList<ExpectedQuestion> questions)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return Run(pipeline.Ask, questions, Math.Max(MinWarmUp, WarmUpQuestions - (questions?.Count ?? 0)));
    }

    /// <param name="ask">The function that answers a question.</param>
    /// <param name="warmUp">The number of questions to ask beforehand, from the set in a loop.</param>
    public static QuestionReport Run(Func<Question, Answer> ask, IReadOnlyList<ExpectedQuestion> questions, int warmUp = MinWarmUp)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(questions);
        for (var i = 0; i < warmUp && questions.Count > 0; i++)
        {
            _ = ask(new Question(questions[i % questions.Count].Text));
        }

        List<AskedQuestion> asked = [.. questions.Select(question => AskAndMeasure(ask, question))];
        var answerable = asked.Where(one => one.Question.Kind == ExpectedKind.Answerable).ToList();
        var refusals = asked.Where(one => one.Question.Kind is ExpectedKind.OutOfScope or ExpectedKind.Escalate).ToList();
        var times = asked.Skip(asked.Count > WarmUpQuestions / 2 ? asked.Count / 2 : 0).Select(one => one.Milliseconds).Order().ToList();
        return new QuestionReport(
            asked.Count,
            ComputeShare(asked, IsRight),
            ComputeShare(answerable, one => one.Question.Accepts(GetArticleKey(one.Answer) ?? GetCandidateKey(one, 0))),
            ComputeShare(answerable, one => Enumerable.Range(0, 3).Any(rank => one.Question.Accepts(GetCandidateKey(one, rank)))),
            ComputeShare(asked, IsWrongAnswer),
            ComputeShare(refusals, IsRight),
            GroupResults(asked, one => QuestionSet.GetName(one.Question.Kind)),
            GroupResults(asked, one => one.Question.Language),
            ComputeReliability(asked),
            ComputePercentile(times, 0.5),
            ComputePercentile(times, 0.95),
            [.. asked.Where(one => !IsRight(one)).Select(CreateMiss)]
        );
    }

    private static AskedQuestion AskAndMeasure(Func<Question, Answer> ask, ExpectedQuestion question)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = ask(new Question(question.Text));
        return new(question, answer, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static bool IsRight(AskedQuestion one) =>
        one.Question.Kind switch
        {
            ExpectedKind.Answerable => one.Answer is Answer.Answered or Answer.Expired && one.Question.Accepts(GetArticleKey(one.Answer)),
            ExpectedKind.Clarify => one.Answer is Answer.Clarify,
            ExpectedKind.OutOfScope => one.Answer is Answer.OutOfScope,
            _ => one.Answer
                is Answer.Personal
                    or Answer.Unanswerable
                    // Leads to an official, or to the user's existing request.
                    or Answer.Command { Kind: CommandKind.Request or CommandKind.Status or CommandKind.Withdraw }
                || (
                    one.Answer is Answer.Answered or Answer.Expired
                    && one.Answer.OffersRequest
                    && one.Question.Accepts(GetArticleKey(one.Answer))
                ),
        };

    private static bool IsWrongAnswer(AskedQuestion one) =>
        one.Answer is Answer.Answered && !one.Question.Accepts(GetArticleKey(one.Answer));

    private static string? GetArticleKey(Answer answer) =>
        answer switch
        {
            Answer.Answered answered => answered.ArticleKey,
            Answer.Expired expired => expired.ArticleKey,
            _ => null,
        };

    private static string? GetCandidateKey(AskedQuestion one, int rank) => one.Answer.Trace.Candidates.ElementAtOrDefault(rank)?.ArticleKey;

    private static QuestionMiss CreateMiss(AskedQuestion one) =>
        new(
            one.Question.Id,
            one.Question.Text,
            $"{QuestionSet.GetName(one.Question.Kind)} {string.Join("; ", one.Question.ExpectedKeys)}".TrimEnd(),
            $"{one.Answer.GetType().Name} {GetArticleKey(one.Answer)}".TrimEnd(),
            one.Answer.Trace.Reason,
            [.. one.Answer.Trace.Candidates.Take(3)]
        );

    private static SortedDictionary<string, QuestionGroupFigures> GroupResults(
        IEnumerable<AskedQuestion> asked,
        Func<AskedQuestion, string> getGroup
    ) =>
        new(
            asked
                .GroupBy(getGroup, StringComparer.Ordinal)
                .ToDictionary(
                    group => group.Key,
                    group => new QuestionGroupFigures(group.Count(), ComputeShare([.. group], IsRight)),
                    StringComparer.Ordinal
                ),
            StringComparer.Ordinal
        );

    private static List<ReliabilityBin> ComputeReliability(List<AskedQuestion> asked) =>
        [
            .. Enumerable
                .Range(0, BinCount)
                .Select(bin =>
                {
                    List<AskedQuestion> inBin =
                    [
                        .. asked.Where(one => Math.Min((int)(one.Answer.Confidence * BinCount), BinCount - 1) == bin),
                    ];
                    return new ReliabilityBin(
                        (double)bin / BinCount,
                        inBin.Count,
                        inBin.Count == 0 ? 0 : inBin.Average(one => one.Answer.Confidence),
                        ComputeShare(inBin, IsRight)
                    );
                }),
        ];

    private static double ComputeShare(List<AskedQuestion> asked, Func<AskedQuestion, bool> predicate) =>
        asked.Count == 0 ? 0 : (double)asked.Count(predicate) / asked.Count;

    private static double ComputePercentile(List<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min((int)(share * sorted.Count), sorted.Count - 1)];

    private sealed record AskedQuestion(ExpectedQuestion Question, Answer Answer, double Milliseconds);
}
