using System.Reflection;
using Xunit.Sdk;

namespace PolicyAssistantBot.Tests.Support;

/// <summary>A supported database.</summary>
public enum Store
{
    Sqlite,
    PostgreSql,
}

/// <summary>Runs a test on each database; on PostgreSQL where it is installed, and always under CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryStoreAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        PostgresServer.IsExpected
            ?
            [
                [Store.Sqlite],
                [Store.PostgreSql],
            ]
            :
            [
                [Store.Sqlite],
            ];
}

/// <summary>A test of PostgreSQL only; skipped where it is not installed, except under CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (!PostgresServer.IsExpected)
        {
            Skip = "PostgreSQL is not installed (looked for initdb on the path and under /usr/lib/postgresql).";
        }
    }
}

internal static class Stores
{
    /// <summary>The database of tests that name none; <c>TEST_STORE=PostgreSql dotnet test</c> runs them on PostgreSQL.</summary>
    private static readonly Store Usual = Enum.TryParse<Store>(Environment.GetEnvironmentVariable("TEST_STORE"), out var named)
        ? named
        : Store.Sqlite;

    /// <summary>The settings of a host that uses this database; the same folder means the same data.</summary>
    public static async Task<IReadOnlyList<(string Key, string Value)>> SettingsAsync(this Store? store, TempFolder folder) =>
        (store ?? Usual) == Store.PostgreSql ? [("ConnectionStrings:Assistant", await PostgresServer.DatabaseForAsync(folder))] : [];
}
