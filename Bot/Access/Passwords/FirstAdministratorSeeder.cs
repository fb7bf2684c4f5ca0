using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access.Passwords;

/// <summary>
/// Creates the account <c>admin</c> on the first start and shows its one-time password. Until somebody signs in with it, each
/// start shows a new password; so if the password is lost, restart the service.
/// </summary>
internal sealed class FirstAdministratorSeeder(
    IDbContextFactory<AssistantDb> dbContextFactory,
    AccountStore accountStore,
    FirstPasswordNotice notice
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
            await notice.ShowAsync(UserName, password, cancellationToken);
        }
        else
        {
            notice.Remove();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
