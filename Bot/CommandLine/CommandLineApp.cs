using System.CommandLine;
using System.Text;

namespace PolicyAssistantBot.CommandLine;

/// <summary>The command line. Without a command the service runs; see <c>--help</c>.</summary>
internal static class CommandLineApp
{
    /// <summary>
    /// False when the first argument is an option of the host (<c>--urls</c>, <c>urls=…</c>). Any other word is a command: one that does
    /// not exist must not start the service.
    /// </summary>
    public static bool IsCommand(string[] args) =>
        args.Length > 0 && (args[0] is "-h" or "-?" or "--help" or "--version" || !IsHostOption(args[0]));

    private static bool IsHostOption(string argument) =>
        argument.StartsWith('-') || argument.StartsWith('/') || argument.Contains('=', StringComparison.Ordinal);

    /// <returns>The exit code: 0 for success, 1 for a refusal or findings, 2 for invalid arguments.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken = default)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var parsed = CreateRootCommand().Parse(args);
        var code = await parsed.InvokeAsync(cancellationToken: cancellationToken);
        return parsed.Errors.Count > 0 ? 2 : code;
    }

    private static RootCommand CreateRootCommand() =>
        new("Answers questions of small and medium enterprises. Without a command it serves http://localhost:3978.")
        {
            AskCommand.Create(),
            KnowledgeCommands.Create(),
            TeamsCommands.Create(),
            DeskCommands.Create(),
            OperationsCommands.Create(),
        };
}
