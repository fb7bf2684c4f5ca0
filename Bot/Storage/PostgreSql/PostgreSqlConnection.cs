using Npgsql;

namespace PolicyAssistantBot.Storage.PostgreSql;

/// <summary>The PostgreSQL database that the configuration names as <c>ConnectionStrings:Assistant</c>; without it data lies in SQLite.</summary>
internal static class PostgreSqlConnection
{
    public static bool IsNamed(IConfiguration configuration) => configuration.GetConnectionString("Assistant") is { Length: > 0 };

    /// <summary>What is named, with statements compiled by the server once, and no longer a wait for a lock than SQLite has.</summary>
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
    /// A connection that holds the database for this process until it is closed, as the end of the process does too; null when another process
    /// holds it.
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
