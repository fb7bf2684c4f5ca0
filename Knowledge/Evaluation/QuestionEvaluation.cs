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

        List<QuestionResult> results = [.. questions.Select(question => AskAndMeasure(ask, question))];
        var answerable = results.Where(result => result.Question.Kind == ExpectedKind.Answerable).ToList();
        var refusals = results.Where(result => result.Question.Kind is ExpectedKind.OutOfScope or ExpectedKind.Escalate).ToList();
        var times = results
            .Skip(results.Count > WarmUpQuestions / 2 ? results.Count / 2 : 0)
            .Select(result => result.Milliseconds)
            .Order()
            .ToList();
        return new QuestionReport(
            results.Count,
            ComputeShare(results, IsRight),
            ComputeShare(answerable, result => result.Question.Accepts(GetArticleKey(result.Answer) ?? GetCandidateKey(result, 0))),
            ComputeShare(answerable, result => Enumerable.Range(0, 3).Any(rank => result.Question.Accepts(GetCandidateKey(result, rank)))),
            ComputeShare(results, IsWrongAnswer),
            ComputeShare(refusals, IsRight),
            GroupResults(results, result => QuestionSet.GetName(result.Question.Kind)),
            GroupResults(results, result => result.Question.Language),
            ComputeReliability(results),
            ComputePercentile(times, 0.5),
            ComputePercentile(times, 0.95),
            [.. results.Where(result => !IsRight(result)).Select(CreateMiss)]
        );
    }

    private static QuestionResult AskAndMeasure(Func<Question, Answer> ask, ExpectedQuestion question)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = ask(new Question(question.Text));
        return new(question, answer, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Whether an answer has the expected outcome.</summary>
    internal static bool IsRight(ExpectedQuestion question, Answer answer) => IsRight(new QuestionResult(question, answer, 0));

    private static bool IsRight(QuestionResult result) =>
        result.Question.Kind switch
        {
            ExpectedKind.Answerable => result.Answer is Answer.Answered or Answer.Expired && IsAccepted(result),
            ExpectedKind.Clarify => result.Answer is Answer.Clarify,
            ExpectedKind.OutOfScope => result.Answer is Answer.OutOfScope,
            _ => result.Answer
                is Answer.Personal
                    or Answer.Unanswerable
                    // Leads to an official, or to the user's existing request.
                    or Answer.Command { Kind: CommandKind.Request or CommandKind.Status or CommandKind.Withdraw }
                || (
                    result.Answer is Answer.Answered or Answer.Expired
                    && result.Answer.OffersRequest
                    && result.Question.Accepts(GetArticleKey(result.Answer))
                ),
        };

    private static bool IsWrongAnswer(QuestionResult result) => result.Answer is Answer.Answered && !IsAccepted(result);

    /// <summary>The article that answers is right, or the second one where two are shown.</summary>
    private static bool IsAccepted(QuestionResult result) =>
        result.Question.Accepts(GetArticleKey(result.Answer))
        || (result.Answer.OtherReading is { } other && result.Question.Accepts(GetArticleKey(other)));

    internal static string? GetArticleKey(Answer answer) =>
        answer switch
        {
            Answer.Answered answered => answered.ArticleKey,
            Answer.Expired expired => expired.ArticleKey,
            _ => null,
        };

    private static string? GetCandidateKey(QuestionResult result, int rank) =>
        result.Answer.Trace.Candidates.ElementAtOrDefault(rank)?.ArticleKey;

    private static QuestionMiss CreateMiss(QuestionResult result) =>
        new(
            result.Question.Id,
            result.Question.Text,
            $"{QuestionSet.GetName(result.Question.Kind)} {string.Join("; ", result.Question.ExpectedKeys)}".TrimEnd(),
            $"{result.Answer.GetType().Name} {GetArticleKey(result.Answer)}".TrimEnd(),
            result.Answer.Trace.Reason,
            [.. result.Answer.Trace.Candidates.Take(3)]
        );

    private static SortedDictionary<string, QuestionGroupFigures> GroupResults(
        IEnumerable<QuestionResult> results,
        Func<QuestionResult, string> getGroup
    ) =>
        new(
            results
                .GroupBy(getGroup, StringComparer.Ordinal)
                .ToDictionary(
                    group => group.Key,
                    group => new QuestionGroupFigures(group.Count(), ComputeShare([.. group], IsRight)),
                    StringComparer.Ordinal
                ),
            StringComparer.Ordinal
        );

    private static List<ReliabilityBin> ComputeReliability(List<QuestionResult> results) =>
        [
            .. Enumerable
                .Range(0, BinCount)
                .Select(bin =>
                {
                    List<QuestionResult> inBin =
                    [
                        .. results.Where(result => Math.Min((int)(result.Answer.Confidence * BinCount), BinCount - 1) == bin),
                    ];
                    return new ReliabilityBin(
                        (double)bin / BinCount,
                        inBin.Count,
                        inBin.Count == 0 ? 0 : inBin.Average(result => result.Answer.Confidence),
                        ComputeShare(inBin, IsRight)
                    );
                }),
        ];

    private static double ComputeShare(List<QuestionResult> results, Func<QuestionResult, bool> predicate) =>
        results.Count == 0 ? 0 : (double)results.Count(predicate) / results.Count;

    private static double ComputePercentile(List<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min((int)(share * sorted.Count), sorted.Count - 1)];

    private sealed record QuestionResult(ExpectedQuestion Question, Answer Answer, double Milliseconds);
}
