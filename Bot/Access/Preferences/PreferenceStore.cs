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
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var own = await db.Set<AccountPreference>()
            .Where(p => p.AccountId == preference.AccountId && p.Kind == preference.Kind)
            .ToListAsync(cancellationToken);
        if (own.Find(p => p.Name == preference.Name) is { } existing)
        {
            existing.Value = preference.Value;
        }
        else if (own.Count >= MaxPerKind)
        {
            return false;
        }
        else
        {
            db.Add(preference);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async Task RemoveAsync(string accountId, PreferenceKind kind, string name, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Set<AccountPreference>()
            .Where(p => p.AccountId == accountId && p.Kind == kind && p.Name == name)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
