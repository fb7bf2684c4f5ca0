using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access;

/// <summary>
/// Creates the account <c>admin</c> on the first start and prints its one-time password. Until somebody signs in with it, each
/// start prints a new password; so if the password is lost, restart the service.
/// </summary>
internal sealed class FirstAdministratorSeeder(
    IDbContextFactory<AssistantDb> dbContextFactory,
    AccountStore accountStore,
    PasswordConsole console
) : IHostedLifecycleService
{
    public const string UserName = "admin";

    /// <summary>Runs after the server has started, so that the first requests do not wait for it.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var oldestAccounts = await db.Set<Account>().AsNoTracking().OrderBy(a => a.CreatedAt).Take(2).ToListAsync(cancellationToken);
        var outcome = oldestAccounts switch
        {
            [] => await accountStore.CreateAsync(UserName, "Quản trị viên", Roles.Administrator | Roles.Supervisor, cancellationToken),
            [{ UserName: UserName, LastSignInAt: null, MustChangePassword: true }] => await accountStore.ResetPasswordAsync(
                oldestAccounts[0].Id,
                cancellationToken
            ),
            _ => null,
        };
        if (outcome is AccountOutcome.Succeeded { OneTimePassword: { } password })
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

/// <summary>Where the first password is printed: the console, never the log.</summary>
internal sealed record PasswordConsole(TextWriter Output);
