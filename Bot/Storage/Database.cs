using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;
using Npgsql;
using PolicyAssistantBot.Storage.PostgreSql;

namespace PolicyAssistantBot.Storage;

/// <summary>Creates or migrates the database before anything uses it.</summary>
internal sealed class Database(
    IDbContextFactory<AssistantDb> factory,
    DataFolder folder,
    IConfiguration configuration,
    IOptions<StorageOptions> options
)
{
    /// <summary>Whether the database exists; the check does not create it.</summary>
    public static bool IsThere(IConfiguration configuration, IHostEnvironment environment, out string file)
    {
        file = Path.Combine(
            DataFolder.Locate(configuration, environment),
            configuration["Storage:FileName"] ?? new StorageOptions().FileName
        );
        return PostgreSqlConnection.IsNamed(configuration) || File.Exists(file);
    }

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (IsCurrent())
        {
            return;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        if (!pending.Any())
        {
            return;
        }

        if (db.Database.IsNpgsql())
        {
            await db.Database.MigrateAsync(cancellationToken);
            await TextOrder.ApplyAsync(db, cancellationToken);
            return;
        }

        // WAL is a property of the file: readers do not wait for the writer. The migration lock of a process that died would never be
        // released.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Whether every migration has been applied, without the EF model, because building it takes most of the start.</summary>
    private bool IsCurrent()
    {
        try
        {
            using var connection = ForReading();
            if (connection is null)
            {
                return false;
            }

            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;
            using var rows = command.ExecuteReader();
            var applied = new HashSet<string>(StringComparer.Ordinal);
            while (rows.Read())
            {
                applied.Add(rows.GetString(0));
            }

            return typeof(AssistantDb)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Migration)))
                .All(type => applied.Contains(type.GetCustomAttribute<MigrationAttribute>()!.Id));
        }
        catch (DbException)
        {
            // No history, no database or a locked one: the full migration finds out which.
            return false;
        }
    }

    /// <summary>Null when there is no file yet.</summary>
    private DbConnection? ForReading()
    {
        if (PostgreSqlConnection.IsNamed(configuration))
        {
            return new NpgsqlConnection(PostgreSqlConnection.Read(configuration, options.Value.BusyTimeout));
        }

        var source = new SqliteConnectionStringBuilder
        {
            DataSource = folder.DatabaseFile,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        return File.Exists(folder.DatabaseFile) ? new SqliteConnection(source.ToString()) : null;
    }
}
