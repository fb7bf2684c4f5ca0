using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Storage;

/// <summary>
/// Sets the pragmas of every SQLite connection: it waits inside SQLite for a lock (the driver itself would poll every 150 ms), and a commit
/// returns only once it is on the disk, because what is acknowledged must survive a power cut too. Deleted content is overwritten with
/// zeros, because data that a person had erased must not remain in free space of the file.
/// </summary>
internal sealed class SqlitePragmaInterceptor(IOptions<StorageOptions> options) : DbConnectionInterceptor
{
    private readonly string pragmas =
        $"PRAGMA busy_timeout={(int)options.Value.BusyTimeout.TotalMilliseconds};PRAGMA synchronous=FULL;PRAGMA secure_delete=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is a constant with a number.
        command.CommandText = pragmas;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
