using System.Diagnostics;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.JsClients;

/// <summary>The clients' npm packages, restored once where they are missing.</summary>
public sealed class JsClientPackages : IAsyncLifetime
{
    public static string Folder { get; } = SourceTree.Combine("Tests", "JsClients");

    public async Task InitializeAsync()
    {
        if (ToolFactAttribute.IsCi && !Directory.Exists(Path.Combine(Folder, "node_modules", "botframework-webchat")))
        {
            await RunAsync("npm", TimeSpan.FromMinutes(4), "ci");
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>What the program printed; fails the test when it ends badly or not in time.</summary>
    public static async Task<string> RunAsync(string program, TimeSpan patience, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        using var deadline = new CancellationTokenSource(patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            Assert.True(process.ExitCode == 0, await errors + await output);
            return await output;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
