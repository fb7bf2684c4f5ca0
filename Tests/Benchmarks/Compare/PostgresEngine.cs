using System.Globalization;
using Npgsql;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Benchmarks.Compare;

/// <summary>
/// PostgreSQL's full text search: configuration <c>simple</c>, with or without its unaccent, a GIN index, any word of
/// the question may match, ranked by one of its functions. In a schema of its own, which is dropped afterwards.
/// </summary>
/// <param name="rank">ts_rank, or ts_rank_cd.</param>
internal sealed class PostgresEngine(string address, bool unaccent, string rank) : ISearchEngine
{
    private readonly string schema = "compare_" + Guid.NewGuid().ToString("N");
    private readonly NpgsqlConnection connection = new(address);
    private NpgsqlCommand? search;

    public string Name => $"PostgreSQL, simple{(unaccent ? " + unaccent" : "")}, {rank}";

    private string Words => unaccent ? schema + ".words" : "simple";

    public async Task BuildAsync(IReadOnlyList<PlainPassage> passages)
    {
        await connection.OpenAsync();
        await RunAsync($"CREATE SCHEMA {schema}");
        if (unaccent)
        {
            await RunAsync("CREATE EXTENSION IF NOT EXISTS unaccent");
            await RunAsync($"CREATE TEXT SEARCH CONFIGURATION {Words} (COPY = simple)");
            await RunAsync($"ALTER TEXT SEARCH CONFIGURATION {Words} ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple");
        }

        await RunAsync($"CREATE TABLE {schema}.docs (id text, title text, body text, words tsvector)");
        await using (var rows = await connection.BeginBinaryImportAsync($"COPY {schema}.docs (id, title, body) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var passage in passages)
            {
                await rows.StartRowAsync();
                await rows.WriteAsync(passage.Id);
                await rows.WriteAsync(passage.Title);
                await rows.WriteAsync(passage.Text);
            }

            await rows.CompleteAsync();
        }

        await RunAsync($"UPDATE {schema}.docs SET words = setweight(to_tsvector('{Words}', title), 'A') || to_tsvector('{Words}', body)");
        await RunAsync($"CREATE INDEX ON {schema}.docs USING gin (words)");
        await RunAsync($"ANALYZE {schema}.docs");
        search = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own.
        search.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT id FROM {schema}.docs, to_tsquery('{Words}', $1) query WHERE words @@ query ORDER BY {rank}(words, query, 1) DESC, id LIMIT 10"
        );
#pragma warning restore CA2100
        search.Parameters.Add(new NpgsqlParameter<string>());
        await search.PrepareAsync();
    }

    public async Task<IReadOnlyList<string>> SearchAsync(string question)
    {
        var words = VietnameseText.SplitIntoWords(question);
        if (words.Count == 0)
        {
            return [];
        }

        ((NpgsqlParameter<string>)search!.Parameters[0]).TypedValue = string.Join(" | ", words.Select(word => $"'{word}'"));
        var ids = new List<string>(10);
        await using var rows = await search.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            ids.Add(rows.GetString(0));
        }

        return ids;
    }

    public async ValueTask DisposeAsync()
    {
        if (search is not null)
        {
            await search.DisposeAsync();
        }

        if (connection.State == System.Data.ConnectionState.Open)
        {
            await RunAsync($"DROP SCHEMA {schema} CASCADE");
        }

        await connection.DisposeAsync();
    }

    private async Task RunAsync(string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
