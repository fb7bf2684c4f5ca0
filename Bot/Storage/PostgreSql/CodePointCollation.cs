using Microsoft.EntityFrameworkCore;

namespace PolicyAssistantBot.Storage.PostgreSql;

/// <summary>
/// Makes every text column sort and compare by code point, as SQLite does: paging by case number and prefix search of tax codes must not
/// depend on the collation that a database was created with.
/// </summary>
internal static class CodePointCollation
{
    private const string ApplySql = """
        DO $$
        DECLARE c record;
        BEGIN
            FOR c IN
                SELECT table_name, column_name,
                    CASE WHEN character_maximum_length IS NULL THEN 'text' ELSE 'varchar(' || character_maximum_length || ')' END AS kind
                FROM information_schema.columns
                WHERE table_schema = current_schema() AND data_type IN ('text', 'character varying')
                    AND collation_name IS DISTINCT FROM 'C' AND left(table_name, 4) <> '__EF'
            LOOP
                EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE %s COLLATE "C"', c.table_name, c.column_name, c.kind);
            END LOOP;
        END $$
        """;

    public static Task ApplyAsync(AssistantDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(ApplySql, cancellationToken);
}
