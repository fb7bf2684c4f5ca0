using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access;

/// <summary>
/// Slows down guessing of passwords and codes, per user name and per network address. An attempt is counted before it is checked, so
/// that parallel guesses do not escape the count.
/// </summary>
internal sealed class SignInLimits(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time, IOptions<AccessOptions> options)
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(1);

    /// <summary>The key for codes of an account; it cannot be a user name, which has no capitals.</summary>
    public static string GetCodeKey(string accountId) => $"CODE {accountId}";

    /// <summary>The sender's network: one IPv4 address, or the /64 prefix that one household or office has in IPv6.</summary>
    public static string GetNetworkAddress(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
        {
            return "none";
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]).ToString()
            : address.ToString();
    }

    /// <summary>The wait before the next attempt.</summary>
    public static TimeSpan GetWaitAfter(int attempts, AccessOptions options)
    {
        var penalizedAttempts = attempts - options.FreeAttempts;
        return penalizedAttempts < 0 ? TimeSpan.Zero
            : penalizedAttempts >= 20 ? options.MaxWait
            : TimeSpan.FromTicks(Math.Min(options.FirstWait.Ticks << penalizedAttempts, options.MaxWait.Ticks));
    }

    /// <summary>Counts an attempt with a user name. Returns the remaining wait when the attempt comes too early and is not
    /// counted; otherwise null.</summary>
    public async Task<TimeSpan?> CountAttemptAsync(string name, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var throttle = await db.Set<SignInThrottle>().FirstOrDefaultAsync(t => t.UserName == name, cancellationToken);
        if (throttle is null)
        {
            var oldestKept = now - Retention;
            await db.Set<SignInThrottle>().Where(t => t.NotBefore < oldestKept).ExecuteDeleteAsync(cancellationToken);
            db.Add(throttle = new SignInThrottle { UserName = name, NotBefore = now });
        }

        if (throttle.NotBefore > now)
        {
            return throttle.NotBefore - now;
        }

        throttle.Attempts++;
        throttle.NotBefore = now + GetWaitAfter(throttle.Attempts, options.Value);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Clears the count after a successful attempt.</summary>
    public async Task ClearAttemptsAsync(string name, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Set<SignInThrottle>().Where(t => t.UserName == name).ExecuteDeleteAsync(cancellationToken);
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

/// <summary>Attempts to sign in from one address within a time window.</summary>
internal sealed class SignInAddress
{
    public required string Address { get; init; }

    /// <summary>Failed attempts, and those in progress.</summary>
    public int Attempts { get; set; }

    /// <summary>The end of the time window.</summary>
    public required DateTimeOffset WindowEndsAt { get; init; }
}
