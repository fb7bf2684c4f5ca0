using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.CommandLine;

/// <summary>
/// <c>ops erasures export</c> and <c>ops erasures repeat</c>: the list of erasures, kept elsewhere, makes a restored database forget again.
/// </summary>
internal static class ErasureCommands
{
    public static Command Create()
    {
        var command = new Command("erasures", "The list of erasures of personal data, for the time after a restore.");
        var data = LocalStorage.CreateFolderOption();
        var file = new Argument<FileInfo>("file") { Description = "The list: one JSON document a line, without names." };
        var export = new Command("export", "Add the erasures that the database knows to a file.") { file, data };
        export.SetAction(
            (parsed, cancellationToken) =>
                ExportAsync(parsed.GetValue(data), parsed.GetValue(file)!.FullName, Console.Out, Console.Error, cancellationToken)
        );
        var repeat = new Command(
            "repeat",
            "Hand a list to the service, which repeats the erasures that its database does not know: within seconds, or at its next start."
        )
        {
            file,
            data,
        };
        repeat.SetAction(parsed => Repeat(parsed.GetValue(data), parsed.GetValue(file)!.FullName, Console.Out, Console.Error));
        command.Subcommands.Add(export);
        command.Subcommands.Add(repeat);
        return command;
    }

    internal static async Task<int> ExportAsync(
        string? dataFolder,
        string file,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken
    )
    {
        await using var app = LocalStorage.BuildService(dataFolder, errors, _ => { });
        if (app is null)
        {
            return 2;
        }

        await using var db = await app
            .Services.GetRequiredService<IDbContextFactory<AssistantDb>>()
            .CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<ErasureRow>().AsNoTracking().OrderBy(e => e.RequestedAt).ToListAsync(cancellationToken);
        ErasureList.Append(file, rows.Select(ErasureEntry.From));
        await output.WriteLineAsync($"{rows.Count} erasures");
        return 0;
    }

    internal static int Repeat(string? dataFolder, string file, TextWriter output, TextWriter errors)
    {
        if (!File.Exists(file))
        {
            errors.WriteLine($"There is no file {file}.");
            return 2;
        }

        using var app = LocalStorage.BuildService(dataFolder, errors, _ => { });
        if (app is null)
        {
            return 2;
        }

        var entries = ErasureList.ReadFile(file);
        ErasureList.Append(Path.Combine(app.Services.GetRequiredService<DataFolder>().Path, ErasureList.FileName), entries);
        output.WriteLine($"{entries.Count} erasures");
        return 0;
    }
}
