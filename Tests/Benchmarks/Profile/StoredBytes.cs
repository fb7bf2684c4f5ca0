using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PolicyAssistantBot.Benchmarks.Profile;

/// <summary>The size of the database (whole pages, with indexes) and of its largest columns.</summary>
internal static class StoredBytes
{
    private const string Total = "the database";

    private static readonly (string Name, string Sql)[] Measures =
    [
        (Total, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"),
        ("Activities.Json, inbound", """SELECT SUM(LENGTH(CAST("Json" AS BLOB))) FROM "Activities" WHERE "Direction" = 0"""),
        ("Activities.Json, outbound", """SELECT SUM(LENGTH(CAST("Json" AS BLOB))) FROM "Activities" WHERE "Direction" = 1"""),
        ("Answers.Text", """SELECT SUM(LENGTH(CAST("Text" AS BLOB))) FROM "Answers" """),
        ("Answers.Trace", """SELECT SUM(LENGTH(CAST("Trace" AS BLOB))) FROM "Answers" """),
        ("Answers.Question", """SELECT SUM(LENGTH(CAST("Question" AS BLOB))) FROM "Answers" """),
    ];

    public static Dictionary<string, long> Read(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "assistant.db")};Pooling=False");
        connection.Open();
        return Measures.ToDictionary(measure => measure.Name, measure => ReadOne(connection, measure.Sql), StringComparer.Ordinal);
    }

    /// <summary>The average size of a conversation's state, which is rewritten by each turn.</summary>
    public static long ReadStateSize(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "assistant.db")};Pooling=False");
        connection.Open();
        return ReadOne(connection, """SELECT CAST(AVG(LENGTH(CAST("Json" AS BLOB))) AS INTEGER) FROM "States" """);
    }

    public static void Print(Dictionary<string, long> before, Dictionary<string, long> after, int turns)
    {
        foreach (var (name, size) in after)
        {
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"  stored a turn: {name, -23}{(size - before[name]) / turns, 7} bytes")
            );
        }
    }

    private static long ReadOne(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() is long value ? value : 0;
    }
}
