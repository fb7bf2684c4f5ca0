using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace PolicyAssistantBot.Storage.PostgreSql;

/// <summary>
/// Allows one writing transaction at a time, as in SQLite, across all processes: what a transaction has read cannot be changed by another
/// one before it ends. Uses an advisory lock of the database, which is released with the transaction, also when the process dies.
/// </summary>
internal sealed class SingleWriterLock : DbTransactionInterceptor
{
    private const string LockSql = "SELECT pg_advisory_xact_lock(711310)";

    /// <summary>Waits until no other transaction writes; does nothing on SQLite, which allows only one anyway.</summary>
    public static async ValueTask AcquireAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (transaction is not NpgsqlTransaction { Connection: { } connection } npgsqlTransaction)
        {
            return;
        }

        await using var command = new NpgsqlCommand(LockSql, connection, npgsqlTransaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        if (result is NpgsqlTransaction npgsqlTransaction)
        {
            using var command = new NpgsqlCommand(LockSql, npgsqlTransaction.Connection, npgsqlTransaction);
            command.ExecuteNonQuery();
        }

        return result;
    }

    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    )
    {
        await AcquireAsync(result, cancellationToken);
        return result;
    }
}
