using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace PolicyAssistantBot.Storage.PostgreSql;

/// <summary>
/// One writing transaction at a time, as in SQLite, whatever process it runs in: what a transaction has looked at, no other one changes before
/// it ends. The lock is an advisory one of the database and ends with the transaction, so that of a process that died does too.
/// </summary>
internal sealed class OneWriter : DbTransactionInterceptor
{
    private const string Lock = "SELECT pg_advisory_xact_lock(711310)";

    /// <summary>Waits until no other transaction writes; nothing to do in SQLite, which keeps to this itself.</summary>
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
