using System.Reflection;
using Xunit.Sdk;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>A supported database.</summary>
public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}

/// <summary>Runs a test on each database; on PostgreSQL only if it is installed, and always under CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        PostgresServer.ShouldRun
            ?
            [
                [DatabaseKind.Sqlite],
                [DatabaseKind.PostgreSql],
            ]
            :
            [
                [DatabaseKind.Sqlite],
            ];
}

/// <summary>A test of PostgreSQL only; skipped where it is not installed, except under CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (!PostgresServer.ShouldRun)
        {
            Skip = "PostgreSQL is not installed (looked for initdb on the path and under /usr/lib/postgresql).";
        }
    }
}

internal static class TestDatabases
{
    /// <summary>The database of tests that specify none; <c>TEST_STORE=PostgreSql dotnet test</c> runs them on PostgreSQL.</summary>
    private static readonly DatabaseKind Default = Enum.TryParse<DatabaseKind>(
        Environment.GetEnvironmentVariable("TEST_STORE"),
        out var configured
    )
        ? configured
        : DatabaseKind.Sqlite;

    /// <summary>The settings of a host with this database; the same folder means the same data.</summary>
    public static async Task<IReadOnlyList<(string Key, string Value)>> GetSettingsAsync(this DatabaseKind? database, TempFolder folder) =>
        (database ?? Default) == DatabaseKind.PostgreSql
            ? [("ConnectionStrings:Assistant", await PostgresServer.GetConnectionStringAsync(folder))]
            : [];
}
