using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Lists;

/// <summary>
/// Full text search over requests, folded to words without diacritics. The index is in the database: FTS5 in SQLite, a <c>tsvector</c> in
/// PostgreSQL, with the same results.
/// </summary>
internal static class CaseSearch
{
    /// <summary>The number of the newest matching cases that a search considers.</summary>
    private const int Window = 5000;

    private const int MostWords = 10;

    public static Task<int> AddAsync(AssistantDb db, SupportRequest request, CancellationToken cancellationToken)
    {
        var (number, text) = (CaseRowMapper.NumberOf(request.CaseNumber), TextOf(request.Facts));
        return db.Database.ExecuteSqlAsync(
            db.Database.IsNpgsql()
                ? (FormattableString)
                    $"INSERT INTO \"RequestSearch\" (\"Number\", \"Words\") VALUES ({number}, to_tsvector('simple', {text}))"
                : $"INSERT INTO \"RequestSearch\" (rowid, \"Text\") VALUES ({number}, {text})",
            cancellationToken
        );
    }

    /// <summary>The newest cases that contain, for every word of the query, a word that starts with it.</summary>
    /// <param name="before">Only cases submitted before this one; null for all.</param>
    public static IQueryable<CaseRow> Find(AssistantDb db, IReadOnlyList<string> words, long? before)
    {
        var below = before ?? long.MaxValue;
        var wanted = words.Take(MostWords);
        var query = db.Database.IsNpgsql()
            ? string.Join(" & ", wanted.Select(word => $"'{word}':*"))
            : string.Join(' ', wanted.Select(word => $"\"{word}\"*"));
        return db.Set<CaseRow>()
            .FromSql(
                db.Database.IsNpgsql()
                    ? (FormattableString)
                        $"""
                        SELECT r.* FROM "Requests" r WHERE r."Number" IN (
                            SELECT "Number" FROM "RequestSearch"
                            WHERE "Words" @@ to_tsquery('simple', {query}) AND "Number" < {below}
                            ORDER BY "Number" DESC LIMIT {Window})
                        """
                    : $"""
                    SELECT r.* FROM "Requests" r WHERE r."Number" IN (
                        SELECT rowid FROM "RequestSearch"
                        WHERE "RequestSearch" MATCH {query} AND rowid < {below}
                        ORDER BY rowid DESC LIMIT {Window})
                    """
            );
    }

    private static string TextOf(RequestDraft facts) =>
        string.Join(
            ' ',
            VietnameseText.SplitIntoWords(
                VietnameseText.Fold(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{facts.EnterpriseName} {facts.TaxCode} {facts.WardName} {facts.ContactName} {facts.Question} {facts.Content}"
                    )
                )
            )
        );
}
