using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Store;

/// <summary>
/// Gives out case numbers. Each is committed before it is returned, so none is given twice, whatever happens afterwards;
/// one that is not used leaves a gap.
/// </summary>
internal sealed class CaseNumberAllocator(IDbContextFactory<AssistantDb> dbContextFactory, TimeProvider time)
{
    public async Task<CaseNumber> NextAsync(CancellationToken cancellationToken)
    {
        // The year that the asker's calendar shows.
        var year = time.GetUtcNow().ToHanoi().Year;
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var lastSerials = await db
            .Database.SqlQuery<long>(
                $"""
                INSERT INTO "CaseNumbers" ("Year", "Last") VALUES ({year}, 1)
                ON CONFLICT ("Year") DO UPDATE SET "Last" = "CaseNumbers"."Last" + 1
                RETURNING "Last" AS "Value"
                """
            )
            .ToListAsync(cancellationToken);
        return new CaseNumber(year, lastSerials[0]);
    }
}

/// <summary>The last serial given out in a year.</summary>
internal sealed record CaseNumberCounter(int Year, long Last);
