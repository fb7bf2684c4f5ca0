using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access;

/// <summary>
/// Knows people by name and password. Names without an account are treated like the others.
/// </summary>
internal sealed class SignIns(IDbContextFactory<AssistantDb> databases, Passwords passwords, SignInLimits limits, TimeProvider time)
{
    public async Task<SignInOutcome> TryAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var name = Accounts.Normalize(userName);
        var now = time.GetUtcNow();
        if (await limits.CountAsync(name, cancellationToken) is { } wait)
        {
            return new SignInOutcome.Wait(wait);
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);

        var account = await db.Set<Account>().FirstOrDefaultAsync(a => a.UserName == name, cancellationToken);
        if (!passwords.IsRight(account, password) || account is null or { IsDisabled: true } || account.OneTimeUntil < now)
        {
            return new SignInOutcome.Refused();
        }

        account.SignedInAt = now;
        await db.SaveChangesAsync(cancellationToken);
        await limits.ForgiveAsync(name, cancellationToken);
        return new SignInOutcome.SignedIn(account);
    }
}

internal abstract record SignInOutcome
{
    private SignInOutcome() { }

    internal sealed record SignedIn(Account Account) : SignInOutcome;

    /// <summary>Unknown, disabled, a wrong password or a one-time password that is too old: never told apart.</summary>
    internal sealed record Refused : SignInOutcome;

    internal sealed record Wait(TimeSpan Time) : SignInOutcome;
}
