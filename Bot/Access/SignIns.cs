using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access;

/// <summary>Checks a user name and password. The outcome and its time are the same whether the account exists or not.</summary>
internal sealed class SignIns(IDbContextFactory<AssistantDb> dbContextFactory, Passwords passwords, SignInLimits limits, TimeProvider time)
{
    public async Task<SignInOutcome> TryAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var name = Accounts.Normalize(userName);
        var now = time.GetUtcNow();
        if (await limits.CountAsync(name, cancellationToken) is { } wait)
        {
            return new SignInOutcome.Wait(wait);
        }

        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);

        var account = await db.Set<Account>().FirstOrDefaultAsync(a => a.UserName == name, cancellationToken);
        var verified = passwords.Verify(account, password);
        if (verified == PasswordVerificationResult.Failed || account is null or { IsDisabled: true } || account.OneTimeUntil < now)
        {
            return new SignInOutcome.Refused();
        }

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = passwords.Hash(password);
        }

        account.SignedInAt = now;
        await db.SaveChangesAsync(cancellationToken);
        await limits.ClearAsync(name, cancellationToken);
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
