using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access;

/// <summary>Checks a user name and password. The outcome and its time are the same whether the account exists or not.</summary>
internal sealed class SignInService(
    IDbContextFactory<AssistantDb> dbContextFactory,
    PasswordService passwordService,
    SignInLimits limits,
    TimeProvider time
)
{
    public async Task<SignInOutcome> TryAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var name = AccountStore.NormalizeUserName(userName);
        var now = time.GetUtcNow();
        if (await limits.CountAttemptAsync(name, cancellationToken) is { } wait)
        {
            return new SignInOutcome.Wait(wait);
        }

        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);

        var account = await db.Set<Account>().FirstOrDefaultAsync(a => a.UserName == name, cancellationToken);
        var verified = passwordService.Verify(account, password);
        if (
            verified == PasswordVerificationResult.Failed
            || account is null or { IsDisabled: true }
            || account.OneTimePasswordExpiresAt < now
        )
        {
            return new SignInOutcome.Refused();
        }

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = passwordService.Hash(password);
        }

        account.LastSignInAt = now;
        await db.SaveChangesAsync(cancellationToken);
        await limits.ClearAttemptsAsync(name, cancellationToken);
        return new SignInOutcome.SignedIn(account);
    }
}

internal abstract record SignInOutcome
{
    private SignInOutcome() { }

    internal sealed record SignedIn(Account Account) : SignInOutcome;

    /// <summary>Unknown or disabled account, wrong password or expired one-time password: the person does not learn which.</summary>
    internal sealed record Refused : SignInOutcome;

    internal sealed record Wait(TimeSpan Time) : SignInOutcome;
}
