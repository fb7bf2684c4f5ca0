using System.Data.Common;

namespace PolicyAssistantBot.Storage.Writing;

/// <summary>An open connection that prepares each SQL statement once and keeps it. Not thread-safe.</summary>
internal sealed class PreparedConnection(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    /// <summary>The transaction in which the statements run.</summary>
    public DbTransaction? Transaction { get; set; }

    /// <summary>
    /// The compiled statement with its parameters set: <c>@p0</c>, <c>@p1</c>, … in the order of <paramref name="values"/>.
    /// </summary>
    public DbCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            commands[sql] = command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant; values are parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{i}";
                command.Parameters.Add(parameter);
            }
        }

        command.Transaction = Transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    public int Execute(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteNonQuery();

    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }
}
