using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace PolicyAssistantBot.Storage.PostgreSql;

/// <summary>
/// One writing transaction at a time, as in SQLite, across all processes: no other transaction changes what a transaction has read before
/// it ends. Uses an advisory lock of the database, which ends with the transaction and so with a process that dies.
/// </summary>
internal sealed class OneWriter : DbTransactionInterceptor
{
    private const string Lock = "SELECT pg_advisory_xact_lock(711310)";

    /// <summary>Waits until no other transaction writes; does nothing on SQLite, which allows only one anyway.</summary>
    public static async ValueTask WaitAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (transaction is not NpgsqlTransaction { Connection: { } connection } mine)
        {
            return;
        }

        await using var command = new NpgsqlCommand(Lock, connection, mine);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        if (result is NpgsqlTransaction mine)
        {
            using var command = new NpgsqlCommand(Lock, mine.Connection, mine);
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
        await WaitAsync(result, cancellationToken);
        return result;
    }
}
