using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access;

/// <summary>
/// Slows guessing down, under one name and from one address. An attempt is counted before anything is looked at, so that guesses made side
/// by
/// side do not escape the count.
/// </summary>
internal sealed class SignInLimits(IDbContextFactory<AssistantDb> databases, TimeProvider time, IOptions<AccessOptions> options)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>Under which codes for an account are counted. No user name has capitals.</summary>
    public static string CodeKey(string accountId) => $"CODE {accountId}";

    /// <summary>The sender's network: a household or office has one IPv4 address or one /64 of IPv6.</summary>
    public static string AddressOf(HttpContext context)
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

    /// <summary>How long the attempt after so many has to wait.</summary>
    public static TimeSpan WaitAfter(int attempts, AccessOptions options)
    {
        var costly = attempts - options.FreeAttempts;
        return costly < 0 ? TimeSpan.Zero
            : costly >= 20 ? options.LongestWait
            : TimeSpan.FromTicks(Math.Min(options.FirstWait.Ticks << costly, options.LongestWait.Ticks));
    }

    /// <summary>Counts an attempt under a name; returns how long to wait when it comes too early, and then does not count it.</summary>
    public async Task<TimeSpan?> CountAsync(string name, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
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

    /// <summary>The attempt succeeded: the ones before it are forgotten.</summary>
    public async Task ForgiveAsync(string name, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<SignInThrottle>().Where(t => t.UserName == name).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Counts an attempt from an address; returns how long to wait when there were too many, and then does not count it.</summary>
    public async Task<TimeSpan?> CountAddressAsync(string address, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var seen = await db.Set<SignInAddress>().FirstOrDefaultAsync(a => a.Address == address, cancellationToken);
        if (seen is null || seen.Until <= now)
        {
            await db.Set<SignInAddress>().Where(a => a.Until <= now).ExecuteDeleteAsync(cancellationToken);
            db.ChangeTracker.Clear();
            db.Add(seen = new SignInAddress { Address = address, Until = now + options.Value.AddressWindow });
        }

        if (seen.Attempts >= options.Value.AddressAttempts)
        {
            return seen.Until - now;
        }

        seen.Attempts++;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>The attempt succeeded: it does not count. Those that failed do, so that one known password does not cover for guessing
    /// others.</summary>
    public async Task ForgiveAddressAsync(string address, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<SignInAddress>()
            .Where(a => a.Address == address && a.Attempts > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Attempts, a => a.Attempts - 1), cancellationToken);
    }
}

/// <summary>Attempts to sign in from one address within a span of time.</summary>
internal sealed class SignInAddress
{
    public required string Address { get; init; }

    /// <summary>Failed ones, and those under way.</summary>
    public int Attempts { get; set; }

    /// <summary>When they are forgotten.</summary>
    public required DateTimeOffset Until { get; init; }
}
