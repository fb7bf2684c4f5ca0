using System.Diagnostics;
using PolicyAssistantBot.Knowledge.Answers;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>Asks every question of a set and compares the outcomes with the expected ones.</summary>
public static class QuestionEvaluation
{
    private const int Bins = 10;

    /// <summary>
    /// The number of questions before times are measured, so that the code is compiled with full optimisation as in a running service.
    /// </summary>
    private const int WarmUp = 1200;

    private const int MinWarmUp = 20;

    public static QuestionReport Run(AnswerPipeline pipeline, IReadOnlyList<ExpectedQuestion> questions)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return Run(pipeline.Ask, questions, Math.Max(MinWarmUp, WarmUp - (questions?.Count ?? 0)));
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

        List<AskedQuestion> asked = [.. questions.Select(question => Ask(ask, question))];
        var answerable = asked.Where(one => one.Question.Kind == ExpectedKind.Answerable).ToList();
        var refusals = asked.Where(one => one.Question.Kind is ExpectedKind.OutOfScope or ExpectedKind.Escalate).ToList();
        var times = asked.Skip(asked.Count > WarmUp / 2 ? asked.Count / 2 : 0).Select(one => one.Milliseconds).Order().ToList();
        return new QuestionReport(
            asked.Count,
            Share(asked, IsRight),
            Share(answerable, one => one.Question.Accepts(KeyOf(one.Answer) ?? Candidate(one, 0))),
            Share(answerable, one => Enumerable.Range(0, 3).Any(rank => one.Question.Accepts(Candidate(one, rank)))),
            Share(asked, IsWrongAnswer),
            Share(refusals, IsRight),
            Groups(asked, one => QuestionSet.Name(one.Question.Kind)),
            Groups(asked, one => one.Question.Language),
            Reliability(asked),
            Percentile(times, 0.5),
            Percentile(times, 0.95),
            [.. asked.Where(one => !IsRight(one)).Select(Miss)]
        );
    }

    private static AskedQuestion Ask(Func<Question, Answer> ask, ExpectedQuestion question)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = ask(new Question(question.Text));
        return new(question, answer, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static bool IsRight(AskedQuestion one) =>
        one.Question.Kind switch
        {
            ExpectedKind.Answerable => one.Answer is Answer.Answered or Answer.Expired && one.Question.Accepts(KeyOf(one.Answer)),
            ExpectedKind.Clarify => one.Answer is Answer.Clarify,
            ExpectedKind.OutOfScope => one.Answer is Answer.OutOfScope,
            _ => one.Answer
                is Answer.Personal
                    or Answer.Unanswerable
                    // Leads to an official, or to the user's existing request.
                    or Answer.Command { Kind: CommandKind.Request or CommandKind.Status or CommandKind.Withdraw }
                || (one.Answer is Answer.Answered or Answer.Expired && one.Answer.OffersRequest && one.Question.Accepts(KeyOf(one.Answer))),
        };

    private static bool IsWrongAnswer(AskedQuestion one) => one.Answer is Answer.Answered && !one.Question.Accepts(KeyOf(one.Answer));

    private static string? KeyOf(Answer answer) =>
        answer switch
        {
            Answer.Answered answered => answered.ArticleKey,
            Answer.Expired expired => expired.ArticleKey,
            _ => null,
        };

    private static string? Candidate(AskedQuestion one, int rank) => one.Answer.Trace.Candidates.ElementAtOrDefault(rank)?.ArticleKey;

    private static QuestionMiss Miss(AskedQuestion one) =>
        new(
            one.Question.Id,
            one.Question.Text,
            $"{QuestionSet.Name(one.Question.Kind)} {string.Join("; ", one.Question.ExpectedKeys)}".TrimEnd(),
            $"{one.Answer.GetType().Name} {KeyOf(one.Answer)}".TrimEnd(),
            one.Answer.Trace.Reason,
            [.. one.Answer.Trace.Candidates.Take(3)]
        );

    private static SortedDictionary<string, QuestionGroupFigures> Groups(
        IEnumerable<AskedQuestion> asked,
        Func<AskedQuestion, string> by
    ) =>
        new(
            asked
                .GroupBy(by, StringComparer.Ordinal)
                .ToDictionary(
                    group => group.Key,
                    group => new QuestionGroupFigures(group.Count(), Share([.. group], IsRight)),
                    StringComparer.Ordinal
                ),
            StringComparer.Ordinal
        );

    private static List<ReliabilityBin> Reliability(List<AskedQuestion> asked) =>
        [
            .. Enumerable
                .Range(0, Bins)
                .Select(bin =>
                {
                    List<AskedQuestion> inBin = [.. asked.Where(one => Math.Min((int)(one.Answer.Confidence * Bins), Bins - 1) == bin)];
                    return new ReliabilityBin(
                        (double)bin / Bins,
                        inBin.Count,
                        inBin.Count == 0 ? 0 : inBin.Average(one => one.Answer.Confidence),
                        Share(inBin, IsRight)
                    );
                }),
        ];

    private static double Share(List<AskedQuestion> asked, Func<AskedQuestion, bool> holds) =>
        asked.Count == 0 ? 0 : (double)asked.Count(holds) / asked.Count;

    private static double Percentile(List<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min((int)(share * sorted.Count), sorted.Count - 1)];

    private sealed record AskedQuestion(ExpectedQuestion Question, Answer Answer, double Milliseconds);
}
