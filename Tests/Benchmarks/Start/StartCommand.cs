using System.Diagnostics;
using System.Globalization;
using PolicyAssistantBot.Benchmarks.Turn;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Benchmarks.Start;

/// <summary>
/// <c>start FOLDER… [--rounds 5] [--turns 0]</c>: processor time of <c>ask</c>, of a first and of a later start up to the first answer, and
/// memory after it and after further turns, for each folder of a built program in turn; medians, and their ratio to the first folder.
/// </summary>
internal static class StartCommand
{
    private const string Question = "Thế nào là doanh nghiệp nhỏ và vừa?";

    private static readonly string[] Labels =
    [
        "ask, ms",
        "first start to listening, ms",
        "first start to answer, ms",
        "first start, MB",
        "start to listening, ms",
        "start to answer, ms",
        "start, MB",
        "after turns, MB",
    ];

    public static async Task RunAsync(string[] args)
    {
        var folders = args.TakeWhile(argument => !argument.StartsWith('-')).ToList();
        var rounds = (int)(Arguments.Number(args, "--rounds") ?? 5);
        var turns = (int)(Arguments.Number(args, "--turns") ?? 0);
        var figures = folders.ConvertAll(_ => new List<double[]>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (index, folder) in folders.Index())
            {
                figures[index].Add(await MeasureAsync(folder, turns));
            }
        }

        foreach (var (figure, label) in Labels.Index())
        {
            var medians = figures.ConvertAll(each => each.Select(values => values[figure]).Order().ElementAt(each.Count / 2));
            Console.WriteLine(
                $"{label, -32}{string.Join("  ", medians.Select(median => Invariant($"{median, 7:0} ({median / medians[0]:0.00})")))}"
            );
        }
    }

    private static async Task<double[]> MeasureAsync(string folder, int turns)
    {
        using var data = new TempFolder();
        var ask = MeasureAsk(folder);
        var first = await MeasureStartAsync(folder, data.Path, 0);
        var later = await MeasureStartAsync(folder, data.Path, turns);
        return [ask, .. first[..3], .. later];
    }

    private static double MeasureAsk(string folder)
    {
        var before = ChildrenCpuClock.Milliseconds();
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(folder, "PolicyAssistantBot.dll"), "ask", Question])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return ChildrenCpuClock.Milliseconds() - before;
    }

    /// <returns>Processor time until it listens and until the first answer; memory after it and after further turns.</returns>
    private static async Task<double[]> MeasureStartAsync(string folder, string data, int turns)
    {
        await using var server = await ServerProcess.StartProgramAsync(
            Path.Combine(folder, "PolicyAssistantBot.dll"),
            data,
            "http://127.0.0.1:0",
            ("Widget__TokensPerMinute", "10000"),
            ("Knowledge__Snapshots", data)
        );
        var listening = server.ProcessorTime;
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        using var client = await BenchmarkClient.OpenAsync(http);
        await client.AskAsync(Question);
        var (answered, memory) = (server.ProcessorTime, server.WorkingSet);
        var questions = turns == 0 ? null : new Profile.QuestionSource(SourceTree.Combine("Knowledge", "Articles"));
        for (var i = 0; i < turns; i++)
        {
            await client.AskAsync(questions!.Next());
        }

        return [listening.TotalMilliseconds, answered.TotalMilliseconds, memory / 1024.0 / 1024.0, server.WorkingSet / 1024.0 / 1024.0];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
