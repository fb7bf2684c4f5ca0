using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Tests.Issues.Storage;

/// <summary>Each start logged a dozen warnings: the retention limited its queries to a batch without ordering them.</summary>
public sealed class RetentionQueryWarningsTests
{
    [Fact]
    public async Task Expired_rows_are_read_in_a_defined_order()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var options = new DbContextOptionsBuilder<AssistantDb>()
            .UseSqlite(connection)
            .ConfigureWarnings(warnings =>
                warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning)
            )
            .Options;
        await using var db = new AssistantDb(options);
        await db.Database.EnsureCreatedAsync();
        var tables = PersonalDataRegistry.Tables.Where(table => table.HasExpiry).ToList();
        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            Assert.Empty(await table.FindExpiredAsync(db, before: 1_000, batchSize: 10, default).ToListAsync());
            Assert.Empty(await table.FindExpiredPartAsync(db, before: 1_000, batchSize: 10, default).ToListAsync());
        }
    }
}
