using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests;

/// <summary>
/// Full text over what askers filed, folded to words without diacritics. The index lives in the database: SQLite's FTS5 here; the same two
/// statements over a <c>tsvector</c> in PostgreSQL.
/// </summary>
internal static class RequestSearch
{
    /// <summary>A search looks at this many of the newest cases that fit.</summary>
    private const int Window = 5000;

    private const int MostWords = 10;

    public static Task<int> AddAsync(AssistantDb db, SupportRequest request, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO \"RequestSearch\" (rowid, \"Text\") VALUES ({RequestRows.NumberOf(request.CaseNumber)}, {TextOf(request.Facts)})", cancellationToken);

    /// <summary>The newest cases in which every word begins a word.</summary>
    /// <param name="before">Only cases that were filed before this one; null for all.</param>
    public static IQueryable<RequestRow> Find(AssistantDb db, IReadOnlyList<string> words, long? before)
    {
        var query = string.Join(' ', words.Take(MostWords).Select(word => $"\"{word}\"*"));
        var below = before ?? long.MaxValue;
        return db.Set<RequestRow>().FromSql(
            $"""
            SELECT r.* FROM "Requests" r WHERE r."Number" IN (
                SELECT rowid FROM "RequestSearch" WHERE "RequestSearch" MATCH {query} AND rowid < {below} ORDER BY rowid DESC LIMIT {Window})
            """);
    }

    /// <summary>The cases most like a text by the pairs of words that they share, the most alike first.</summary>
    public static async Task<IReadOnlyList<long>> LikeAsync(AssistantDb db, string text, int limit, CancellationToken cancellationToken)
    {
        var pairs = PairsOf(text);
        if (pairs.Count == 0)
        {
            return [];
        }

        var query = string.Join(" OR ", pairs.Select(pair => $"\"{pair}\""));
        return await db.Database.SqlQuery<long>(
            $"SELECT rowid AS \"Value\" FROM \"RequestSearch\" WHERE \"RequestSearch\" MATCH {query} ORDER BY rank LIMIT {limit}").ToListAsync(cancellationToken);
    }

    private static string TextOf(RequestDraft facts) => string.Join(' ', VietnameseText.Words(VietnameseText.Fold(string.Create(
        CultureInfo.InvariantCulture, $"{facts.EnterpriseName} {facts.TaxCode} {facts.WardName} {facts.ContactName} {facts.Question} {facts.Content}"))));

    /// <summary>Neighbouring words: one Vietnamese word is most often two syllables.</summary>
    private static List<string> PairsOf(string text)
    {
        var words = VietnameseText.Words(VietnameseText.Fold(text));
        return [.. words.Zip(words.Skip(1), (first, second) => $"{first} {second}").Distinct(StringComparer.Ordinal).Take(40)];
    }
}
