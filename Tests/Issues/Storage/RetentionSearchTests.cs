using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Privacy.Registry;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.References;
using PolicyAssistantBot.Storage.Turns;

namespace PolicyAssistantBot.Tests.Issues.Storage;

/// <summary>
/// Each search for old messages began at the start of the table. On PostgreSQL, where deleted rows stay in the index until they are
/// vacuumed, it read all of them again: the searches became a hundred times slower in the course of a million deletions.
/// </summary>
public sealed class RetentionSearchTests
{
    private const int RowCount = 6;
    private const int BatchSize = 2;

    [Theory]
    [InlineData(typeof(ActivityRow))]
    [InlineData(typeof(StateRow))]
    [InlineData(typeof(ConversationReferenceRow))]
    [InlineData(typeof(ConversationUserRow))]
    public async Task A_search_goes_on_behind_the_batch_before(Type type)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var db = new AssistantDb(new DbContextOptionsBuilder<AssistantDb>().UseSqlite(connection).Options);
        await db.Database.EnsureCreatedAsync();
        db.AddRange(Enumerable.Range(0, RowCount).SelectMany(CreateRows));
        await db.SaveChangesAsync();

        // Nothing is deleted, so a search from the start would find the first batch again and again.
        var table = PersonalDataRegistry.Tables.Single(table => table.EntityType == type);
        var batches = await table
            .FindExpiredAsync(db, before: 1_000, BatchSize, default)
            .Take(RowCount)
            .Select(rows => rows.Count)
            .ToListAsync();
        Assert.Equal(Enumerable.Repeat(BatchSize, RowCount / BatchSize), batches);
    }

    [Fact]
    public async Task A_batch_deletes_what_it_found_and_nothing_younger()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var db = new AssistantDb(new DbContextOptionsBuilder<AssistantDb>().UseSqlite(connection).Options);
        await db.Database.EnsureCreatedAsync();
        db.AddRange(Enumerable.Range(0, RowCount).Select(i => CreateActivity(i, at: i == 1 ? 5_000 : 1)));
        await db.SaveChangesAsync();

        var table = PersonalDataRegistry.Tables.Single(table => table.EntityType == typeof(ActivityRow));
        await foreach (var rows in table.FindExpiredAsync(db, before: 1_000, batchSize: 4, default))
        {
            await rows.DeleteAsync(db, default);
        }

        // The search ends at the first message that is too young; the next run goes on.
        Assert.Equal([1, 4, 5], await db.Set<ActivityRow>().OrderBy(a => a.Number).Select(a => a.Sequence).ToListAsync());
    }

    private static IEnumerable<object> CreateRows(int i) =>
        [
            CreateActivity(i, at: 1),
            new StateRow { Key = $"c{i}", Json = "{}" },
            new ConversationReferenceRow { Key = $"c{i}", Reference = "{}" },
            new ConversationUserRow
            {
                ChannelId = "c",
                UserId = "u",
                ConversationKey = $"c{i}",
            },
            new ConversationRow
            {
                Key = $"c{i}",
                ChannelId = "c",
                ConversationId = $"{i}",
            },
        ];

    private static ActivityRow CreateActivity(int i, long at) =>
        new()
        {
            ConversationKey = $"c{i}",
            Sequence = i,
            ActivityId = "",
            Timestamp = at,
            Json = "{}",
        };
}
