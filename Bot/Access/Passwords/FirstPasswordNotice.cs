using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access.Passwords;

/// <summary>The terminal of the person who starts the program; redirected output, which containers and journals keep, is none.</summary>
internal sealed record PasswordConsole(TextWriter Output, bool IsTerminal);

/// <summary>
/// Shows the first administrator's one-time password: in the terminal, otherwise in a file that only the service's account may read and
/// whose path is logged. The password itself is never logged.
/// </summary>
internal sealed partial class FirstPasswordNotice(PasswordConsole console, DataFolder dataFolder, ILogger<FirstPasswordNotice> logger)
{
    private string FilePath => Path.Combine(dataFolder.Path, "first-password.txt");

    public async Task ShowAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var text = $"""

              Tài khoản quản trị đầu tiên / First administrator
                {userName}
                {password}
              Mật khẩu dùng một lần: đổi khi đăng nhập tại /desk. / One-time password: change it when you sign in at /desk.

            """;
        Remove();
        if (console.IsTerminal)
        {
            await console.Output.WriteLineAsync(text.AsMemory(), cancellationToken);
            return;
        }

        await using (var writer = new StreamWriter(PrivateFile.CreateNew(FilePath)))
        {
            await writer.WriteLineAsync(text.AsMemory(), cancellationToken);
        }

        LogWritten(FilePath);
    }

    /// <summary>Deletes the file of an earlier start.</summary>
    public void Remove() => File.Delete(FilePath);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The one-time password of the first administrator is in {Path}; it is valid until it is used or the service starts again"
    )]
    private partial void LogWritten(string path);
}
