using System.Globalization;
using System.Text.Json;
using PolicyAssistantBot.Benchmarks.Profile;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Benchmarks;

/// <summary>
/// <c>answers [QUESTIONS] [--rounds 5] [--dump FILE]</c>: processor time and allocations of an answer on one thread, without external
/// retrievers and storage. Every second question follows two others of the same conversation. <c>--dump</c> writes each answer with its
/// trace, to compare two versions.
/// </summary>
internal static class AnswersCommand
{
    private const int WarmUp = 3_000;

    public static void Run(string[] args)
    {
        var count = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var number) ? number : 3_000;
        using var store = new ArticleStore(
            Path.Combine(AppContext.BaseDirectory, "Knowledge", "Articles"),
            lastGoodFile: null,
            TimeProvider.System,
            watch: false
        );
        var knowledge = KnowledgeBase.Build(store.Current.Articles);
        knowledge.TrainModels();
        var pipeline = new AnswerPipeline(() => knowledge, TimeProvider.System);
        var source = new QuestionSource(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Articles"));
        if (Arguments.Value(args, "--dump") is { } path)
        {
            Dump(pipeline, source, count, path);
            return;
        }

        AskAll(pipeline, source, WarmUp);
        for (var round = 0; round < (int)(Arguments.Number(args, "--rounds") ?? 5); round++)
        {
            var (time, bytes) = (ThreadCpuClock.Milliseconds(), GC.GetAllocatedBytesForCurrentThread());
            AskAll(pipeline, source, count);
            (time, bytes) = (ThreadCpuClock.Milliseconds() - time, GC.GetAllocatedBytesForCurrentThread() - bytes);
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"answer {time / count:0.000} ms, {bytes / 1024.0 / count:0.0} KB")
            );
        }

        var times = AskAll(pipeline, source, count, isEachTimed: true);
        Array.Sort(times);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"each timed: p50 {times[count / 2]:0.000} ms, p95 {times[count * 95 / 100]:0.000} ms"
            )
        );
    }

    /// <param name="isEachTimed">Reading the clock takes long under some systems.</param>
    private static double[] AskAll(AnswerPipeline pipeline, QuestionSource source, int count, bool isEachTimed = false)
    {
        var times = new double[count];
        var context = ConversationContext.Empty;
        for (var i = 0; i < count; i++)
        {
            var started = isEachTimed ? ThreadCpuClock.Milliseconds() : 0;
            var text = source.Next();
            var answer = pipeline.AskEach(new Question(text) { Context = i % 2 == 0 ? ConversationContext.Empty : context })[0];
            times[i] = isEachTimed ? ThreadCpuClock.Milliseconds() - started : 0;
            context = Remember(context, text, answer);
        }

        return times;
    }

    private static ConversationContext Remember(ConversationContext context, string text, Answer answer) =>
        new(
            [.. context.PastQuestions.TakeLast(1), new PastQuestion(answer.UnderstoodQuestion ?? text, answer.Trace.ArticleKey)],
            AskerFacts.None
        );

    private static void Dump(AnswerPipeline pipeline, QuestionSource source, int count, string path)
    {
        using var writer = new StreamWriter(path);
        var context = ConversationContext.Empty;
        for (var i = 0; i < count; i++)
        {
            var text = source.Next();
            foreach (var answer in pipeline.AskEach(new Question(text) { Context = i % 2 == 0 ? ConversationContext.Empty : context }))
            {
                writer.WriteLine($"{text}\t{answer.GetType().Name}\t{JsonSerializer.Serialize<object>(answer)}");
                context = Remember(context, text, answer);
            }
        }
    }
}
