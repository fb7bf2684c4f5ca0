using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Access.Preferences;

/// <summary>Stores what pages remember for each person.</summary>
internal sealed class PreferenceStore(IDbContextFactory<AssistantDb> dbContextFactory)
{
    public const int MaxPerKind = 20;

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<AccountPreference>> ListAsync(
        string accountId,
        PreferenceKind kind,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<AccountPreference>()
            .AsNoTracking()
            .Where(p => p.AccountId == accountId && p.Kind == kind)
            .OrderBy(p => p.Name)
            .Take(MaxPerKind)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Adds the preference, or replaces the one of the same name.</summary>
    /// <returns>False when the person has as many as can be kept.</returns>
    public async Task<bool> SaveAsync(AccountPreference preference, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var (accountId, kind, name, value) = (preference.AccountId, preference.Kind.ToString(), preference.Name, preference.Value);
        return await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "AccountPreferences" ("AccountId", "Kind", "Name", "Value")
                SELECT {accountId}, {kind}, {name}, {value}
                WHERE {MaxPerKind} > (
                    SELECT COUNT(*) FROM "AccountPreferences" p
                    WHERE p."AccountId" = {accountId} AND p."Kind" = {kind} AND p."Name" <> {name})
                ON CONFLICT ("AccountId", "Kind", "Name") DO UPDATE SET "Value" = excluded."Value"
                """,
                cancellationToken
            ) > 0;
    }

    public async Task RemoveAsync(string accountId, PreferenceKind kind, string name, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Set<AccountPreference>()
            .Where(p => p.AccountId == accountId && p.Kind == kind && p.Name == name)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
