using System.Globalization;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Benchmarks.Profile;

/// <summary>
/// <c>profile [TURNS] [--conversations 64] [--rounds 1]</c>: processor time, allocations and bytes stored for a question turn over Direct
/// Line on SQLite, by stage and under load (<c>--load-only</c>, <c>--stages-only</c>,
/// <c>--fixed-only</c>; <c>--data DIR</c> keeps its
/// data). No question is asked twice until all were.
/// </summary>
internal static class ProfileCommand
{
    public static async Task RunAsync(string[] args)
    {
        var turns = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var count) ? count : 6_000;
        var questions = new QuestionSource(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Articles"));
        var conversations = (int)(Arguments.Number(args, "--conversations") ?? 64);
        Console.WriteLine($"{questions.Count} distinct questions, {turns} turns a round");
        for (var round = 0; round < (int)(Arguments.Number(args, "--rounds") ?? 1); round++)
        {
            if (!args.Contains("--load-only"))
            {
                await RunStagesAsync("one conversation, fixed answers", questions, isBotFixed: true, 1, turns);
                await RunStagesAsync(
                    string.Create(CultureInfo.InvariantCulture, $"{conversations} conversations, fixed answers"),
                    questions,
                    isBotFixed: true,
                    conversations,
                    turns
                );
                if (args.Contains("--fixed-only"))
                {
                    continue;
                }

                await RunStagesAsync("one conversation", questions, isBotFixed: false, 1, Math.Min(turns, 2_000));
            }

            if (args.Contains("--stages-only"))
            {
                continue;
            }

            using var loadFolder = new TempFolder();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{conversations} conversations, client beside the service"));
            await LoadRun.RunAsync(Arguments.Value(args, "--data") ?? loadFolder.Path, questions, conversations, turns);
        }
    }

    private static async Task RunStagesAsync(string title, QuestionSource questions, bool isBotFixed, int conversations, int turns)
    {
        using var folder = new TempFolder();
        Console.WriteLine(title + ", service and client in one process");
        await StageRun.RunAsync(folder.Path, questions, isBotFixed, conversations, warmUp: isBotFixed ? 10_000 : 1_000, turns);
    }
}
