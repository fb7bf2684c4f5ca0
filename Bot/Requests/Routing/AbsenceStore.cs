using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Routing;

/// <summary>A period in which an official is assigned no new cases.</summary>
public sealed class Absence
{
    public required string AccountId { get; init; }

    public required DateOnly From { get; set; }

    /// <summary>Inclusive.</summary>
    public required DateOnly Until { get; set; }
}

/// <summary>Stores absences: for each official at most one, the current or the next.</summary>
internal sealed class AbsenceStore(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time)
{
    /// <summary>The current date in Vietnam.</summary>
    public DateOnly Today => HanoiTime.DayOf(time.GetUtcNow());

    public async Task<Absence?> FindAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<Absence>().AsNoTracking().FirstOrDefaultAsync(a => a.AccountId == accountId, cancellationToken);
    }

    /// <summary>The absences that have not ended.</summary>
    public async Task<IReadOnlyList<Absence>> ListAsync(CancellationToken cancellationToken)
    {
        var today = Today;
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        return await db.Set<Absence>().AsNoTracking().Where(a => a.Until >= today).OrderBy(a => a.From).ToListAsync(cancellationToken);
    }

    /// <summary>Sets the absence of an official; null removes it.</summary>
    public async Task SetAsync(string accountId, (DateOnly From, DateOnly Until)? days, CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        await db.Set<Absence>().Where(a => a.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        if (days is var (from, until))
        {
            db.Add(
                new Absence
                {
                    AccountId = accountId,
                    From = from,
                    Until = until,
                }
            );
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("Absences").HasKey(a => a.AccountId);
        builder.Property(a => a.AccountId).HasMaxLength(100);
    }
}
