using System.CommandLine;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.CommandLine;

/// <summary><c>desk verify</c>: verifies that no case's history was altered.</summary>
internal static class DeskCommands
{
    public static Command Create()
    {
        var command = new Command("desk", "Look after the desk's cases.");
        command.Subcommands.Add(Verify());
        return command;
    }

    private static Command Verify()
    {
        var data = new Option<string?>("--data") { Description = "The data folder; without it the one that the service uses." };
        var command = new Command("verify", "Prove the history of every case: 0 all hold, 1 one does not, 2 there is no database.")
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
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        if (dataFolder is not null)
        {
            builder.Configuration["Storage:DataFolder"] = Path.GetFullPath(dataFolder);
        }

        if (!DatabaseMigrator.Exists(builder.Configuration, builder.Environment, out var file))
        {
            await errors.WriteLineAsync($"There is no database {file}.");
            return 2;
        }

        builder.Services.AddSingleton(TimeProvider.System).AddStorage().AddRequests();
        await using var app = builder.Build();
        var report = await app.Services.GetRequiredService<HistoryVerifier>().VerifyAsync(cancellationToken);
        foreach (var (number, found) in report.Broken)
        {
            await output.WriteLineAsync($"{number}: entry {found.Sequence}: {Explain(found.Fault)}");
        }

        await output.WriteLineAsync($"{report.Cases} cases, {report.Events} entries, {report.Broken.Count} broken");
        return report.Broken.Count == 0 ? 0 : 1;
    }

    private static string Explain(HistoryProblem fault) =>
        fault switch
        {
            HistoryProblem.Missing => "an entry is missing, was added or stands in another order",
            HistoryProblem.Changed => "the entry is not what its hash says",
            _ => "the text or the facts are not what the entry says",
        };
}
