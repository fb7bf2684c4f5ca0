using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Limits;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access.Audit;

/// <summary>Which events are shown.</summary>
/// <param name="AccountId">Only acts of this account; null for all.</param>
/// <param name="Before">The number of the last event of the previous page; null for the first page.</param>
internal sealed record SecurityEventQuery(
    SecurityEventKind? Kind,
    string? AccountId,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    long? Before
);

/// <summary>
/// Records acts that matter for security: a row that the database protects from changes, and one line of the program's log with the kind
/// as event id.
/// </summary>
internal sealed class SecurityLog(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time, ILogger<SecurityLog> logger)
    : IDisposable
{
    public const int PageSize = 100;

    private const int MaxDetailLength = 200;
    private const int BatchSize = 1000;

    /// <summary>Blocked attempts cost their sender nothing, so one a minute and address stands for all.</summary>
    private readonly PartitionedRateLimiter<string> blockedAttempts = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            address,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = 1, Window = TimeSpan.FromMinutes(1) }
        )
    );

    /// <summary>Records an act of the person of the request.</summary>
    /// <param name="subject">The user name of the account that was acted on.</param>
    public Task RecordAsync(
        HttpContext context,
        SecurityEventKind kind,
        string? subject,
        string? detail,
        CancellationToken cancellationToken
    ) =>
        RecordAsync(
            kind,
            SignedInAccount.From(context.User) is { } account ? (account.Id, account.DisplayName) : null,
            subject,
            NetworkAddress.Of(context),
            detail,
            cancellationToken
        );

    public async Task RecordAsync(
        SecurityEventKind kind,
        (string Id, string Name)? actor,
        string? subject,
        string address,
        string? detail,
        CancellationToken cancellationToken
    )
    {
        using var lease = kind == SecurityEventKind.SignInBlocked ? blockedAttempts.AttemptAcquire(address) : null;
        if (lease is { IsAcquired: false })
        {
            return;
        }

        var securityEvent = new SecurityEvent
        {
            At = time.GetUtcNow(),
            Kind = kind,
            ActorId = actor?.Id,
            ActorName = actor?.Name,
            Subject = subject,
            Address = address,
            Detail = detail is { Length: > MaxDetailLength } ? detail[..MaxDetailLength] : detail,
        };
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        db.Add(securityEvent);
        await db.SaveChangesAsync(cancellationToken);
        Log(securityEvent);
    }

    /// <summary>Lists events, newest first, one more than a page.</summary>
    public async Task<IReadOnlyList<SecurityEvent>> ListAsync(SecurityEventQuery query, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await Filter(db, query).OrderByDescending(e => e.Number).Take(PageSize + 1).ToListAsync(cancellationToken);
    }

    /// <summary>All events of the query, newest first.</summary>
    public async IAsyncEnumerable<SecurityEvent> ReadAllAsync(
        SecurityEventQuery query,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (var before = query.Before; ; )
        {
            await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
            var batch = await Filter(db, query with { Before = before })
                .OrderByDescending(e => e.Number)
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            foreach (var securityEvent in batch)
            {
                yield return securityEvent;
            }

            if (batch.Count < BatchSize)
            {
                yield break;
            }

            before = batch[^1].Number;
        }
    }

    public void Dispose() => blockedAttempts.Dispose();

    private static IQueryable<SecurityEvent> Filter(AssistantDb db, SecurityEventQuery query)
    {
        var events = db.Set<SecurityEvent>().AsNoTracking();
        events = query.Kind is { } kind ? events.Where(e => e.Kind == kind) : events;
        events = query.AccountId is { } accountId ? events.Where(e => e.ActorId == accountId) : events;
        events = query.From is { } from ? events.Where(e => e.At >= from) : events;
        events = query.Until is { } until ? events.Where(e => e.At < until) : events;
        return query.Before is { } before ? events.Where(e => e.Number < before) : events;
    }

    /// <summary>
    /// Without the detail, which has names and what people typed: whoever may read the security log finds it there. The source generator
    /// for log messages knows only fixed event ids.
    /// </summary>
    private void Log(SecurityEvent securityEvent)
    {
        KeyValuePair<string, object?>[] state =
        [
            new("Kind", securityEvent.Kind.ToString()),
            new("ActorId", securityEvent.ActorId),
            new("Subject", securityEvent.Subject),
            new("Address", securityEvent.Address),
        ];
        logger.Log(
            LogLevel.Information,
            new EventId((int)securityEvent.Kind, securityEvent.Kind.ToString()),
            state,
            null,
            static (properties, _) =>
                $"Security: {string.Join(", ", properties.Where(p => p.Value is not null).Select(p => $"{p.Key} {p.Value}"))}"
        );
    }
}
