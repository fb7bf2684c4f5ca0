using System.CommandLine;
using PolicyAssistantBot.Studio;
using PolicyAssistantBot.Studio.Transfer;

namespace PolicyAssistantBot.CommandLine.Studio;

/// <summary><c>knowledge export</c>, <c>import</c> and <c>verify</c>: the articles in the database of the service.</summary>
internal static class TransferCommands
{
    public static Command CreateExport()
    {
        var output = new Option<DirectoryInfo>("--out") { Description = "The folder to write to.", Required = true };
        var data = LocalStorage.CreateFolderOption();
        var command = new Command(
            "export",
            "Write the live articles of the database as files. Exit code: 0 written, 1 there are none, 2 there is no database."
        )
        {
            output,
            data,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                ExportAsync(parsed.GetValue(data), parsed.GetValue(output)!.FullName, Console.Out, Console.Error, cancellationToken)
        );
        return command;
    }

    public static Command CreateImport()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "The folder with the articles, or the one above it." };
        var reason = new Option<string>("--reason") { Description = "Why, for the record.", Required = true };
        var noGate = new Option<bool>("--no-gate")
        {
            Description = "Do not ask the set questions before and after, for example to move a whole knowledge base. The record says so.",
        };
        var data = LocalStorage.CreateFolderOption();
        var command = new Command(
            "import",
            "Make the articles of a folder live in the database, all at once. Exit code: 0 done, 1 refused with findings, 2 no database."
        )
        {
            folder,
            reason,
            noGate,
            data,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                ImportAsync(
                    parsed.GetValue(data),
                    parsed.GetValue(folder)!.FullName,
                    parsed.GetValue(reason)!,
                    Console.Out,
                    Console.Error,
                    cancellationToken,
                    parsed.GetValue(noGate)
                )
        );
        return command;
    }

    public static Command CreateVerify()
    {
        var data = LocalStorage.CreateFolderOption();
        var command = new Command(
            "verify",
            "Verify the record of the articles in the database. Exit code: 0 intact, 1 something was changed, 2 there is no database."
        )
        {
            data,
        };
        command.SetAction((parsed, cancellationToken) => VerifyAsync(parsed.GetValue(data), Console.Out, Console.Error, cancellationToken));
        return command;
    }

    internal static async Task<int> ExportAsync(
        string? dataFolder,
        string output,
        TextWriter console,
        TextWriter errors,
        CancellationToken cancellationToken
    )
    {
        await using var app = LocalStorage.BuildService(dataFolder, errors, services => services.AddKnowledgeStore());
        if (app is null)
        {
            return 2;
        }

        if (await app.Services.GetRequiredService<KnowledgeTransfer>().ExportAsync(output, cancellationToken) is not { } count)
        {
            await errors.WriteLineAsync("The database has no articles: the service answers from its folder (Knowledge:Source).");
            return 1;
        }

        await console.WriteLineAsync($"{count} articles written to {output}");
        return 0;
    }

    internal static async Task<int> ImportAsync(
        string? dataFolder,
        string folder,
        string reason,
        TextWriter console,
        TextWriter errors,
        CancellationToken cancellationToken,
        bool isGateSkipped = false
    )
    {
        await using var app = LocalStorage.BuildService(dataFolder, errors, services => services.AddKnowledgeStore());
        if (app is null)
        {
            return 2;
        }

        var transfer = app.Services.GetRequiredService<KnowledgeTransfer>();
        var outcome = await transfer.ImportAsync(folder, reason, cancellationToken, isGateSkipped);
        switch (outcome)
        {
            case ImportOutcome.Refused refused:
                foreach (var finding in refused.Findings)
                {
                    await errors.WriteLineAsync(finding.ToString());
                }

                return 1;
            case ImportOutcome.Imported { Set: { } set } imported:
                await console.WriteLineAsync($"set {set} is live: {imported.Changed} articles changed, {imported.Removed} removed");
                return 0;
            default:
                await console.WriteLineAsync("the same articles are live already");
                return 0;
        }
    }

    internal static async Task<int> VerifyAsync(
        string? dataFolder,
        TextWriter console,
        TextWriter errors,
        CancellationToken cancellationToken
    )
    {
        await using var app = LocalStorage.BuildService(dataFolder, errors, services => services.AddKnowledgeStore());
        if (app is null)
        {
            return 2;
        }

        var report = await app.Services.GetRequiredService<StudioVerifier>().VerifyAsync(cancellationToken);
        foreach (var fault in report.Faults)
        {
            await console.WriteLineAsync(fault);
        }

        await console.WriteLineAsync($"{report.Events} events, {report.Sets} sets, {report.Revisions} texts, {report.Faults.Count} faults");
        return report.Faults.Count == 0 ? 0 : 1;
    }
}
