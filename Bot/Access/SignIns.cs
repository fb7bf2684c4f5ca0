using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access;

/// <summary>
/// Lets people in. An attempt is counted before the password is looked at, so that guesses made side by side do not escape the count,
/// and names without an account are treated like the others.
/// </summary>
internal sealed class SignIns(IDbContextFactory<AssistantDb> databases, Passwords passwords, TimeProvider time, IOptions<AccessOptions> options)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    public async Task<SignInOutcome> TryAsync(string userName, string password, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var name = Accounts.Normalize(userName);
        var now = time.GetUtcNow();
        if (await CountAsync(db, name, now, cancellationToken) is { } wait)
        {
            return new SignInOutcome.Wait(wait);
        }

        var account = await db.Set<Account>().FirstOrDefaultAsync(a => a.UserName == name, cancellationToken);
        if (!passwords.IsRight(account, password) || account is null or { IsDisabled: true } || account.OneTimeUntil < now)
        {
            return new SignInOutcome.Refused();
        }

        account.SignedInAt = now;
        await db.SaveChangesAsync(cancellationToken);
        await db.Set<SignInThrottle>().Where(t => t.UserName == name).ExecuteDeleteAsync(cancellationToken);
        return new SignInOutcome.SignedIn(account);
    }

    /// <summary>How long the attempt after so many has to wait.</summary>
    public static TimeSpan WaitAfter(int attempts, AccessOptions options)
    {
        var costly = attempts - options.FreeAttempts;
        return costly < 0 ? TimeSpan.Zero
            : costly >= 20 ? options.LongestWait
            : TimeSpan.FromTicks(Math.Min(options.FirstWait.Ticks << costly, options.LongestWait.Ticks));
    }

    /// <summary>Counts an attempt; returns how long to wait when it comes too early, and then does not count it.</summary>
    private async Task<TimeSpan?> CountAsync(AssistantDb db, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var throttle = await db.Set<SignInThrottle>().FirstOrDefaultAsync(t => t.UserName == name, cancellationToken);
        if (throttle is null)
        {
            var old = now - Remembered;
            await db.Set<SignInThrottle>().Where(t => t.NotBefore < old).ExecuteDeleteAsync(cancellationToken);
            db.Add(throttle = new SignInThrottle { UserName = name, NotBefore = now });
        }

        if (throttle.NotBefore > now)
        {
            return throttle.NotBefore - now;
        }

        throttle.Attempts++;
        throttle.NotBefore = now + WaitAfter(throttle.Attempts, options.Value);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}

internal abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    internal sealed record SignedIn(Account Account) : SignInOutcome;

    /// <summary>Unknown, disabled, a wrong password or a one-time password that is too old: never told apart.</summary>
    internal sealed record Refused : SignInOutcome;

    internal sealed record Wait(TimeSpan Time) : SignInOutcome;
}
