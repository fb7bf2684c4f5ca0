using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access.Attempts;

/// <summary>
/// Slows down guessing of passwords and codes. An attempt is counted before it is checked, so that parallel guesses do not escape the
/// count.
/// </summary>
internal sealed class SignInLimits(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time, IOptions<AccessOptions> options)
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(1);

    /// <summary>Counts an attempt in all the scopes. Returns the remaining wait when it comes too early for one of them and is not
    /// counted; otherwise null.</summary>
    public async Task<TimeSpan?> CountAttemptAsync(string subject, IReadOnlyList<AttemptScope> scopes, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        string[] keys = [.. scopes.Select(s => s.Key)];
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var counts = await db.Set<AttemptCount>()
            .Where(c => c.Subject == subject && keys.Contains(c.Scope))
            .ToDictionaryAsync(c => c.Scope, cancellationToken);
        if (counts.Values.Where(c => c.NotBefore > now).Select(c => c.NotBefore - now) is var waits && waits.Any())
        {
            return waits.Max();
        }

        if (counts.Count < scopes.Count)
        {
            var oldestKept = now - Retention;
            await db.Set<AttemptCount>()
                .Where(c => c.NotBefore < oldestKept && !(c.Subject == subject && keys.Contains(c.Scope)))
                .ExecuteDeleteAsync(cancellationToken);
        }

        foreach (var scope in scopes)
        {
            if (!counts.TryGetValue(scope.Key, out var count))
            {
                db.Add(count = new AttemptCount { Subject = subject, Scope = scope.Key });
            }

            count.Attempts = count.NotBefore < now - Retention ? 1 : count.Attempts + 1;
            count.NotBefore = now + scope.GetWaitAfter(count.Attempts);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Clears one count after a successful attempt.</summary>
    public async Task ClearAttemptsAsync(string subject, AttemptScope scope, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Set<AttemptCount>().Where(c => c.Subject == subject && c.Scope == scope.Key).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Takes an attempt back that succeeded or was not checked; earlier ones stay.</summary>
    public async Task UncountAttemptAsync(string subject, IReadOnlyList<AttemptScope> scopes, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        string[] keys = [.. scopes.Select(s => s.Key)];
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Set<AttemptCount>()
            .Where(c => c.Subject == subject && keys.Contains(c.Scope) && c.Attempts > 0)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.Attempts, c => c.Attempts - 1).SetProperty(c => c.NotBefore, now),
                cancellationToken
            );
    }

    /// <summary>Counts an attempt from an address. Returns the remaining wait when there were too many and this one is not
    /// counted; otherwise null.</summary>
    public async Task<TimeSpan?> CountAddressAsync(string address, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var addressRow = await db.Set<SignInAddress>().FirstOrDefaultAsync(a => a.Address == address, cancellationToken);
        if (addressRow is null || addressRow.WindowEndsAt <= now)
        {
            await db.Set<SignInAddress>().Where(a => a.WindowEndsAt <= now).ExecuteDeleteAsync(cancellationToken);
            db.ChangeTracker.Clear();
            db.Add(addressRow = new SignInAddress { Address = address, WindowEndsAt = now + options.Value.AddressWindow });
        }

        if (addressRow.Attempts >= options.Value.AddressAttempts)
        {
            return addressRow.WindowEndsAt - now;
        }

        addressRow.Attempts++;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Takes a successful attempt off the count. Failed ones stay, so that a person with one account cannot hide guesses at
    /// others.</summary>
    public async Task UncountAddressAsync(string address, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Set<SignInAddress>()
            .Where(a => a.Address == address && a.Attempts > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Attempts, a => a.Attempts - 1), cancellationToken);
    }
}
