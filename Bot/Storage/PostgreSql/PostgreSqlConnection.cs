using Npgsql;

namespace PolicyAssistantBot.Storage.PostgreSql;

/// <summary>The PostgreSQL database of <c>ConnectionStrings:Assistant</c>; without this setting data is stored in SQLite.</summary>
internal static class PostgreSqlConnection
{
    public static bool IsNamed(IConfiguration configuration) => configuration.GetConnectionString("Assistant") is { Length: > 0 };

    /// <summary>The configured connection, with prepared statements and the same lock timeout as SQLite.</summary>
    public static string Read(IConfiguration configuration, TimeSpan longestWait)
    {
        var named = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Assistant"));
        if (named.MaxAutoPrepare == 0)
        {
            named.MaxAutoPrepare = 200;
        }

        named.ApplicationName ??= "PolicyAssistantBot";
        named.Options ??= FormattableString.Invariant($"-c lock_timeout={(int)longestWait.TotalMilliseconds}");
        return named.ToString();
    }

    /// <summary>
    /// A connection that holds the database for this process until it is closed or the process ends; null when another process holds it.
    /// </summary>
    public static async Task<IAsyncDisposable?> HoldAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        var named = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Assistant")) { Pooling = false, KeepAlive = 30 };
        var connection = new NpgsqlConnection(named.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(711311)", connection);
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
            {
                return connection;
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }
}
