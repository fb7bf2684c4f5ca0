using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Evaluation;

namespace PolicyAssistantBot.Benchmarks;

/// <summary><c>beir DIR [--queries FILE] [--lang vi|en|auto] [--removed 0.5] [--seed 1] [--json]</c></summary>
internal static class BeirCommand
{
    public static void Run(string[] args)
    {
        var report = BeirEvaluation.Run(
            args[0],
            new BeirOptions
            {
                QueriesFile = Arguments.Value(args, "--queries") ?? "queries.jsonl",
                Lang = LangCodes.Parse(Arguments.Value(args, "--lang")),
                ExcludedShare = Arguments.Number(args, "--removed") ?? 0,
                Seed = (int)(Arguments.Number(args, "--seed") ?? 1),
            }
        );
        Console.WriteLine(args.Contains("--json") ? report.ToJson() : report.ToText());
    }
}
