using Npgsql;

namespace PolicyAssistantBot.Storage.PostgreSql;

/// <summary>The PostgreSQL database of <c>ConnectionStrings:Assistant</c>; without this setting data is stored in SQLite.</summary>
internal static class PostgreSqlConnection
{
    public static bool IsConfigured(IConfiguration configuration) => configuration.GetConnectionString("Assistant") is { Length: > 0 };

    /// <summary>
    /// Whether what is sent to the database cannot be read on the way: it is on this machine, or its certificate is checked. Encryption
    /// alone (<see cref="SslMode.Require"/>) does not keep out somebody who answers in its place.
    /// </summary>
    public static bool IsProtected(IConfiguration configuration)
    {
        if (!IsConfigured(configuration))
        {
            return true;
        }

        var connectionString = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Assistant"));
        return connectionString.SslMode is SslMode.VerifyCA or SslMode.VerifyFull
            || (connectionString.Host ?? "").Split(',').All(IsThisMachine);
    }

    private static bool IsThisMachine(string host) => host is ['/' or '@', ..] || LoopbackHost.Is(host);

    /// <summary>The configured connection, with prepared statements and the same lock timeout as SQLite.</summary>
    public static string BuildConnectionString(IConfiguration configuration, TimeSpan lockTimeout)
    {
        var connectionString = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Assistant"));
        if (connectionString.MaxAutoPrepare == 0)
        {
            connectionString.MaxAutoPrepare = 200;
        }

        connectionString.ApplicationName ??= "PolicyAssistantBot";
        connectionString.Options ??= FormattableString.Invariant($"-c lock_timeout={(int)lockTimeout.TotalMilliseconds}");
        return connectionString.ToString();
    }

    /// <summary>
    /// Locks the database for this process until the returned connection is closed or the process ends; null when another process has
    /// locked it.
    /// </summary>
    public static async Task<IAsyncDisposable?> TryLockDatabaseAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        var connectionString = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Assistant"))
        {
            Pooling = false,
            KeepAlive = 30,
        };
        var connection = new NpgsqlConnection(connectionString.ToString());
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
