using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Storage;

public sealed class MigrationTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_migrated_schema_equals_the_schema_of_the_model()
    {
        await using var migrated = await StorageHost.OpenAsync(folder);
        await using var db = await migrated.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        await using var model = new AssistantDb(
            new DbContextOptionsBuilder<AssistantDb>().UseSqlite($"Data Source={folder.File("model.db")};Pooling=False").Options
        );
        await model.Database.EnsureCreatedAsync();
        Assert.Equal(await ReadSchemaAsync(model), await ReadSchemaAsync(db));
    }

    [PostgresFact]
    public async Task The_migrated_schema_equals_the_schema_of_the_model_in_PostgreSQL()
    {
        await using var migrated = await StorageHost.OpenAsync(folder, DatabaseKind.PostgreSql);
        await using var db = await migrated.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        await using var model = new AssistantDb(
            new DbContextOptionsBuilder<AssistantDb>().UseNpgsql(await PostgresServer.CreateEmptyDatabaseAsync()).Options
        );
        await model.Database.EnsureCreatedAsync();
        Assert.Equal(await ReadPostgresSchemaAsync(model), await ReadPostgresSchemaAsync(db));
        Assert.Equal(
            ["C"],
            await db
                .Database.SqlQueryRaw<string>(
                    """
                    SELECT DISTINCT collation_name::text AS "Value" FROM information_schema.columns
                    WHERE table_schema = 'public' AND data_type IN ('text', 'character varying') AND table_name NOT LIKE '\_\_EF%'
                    """
                )
                .ToListAsync()
        );
        await migrated.Get<DatabaseMigrator>().MigrateAsync(default);
    }

    [Fact]
    public async Task A_lock_left_by_a_crashed_migration_does_not_block_the_next_start()
    {
        await using (
            var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.File("assistant.db")};Pooling=False")
        )
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01')
                """;
            await command.ExecuteNonQueryAsync();
        }

        await using var storage = await StorageHost.OpenAsync(folder).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Empty(await storage.Turns.ListPendingAsync(1, default));
    }

    private static async Task<string> ReadPostgresSchemaAsync(AssistantDb db)
    {
        var columns = await db
            .Database.SqlQueryRaw<string>(
                """
                SELECT concat_ws(' ', table_name || '.' || column_name, data_type, character_maximum_length, 'null=' || is_nullable,
                    column_default, 'identity=' || is_identity) AS "Value"
                FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%' AND table_name <> 'RequestSearch'
                """
            )
            .ToListAsync();
        var indexes = await db
            .Database.SqlQueryRaw<string>(
                """
                SELECT indexdef AS "Value" FROM pg_indexes
                WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%' AND tablename <> 'RequestSearch'
                """
            )
            .ToListAsync();
        var keys = await db
            .Database.SqlQueryRaw<string>(
                """SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) AS "Value" FROM pg_constraint WHERE contype = 'f'"""
            )
            .ToListAsync();
        return string.Join(
            '\n',
            columns.Order(StringComparer.Ordinal).Concat(indexes.Order(StringComparer.Ordinal)).Concat(keys.Order(StringComparer.Ordinal))
        );
    }

    /// <summary>All columns and indexes, one per line, in an order that does not depend on their creation.</summary>
    private static async Task<string> ReadSchemaAsync(AssistantDb db)
    {
        var columns = await db
            .Database.SqlQueryRaw<string>(
                """
                SELECT t.name || '.' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' pk=' || c.pk
                    || ' default=' || COALESCE(c.dflt_value, '') AS Value
                FROM sqlite_master t JOIN pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
                    AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'RequestSearch%'
                """
            )
            .ToListAsync();
        var indexes = await db
            .Database.SqlQueryRaw<string>("SELECT sql AS Value FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
            .ToListAsync();
        var keys = await db
            .Database.SqlQueryRaw<string>(
                """
                SELECT t.name || ' -> ' || k."table" || ' ' || k."from" || ' ' || k."to" || ' ' || k.on_delete AS Value
                FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) k WHERE t.type = 'table'
                """
            )
            .ToListAsync();
        return string.Join(
            '\n',
            columns.Order(StringComparer.Ordinal).Concat(indexes.Order(StringComparer.Ordinal)).Concat(keys.Order(StringComparer.Ordinal))
        );
    }
}
