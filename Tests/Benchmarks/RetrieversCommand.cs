using System.Globalization;
using PolicyAssistantBot.Knowledge.Evaluation;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Benchmarks;

/// <summary><c>retrievers DIR…</c>: the contribution of each retriever on each set, as the recall at 1 lost without it; prints a Markdown
/// table.</summary>
internal static class RetrieversCommand
{
    private static readonly (string Name, Func<FusionWeights, FusionWeights> Without)[] Retrievers =
    [
        ("exact-unigram", w => w with { ExactUnigram = 0 }),
        ("exact-bigram", w => w with { ExactBigram = 0 }),
        ("loose-unigram", w => w with { LooseUnigram = 0 }),
        ("loose-bigram", w => w with { LooseBigram = 0 }),
        ("characters", w => w with { Characters = 0 }),
        ("windows", w => w with { Window15 = 0, Window30 = 0, Window80 = 0 }),
        ("sentence", w => w with { Sentence = 0 }),
        ("title", w => w with { TitleUnigram = 0, TitleBigram = 0 }),
        ("coverage", w => w with { Coverage = 0, BigramCoverage = 0 }),
        ("phrasings", w => w with { Phrasings = 0 }),
    ];

    public static void Run(string[] directories)
    {
        var all = directories.Select(d => BeirEvaluation.Run(d, new BeirOptions()).Recall1).ToArray();
        Console.WriteLine($"| retriever | {string.Join(" | ", directories.Select(Path.GetFileName))} |");
        Console.WriteLine($"|---|{string.Concat(directories.Select(_ => "---|"))}");
        Console.WriteLine($"| all (recall@1) | {Cells(all, "f1")} |");
        foreach (var (name, removeRetriever) in Retrievers)
        {
            var fusion = Fusion.Default with { Vi = removeRetriever(Fusion.Default.Vi), En = removeRetriever(Fusion.Default.En) };
            Console.WriteLine(
                $"| {name} | "
                    + $"{Cells([.. directories.Select((d, i) => all[i] - BeirEvaluation.Run(d, new BeirOptions { Fusion = fusion }).Recall1)], "+0.0;-0.0;0.0")} |"
            );
        }
    }

    private static string Cells(double[] values, string format) =>
        string.Join(" | ", values.Select(v => v.ToString(format, CultureInfo.InvariantCulture)));
}
