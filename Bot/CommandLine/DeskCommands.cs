using System.CommandLine;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.CommandLine;

/// <summary><c>desk verify</c>: verifies that no case's history was altered; <c>desk accounts</c>.</summary>
internal static class DeskCommands
{
    public static Command Create()
    {
        var command = new Command("desk", "Commands for the cases of the officials' pages.");
        command.Subcommands.Add(CreateVerify());
        command.Subcommands.Add(AccountCommands.Create());
        return command;
    }

    private static Command CreateVerify()
    {
        var data = new Option<string?>("--data") { Description = "The data folder; default: that of the service." };
        var command = new Command(
            "verify",
            "Verify the history of every case. Exit code: 0 all are intact, 1 one was altered, 2 there is no database."
        )
        {
            data,
        };
        command.SetAction((parsed, cancellationToken) => VerifyAsync(parsed.GetValue(data), Console.Out, Console.Error, cancellationToken));
        return command;
    }

    internal static async Task<int> VerifyAsync(
        string? dataFolder,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken
    )
    {
        await using var app = LocalStorage.BuildService(dataFolder, errors, services => services.AddRequests());
        if (app is null)
        {
            return 2;
        }

        var report = await app.Services.GetRequiredService<HistoryVerifier>().VerifyAsync(cancellationToken);
        foreach (var (number, found) in report.BrokenHistories)
        {
            await output.WriteLineAsync($"{number}: entry {found.Sequence}: {Explain(found.Problem)}");
        }

        await output.WriteLineAsync($"{report.Cases} cases, {report.Events} entries, {report.BrokenHistories.Count} broken");
        return report.BrokenHistories.Count == 0 ? 0 : 1;
    }

    private static string Explain(HistoryProblem fault) =>
        fault switch
        {
            HistoryProblem.Missing => "an entry is missing, was added or is out of order",
            HistoryProblem.Changed => "the entry does not match its hash",
            _ => "the text or the facts do not match the entry",
        };
}
