using System.Globalization;
using Npgsql;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Benchmarks.Comparison;

/// <summary>
/// PostgreSQL full text search: configuration <c>simple</c>, with or without unaccent, a GIN index; any word of the question may match,
/// ranked by a ranking function. It uses its own schema, which is dropped afterwards.
/// </summary>
/// <param name="rankFunction">ts_rank or ts_rank_cd.</param>
internal sealed class PostgresEngine(string connectionString, bool unaccent, string rankFunction) : ISearchEngine
{
    private readonly string schema = "compare_" + Guid.NewGuid().ToString("N");
    private readonly NpgsqlConnection connection = new(connectionString);
    private NpgsqlCommand? search;

    public string Name => $"PostgreSQL, simple{(unaccent ? " + unaccent" : "")}, {rankFunction}";

    private string SearchConfiguration => unaccent ? schema + ".words" : "simple";

    public async Task BuildAsync(IReadOnlyList<PlainPassage> passages)
    {
        await connection.OpenAsync();
        await ExecuteAsync($"CREATE SCHEMA {schema}");
        if (unaccent)
        {
            await ExecuteAsync("CREATE EXTENSION IF NOT EXISTS unaccent");
            await ExecuteAsync($"CREATE TEXT SEARCH CONFIGURATION {SearchConfiguration} (COPY = simple)");
            await ExecuteAsync(
                $"ALTER TEXT SEARCH CONFIGURATION {SearchConfiguration} ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple"
            );
        }

        await ExecuteAsync($"CREATE TABLE {schema}.docs (id text, title text, body text, words tsvector)");
        await using (
            var importer = await connection.BeginBinaryImportAsync($"COPY {schema}.docs (id, title, body) FROM STDIN (FORMAT BINARY)")
        )
        {
            foreach (var passage in passages)
            {
                await importer.StartRowAsync();
                await importer.WriteAsync(passage.Id);
                await importer.WriteAsync(passage.Title);
                await importer.WriteAsync(passage.Text);
            }

            await importer.CompleteAsync();
        }

        await ExecuteAsync(
            $"UPDATE {schema}.docs SET words = setweight(to_tsvector('{SearchConfiguration}', title), 'A') || to_tsvector('{SearchConfiguration}', body)"
        );
        await ExecuteAsync($"CREATE INDEX ON {schema}.docs USING gin (words)");
        await ExecuteAsync($"ANALYZE {schema}.docs");
        search = connection.CreateCommand();
#pragma warning disable CA2100 // The SQL contains only identifiers generated here, no user input.
        search.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT id FROM {schema}.docs, to_tsquery('{SearchConfiguration}', $1) query WHERE words @@ query ORDER BY {rankFunction}(words, query, 1) DESC, id LIMIT 10"
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
        await using var reader = await search.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            ids.Add(reader.GetString(0));
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
            await ExecuteAsync($"DROP SCHEMA {schema} CASCADE");
        }

        await connection.DisposeAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The SQL contains only identifiers generated here, no user input.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
