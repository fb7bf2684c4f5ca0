using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access.Passwords;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access.Sessions;

/// <summary>Starts, finds and ends sessions.</summary>
internal sealed class SessionStore(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time, IOptions<AccessOptions> options)
{
    /// <summary>How often a request updates <see cref="Session.LastSeenAt"/>: each would cost a write.</summary>
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(5);

    public async Task<Session> StartAsync(
        string accountId,
        DateTimeOffset startedAt,
        string address,
        string device,
        CancellationToken cancellationToken
    )
    {
        var session = new Session
        {
            Id = PasswordService.CreateRandomId(),
            AccountId = accountId,
            StartedAt = startedAt,
            LastSeenAt = time.GetUtcNow(),
            Address = address,
            Device = device,
        };
        var oldestKept = OldestStart;
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Set<Session>().Where(s => s.StartedAt <= oldestKept).ExecuteDeleteAsync(cancellationToken);
        db.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        return session;
    }

    /// <summary>The session and its account; null when the session has ended or its account is gone or disabled.</summary>
    public async Task<(Session Session, Account Account)?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var oldestKept = OldestStart;
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var found = await (
            from session in db.Set<Session>().AsNoTracking()
            join account in db.Set<Account>().AsNoTracking() on session.AccountId equals account.Id
            where session.Id == id && session.StartedAt > oldestKept && !account.IsDisabled
            select new { session, account }
        ).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.session, found.account);
    }

    /// <summary>Notes that the person used the session.</summary>
    public async Task TouchAsync(Session session, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - session.LastSeenAt < Precision)
        {
            return;
        }

        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Set<Session>()
            .Where(s => s.Id == session.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancellationToken);
    }

    /// <summary>The sessions of an account that are still valid, the last used first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(string accountId, CancellationToken cancellationToken)
    {
        var oldestKept = OldestStart;
        var lastSeenAfter = time.GetUtcNow() - options.Value.IdleLimit - Precision;
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<Session>()
            .AsNoTracking()
            .Where(s => s.AccountId == accountId && s.StartedAt > oldestKept && s.LastSeenAt > lastSeenAfter)
            .OrderByDescending(s => s.LastSeenAt)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ends one session; a session of another account is left alone.</summary>
    public async Task EndAsync(string accountId, string id, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Set<Session>().Where(s => s.Id == id && s.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Ends all sessions of an account.</summary>
    public async Task EndAllAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Set<Session>().Where(s => s.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
    }

    private DateTimeOffset OldestStart => time.GetUtcNow() - options.Value.MaxSessionLifetime;
}
