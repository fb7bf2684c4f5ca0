using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access.Passwords;

/// <summary>
/// Creates the first account (<see cref="AccessOptions.FirstUserName"/>) on the first start and shows its one-time password. Until somebody
/// signs in with it, each start shows a new password; so if the password is lost, restart the service.
/// </summary>
internal sealed class FirstAdministratorSeeder(
    IDbContextFactory<AssistantDb> dbContextFactory,
    AccountStore accountStore,
    FirstPasswordNotice notice,
    IOptions<AccessOptions> options
) : IHostedLifecycleService
{
    /// <summary>Runs after the server has started, so that the first requests do not wait for it.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var userName = options.Value.FirstUserName;
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var oldestAccounts = await db.Set<Account>().AsNoTracking().OrderBy(a => a.CreatedAt).Take(2).ToListAsync(cancellationToken);
        var outcome = oldestAccounts switch
        {
            [] => await accountStore.CreateAsync(userName, "Quản trị viên", Roles.Administrator | Roles.Supervisor, cancellationToken),
            [{ LastSignInAt: null, MustChangePassword: true } only] when only.UserName == userName => await accountStore.ResetPasswordAsync(
                only.Id,
                cancellationToken
            ),
            _ => null,
        };
        if (outcome is AccountOutcome.Succeeded { OneTimePassword: { } password })
        {
            await notice.ShowAsync(userName, password, cancellationToken);
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
