using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Evaluation.Dialogues;
using PolicyAssistantBot.Knowledge.Understanding;
using PolicyAssistantBot.Knowledge.Understanding.Interpretations;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>Collects what the ranker of readings is learnt from, and measures it by cross-validation over writers.</summary>
public static class ReadingExamples
{
    private const double QuestionWeight = 1;

    private const double ForeignWeight = 0.3;

    /// <summary>Questions one step next to an article are the harder ones, and fewer.</summary>
    private const double NeighbouringWeight = 0.5;
    private const int Folds = 4;

    public static IEnumerable<RankedExample> Of(IEnumerable<JudgedTurn> turns) =>
        turns
            .Where(turn => turn.Reply.Readings.Count > 1)
            .Select(turn =>
            {
                var expected = turn.Turn.Expected;
                var isAnswered = expected.Outcomes.Any(outcome => outcome is nameof(Answer.Answered) or nameof(Answer.Expired));
                var isAct = expected.Outcomes.Any(outcome => outcome is nameof(Answer.Command) or nameof(Answer.SmallTalk));
                return isAnswered && expected.Keys.Count == 0
                    ? null
                    : Example(
                        turn.Dialogue.Writer,
                        turn.Reply.Readings,
                        key => isAnswered && expected.Keys.Any(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)),
                        isAct,
                        1
                    );
            })
            .OfType<RankedExample>();

    public static IEnumerable<RankedExample> Of(AnswerPipeline pipeline, IEnumerable<ExpectedQuestion> questions) =>
        questions
            .Where(question => question.Kind is ExpectedKind.Answerable or ExpectedKind.OutOfScope)
            .Select(
                (question, i) =>
                    Example(
                        $"q{i % Folds}",
                        pipeline.Ask(new Question(question.Text)).Trace.Readings,
                        question.Accepts,
                        false,
                        QuestionWeight
                    )
            )
            .OfType<RankedExample>();

    public static IEnumerable<RankedExample> Foreign(AnswerPipeline pipeline, string file) =>
        DomainWords
            .ReadForeign(file)
            .Select(
                (one, i) =>
                    Example(
                        $"{(one.IsNeighbouring ? 'n' : 'f')}{i % Folds}",
                        pipeline.Ask(new Question(one.Text)).Trace.Readings,
                        _ => false,
                        false,
                        one.IsNeighbouring ? NeighbouringWeight : ForeignWeight
                    )
            )
            .OfType<RankedExample>();

    /// <summary>The weights learnt from all examples, as they are shipped.</summary>
    public static string Learn(IReadOnlyList<RankedExample> examples) => InterpretationTraining.Learn(examples).ToJson();

    /// <summary>How often the best reading of writers held out is right, for each kind of source.</summary>
    public static IEnumerable<string> Validate(IReadOnlyList<RankedExample> examples)
    {
        var judged = SplitIntoFolds(examples.Select(example => example.Source))
            .SelectMany(isHeld =>
            {
                var ranker = InterpretationTraining.Learn([.. examples.Where(example => !isHeld.Contains(example.Source))]);
                return examples.Where(example => isHeld.Contains(example.Source)).Select(example => (example, Judge(ranker, example)));
            })
            .ToList();
        foreach (var kind in judged.GroupBy(one => char.IsLower(one.example.Source[0]) ? one.example.Source[..1] : "dialogues"))
        {
            var told = kind.Where(one => one.Item2.IsTold).ToList();
            yield return FormattableString.Invariant(
                $"{kind.Key}: {kind.Count()} messages, {told.Count} told, {told.Count(one => one.Item2.IsRight)} of them right"
            );
        }
    }

    /// <summary>Parts of all writers, to measure each by what was learnt from the others.</summary>
    public static IEnumerable<IReadOnlySet<string>> SplitIntoFolds(IEnumerable<string> writers) =>
        writers
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Index()
            .GroupBy(writer => writer.Index % Folds, writer => writer.Item)
            .Select(fold => (IReadOnlySet<string>)fold.ToHashSet(StringComparer.Ordinal));

    private static (bool IsTold, bool IsRight) Judge(InterpretationRanker ranker, RankedExample example)
    {
        var p = InterpretationRanker.Probabilities([.. example.Readings.Select(features => ranker.Score([.. features]))]);
        var best = p.Index().MaxBy(one => one.Item).Index;
        return (example.IsArticle[best] && p[best] >= Thresholds.Later.One, example.IsRight[best]);
    }

    private static RankedExample? Example(
        string source,
        IReadOnlyList<TracedReading> readings,
        Func<string, bool> accepts,
        bool isAct,
        double weight
    )
    {
        if (readings.Count < 2)
        {
            return null;
        }

        var isArticle = readings.Select(reading => reading.ArticleKey is not null).ToList();
        var isRight = readings.Select(reading => reading.ArticleKey is { } key ? accepts(key) : isAct && reading.Act is not null).ToList();
        return new(
            source,
            [.. readings.Select(reading => reading.Features)],
            isRight.Contains(true) ? isRight : [.. readings.Select(reading => reading is { ArticleKey: null, Act: null })],
            isArticle,
            weight
        );
    }
}
