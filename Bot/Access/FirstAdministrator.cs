using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access;

/// <summary>
/// Sees to it that somebody can sign in: on the first start it creates the account <c>admin</c> and prints its one-time password.
/// Until somebody has signed in with it, each start prints a new one, so that a console that was lost costs only a restart.
/// </summary>
internal sealed class FirstAdministrator(IDbContextFactory<AssistantDb> databases, Accounts accounts, PasswordConsole console)
    : IHostedLifecycleService
{
    public const string UserName = "admin";

    /// <summary>Once the door is open: the first question must not wait for it.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var known = await db.Set<Account>().AsNoTracking().OrderBy(a => a.CreatedAt).Take(2).ToListAsync(cancellationToken);
        var outcome = known switch
        {
            [] => await accounts.CreateAsync(UserName, "Quản trị viên", Roles.Administrator | Roles.Supervisor, cancellationToken),
            [{ UserName: UserName, SignedInAt: null, MustChangePassword: true }] => await accounts.ResetAsync(
                known[0].Id,
                cancellationToken
            ),
            _ => null,
        };
        if (outcome is AccountOutcome.Done { OneTimePassword: { } password })
        {
            await console.Output.WriteLineAsync(
                $"""

                  Tài khoản quản trị đầu tiên / First administrator
                    {UserName}
                    {password}
                  Mật khẩu dùng một lần: đổi khi đăng nhập tại /desk. / One-time password: change it when you sign in at /desk.

                """
            );
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Where the first password is printed: the console, never a log.</summary>
internal sealed record PasswordConsole(TextWriter Output);
