using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.Learning;
using PolicyAssistantBot.Knowledge.Search.Queries;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Benchmarks;

/// <summary><c>stages SIZE [--articles DIR]</c>: the average processor time of each stage of a search.</summary>
internal static class StagesCommand
{
    public static void Run(string[] args)
    {
        var size = int.Parse(args[0], CultureInfo.InvariantCulture);
        var corpus = new ScaleCorpus(
            Arguments.Value(args, "--articles") ?? Path.Combine(AppContext.BaseDirectory, "Knowledge", "Articles")
        );
        var random = new Random(1);
        var index = SearchIndex.Build([.. Enumerable.Range(0, size).Select(i => corpus.Passage(i, random))]).GetLanguageIndex(Lang.Vi)!;
        var questions = Enumerable.Range(0, 500).Select(_ => corpus.Question(random)).ToList();
        for (var round = 0; round < 4; round++)
        {
            var sums = new double[4];
            foreach (var question in questions)
            {
                var t0 = ThreadCpuClock.Milliseconds();
                var language = LanguageDetector.Detect(question);
                var t1 = ThreadCpuClock.Milliseconds();
                var (words, _) = QueryAnalyzer.Analyze(index, TranslationModel.Empty, question, language);
                var t2 = ThreadCpuClock.Milliseconds();
                var plan = QueryPlan.Create(index, words, Fusion.Default.Vi);
                var t3 = ThreadCpuClock.Milliseconds();
                TopKSearch.Run(index, plan, 10, exhaustive: false);
                var t4 = ThreadCpuClock.Milliseconds();
                sums[0] += t1 - t0;
                sums[1] += t2 - t1;
                sums[2] += t3 - t2;
                sums[3] += t4 - t3;
            }

            var means = Array.ConvertAll(sums, sum => sum / questions.Count);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"detect {means[0]:f3}  read {means[1]:f3}  plan {means[2]:f3}  rank {means[3]:f3}  all {means.Sum():f3} ms"
                )
            );
        }
    }
}
