using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>
/// A PostgreSQL server for the tests, started on first use in a temporary folder, on a private socket and without syncing to the disk. It
/// reads from the test process and therefore ends with it, however that ends.
/// </summary>
internal static class PostgresServer
{
    private const string Template = "migrated";

    private static readonly Lazy<Task<string>> Socket = new(StartAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Databases = new(StringComparer.Ordinal);

    /// <summary>Referenced while the tests run: the server ends when its input is closed.</summary>
    private static Process? running;

    /// <summary>The folder of initdb and postgres, on the path or where Debian installs the newest; null if not installed.</summary>
    public static string? ProgramFolder { get; } =
        ToolFactAttribute.Find("initdb") is { } found ? Path.GetDirectoryName(found)
        : Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
                .MaxBy(bin => int.Parse(Path.GetFileName(Path.GetDirectoryName(bin)!), CultureInfo.InvariantCulture))
        : null;

    /// <summary>Whether tests use PostgreSQL: if it is installed, and always under CI.</summary>
    public static bool ShouldRun => ProgramFolder is not null || ToolFactAttribute.IsCi;

    /// <summary>The connection string of the folder's database; a new database is migrated and empty.</summary>
    public static Task<string> GetConnectionStringAsync(TempFolder folder) =>
        Databases
            .GetOrAdd(folder.Path, path => new Lazy<Task<string>>(() => CreateDatabaseAsync("t" + Guid.NewGuid().ToString("N"), Template)))
            .Value;

    /// <summary>Creates a database without tables and returns its connection string.</summary>
    public static async Task<string> CreateEmptyDatabaseAsync()
    {
        await Socket.Value;
        return await CreateDatabaseAsync("e" + Guid.NewGuid().ToString("N"), "template0");
    }

    private static async Task<string> CreateDatabaseAsync(string name, string template)
    {
        var socket = await Socket.Value;
        await ExecuteAsync(ConnectionStringFor(socket, "postgres"), $"CREATE DATABASE {name} TEMPLATE {template}");
        return ConnectionStringFor(socket, name);
    }

    private static string ConnectionStringFor(string socket, string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = socket,
            Username = "postgres",
            Database = database,
            Pooling = database != "postgres" && database != Template,
            MaxPoolSize = 20,
        }.ToString();

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are constants of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> StartAsync()
    {
        var programFolder =
            ProgramFolder
            ?? throw new InvalidOperationException("PostgreSQL is not installed: neither initdb on the path nor /usr/lib/postgresql.");
        var folder = Directory.CreateTempSubdirectory("pg-").FullName;

        // The server refuses to run as root.
        var userPrefix = Environment.IsPrivilegedProcess ? "setpriv --reuid=postgres --regid=postgres --clear-groups " : "";
        if (Environment.IsPrivilegedProcess)
        {
            await Run($"chown postgres '{folder}'").WaitForExitAsync();
        }

        using var initdb = Run(
            $"{userPrefix}'{programFolder}/initdb' -D '{folder}/data' -U postgres -A trust -E UTF8 --locale=C --no-sync --no-instructions >/dev/null"
        );
        await initdb.WaitForExitAsync();
        if (initdb.ExitCode != 0)
        {
            throw new InvalidOperationException($"initdb ended with {initdb.ExitCode}.");
        }

        var server =
            $"'{programFolder}/postgres' -D '{folder}/data' -k '{folder}' -h '' -F -c synchronous_commit=off -c full_page_writes=off "
            + "-c max_connections=400 -c autovacuum=off";
        running = Run(
            $"{userPrefix}{server} >'{folder}/log' 2>&1 & server=$!; read -r _; kill -QUIT $server; wait $server; rm -rf '{folder}'"
        );

        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await ExecuteAsync(ConnectionStringFor(folder, "postgres"), $"CREATE DATABASE {Template}");
                break;
            }
            catch (NpgsqlException) when (waited.Elapsed < TimeSpan.FromMinutes(2) && !running.HasExited)
            {
                await Wait.PauseAsync();
            }
        }

        await MigrateAsync(ConnectionStringFor(folder, Template));
        return folder;
    }

    private static async Task MigrateAsync(string connectionString)
    {
        using var folder = new TempFolder();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder.Path });
        builder.Configuration.AddInMemoryCollection([
            KeyValuePair.Create<string, string?>("ConnectionStrings:Assistant", connectionString),
        ]);
        builder.Services.AddSingleton<TimeProvider>(new FakeTime());
        builder.Services.AddStorage();
        using var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
    }

    private static Process Run(string script)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        return Process.Start(start)!;
    }
}
