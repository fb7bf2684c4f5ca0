using System.Diagnostics;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>Runs a script of <c>.ci</c>.</summary>
internal static class RepositoryScript
{
    /// <param name="tools">A folder whose programs take the place of those on the path; null for none.</param>
    public static async Task<(int Status, string Output)> RunAsync(string script, string? tools, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [SourceTree.Combine(".ci", script), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (tools is not null)
        {
            start.Environment["PATH"] = $"{tools}:{Environment.GetEnvironmentVariable("PATH")}";
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Wait.Limit);
        return (process.ExitCode, output + await errors);
    }
}
