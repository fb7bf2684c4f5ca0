using Microsoft.Data.Sqlite;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Benchmarks.Comparison;

/// <summary>SQLite full text search in memory, ranked by bm25(); any word of the question may match.</summary>
/// <param name="tokenizer">The FTS5 tokenizer with its options.</param>
internal sealed class Fts5Engine(string name, string tokenizer) : ISearchEngine
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private SqliteCommand? search;

    public string Name => name;

    public async Task BuildAsync(IReadOnlyList<PlainPassage> passages)
    {
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
#pragma warning disable CA2100 // The SQL contains only identifiers of the benchmark, no user input.
        create.CommandText = $"CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, title, body, tokenize = \"{tokenizer}\")";
#pragma warning restore CA2100
        await create.ExecuteNonQueryAsync();
        await using var transaction = connection.BeginTransaction();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO docs (id, title, body) VALUES ($id, $title, $body)";
        foreach (var passage in passages)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$id", passage.Id);
            insert.Parameters.AddWithValue("$title", passage.Title);
            insert.Parameters.AddWithValue("$body", passage.Text);
            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        search = connection.CreateCommand();
        search.CommandText = "SELECT id FROM docs WHERE docs MATCH $query ORDER BY bm25(docs) LIMIT 10";
    }

    public async Task<IReadOnlyList<string>> SearchAsync(string question)
    {
        var words = VietnameseText.SplitIntoWords(question);
        if (words.Count == 0)
        {
            return [];
        }

        search!.Parameters.Clear();
        search.Parameters.AddWithValue("$query", string.Join(" OR ", words.Select(word => $"\"{word}\"")));
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

        await connection.DisposeAsync();
    }
}
