using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;
using Npgsql;
using PolicyAssistantBot.Storage.PostgreSql;

namespace PolicyAssistantBot.Storage;

/// <summary>Creates the database, or migrates it to the current schema, before anything uses it.</summary>
internal sealed class DatabaseMigrator(
    IDbContextFactory<AssistantDb> dbContextFactory,
    DataFolder dataFolder,
    IConfiguration configuration,
    IOptions<StorageOptions> options
)
{
    /// <summary>Whether the database exists; the check does not create it.</summary>
    public static bool Exists(IConfiguration configuration, IHostEnvironment environment, out string databaseFile)
    {
        databaseFile = Path.Combine(
            DataFolder.GetPath(configuration, environment),
            configuration["Storage:FileName"] ?? new StorageOptions().FileName
        );
        return PostgreSqlConnection.IsConfigured(configuration) || File.Exists(databaseFile);
    }

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (!PostgreSqlConnection.IsConfigured(configuration))
        {
            // SQLite gives its other files the mode of this one.
            PrivateFile.Prepare(dataFolder.DatabaseFile);
            PrivateFile.Close($"{dataFolder.DatabaseFile}-wal");
            PrivateFile.Close($"{dataFolder.DatabaseFile}-shm");
        }

        if (IsUpToDate())
        {
            return;
        }

        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        if (!pending.Any())
        {
            return;
        }

        if (db.Database.IsNpgsql())
        {
            await db.Database.MigrateAsync(cancellationToken);
            await CodePointCollation.ApplyAsync(db, cancellationToken);
            return;
        }

        // WAL lets readers go on while a writer works; it is a lasting property of the file. The migration lock is dropped because that of
        // a process that died would never be released.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>
    /// Whether every migration has been applied, without the EF model, because building it takes most of the start-up time.
    /// </summary>
    private bool IsUpToDate()
    {
        try
        {
            using var connection = CreateReadOnlyConnection();
            if (connection is null)
            {
                return false;
            }

            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;
            using var reader = command.ExecuteReader();
            var applied = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read())
            {
                applied.Add(reader.GetString(0));
            }

            return typeof(AssistantDb)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Migration)))
                .All(type => applied.Contains(type.GetCustomAttribute<MigrationAttribute>()!.Id));
        }
        catch (DbException)
        {
            // No migration history, no database, or a locked one: the migration itself reports which.
            return false;
        }
    }

    /// <summary>Null when there is no database file yet.</summary>
    private DbConnection? CreateReadOnlyConnection()
    {
        if (PostgreSqlConnection.IsConfigured(configuration))
        {
            return new NpgsqlConnection(PostgreSqlConnection.BuildConnectionString(configuration, options.Value.BusyTimeout));
        }

        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = dataFolder.DatabaseFile,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        return File.Exists(dataFolder.DatabaseFile) ? new SqliteConnection(connectionString.ToString()) : null;
    }
}
