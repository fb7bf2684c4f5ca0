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
    private const int MaxMatches = 5000;

    private const int MaxQueryWords = 10;

    public static Task<int> IndexAsync(AssistantDb db, SupportRequest request, CancellationToken cancellationToken)
    {
        var (number, text) = (CaseRowMapper.ToNumericCaseNumber(request.CaseNumber), GetSearchText(request.Facts));
        return db.Database.ExecuteSqlAsync(
            db.Database.IsNpgsql()
                ? (FormattableString)
                    $"INSERT INTO \"RequestSearch\" (\"Number\", \"Words\") VALUES ({number}, to_tsvector('simple', {text}))"
                : $"INSERT INTO \"RequestSearch\" (rowid, \"Text\") VALUES ({number}, {text})",
            cancellationToken
        );
    }

    /// <summary>Removes a case from the index, in the caller's transaction.</summary>
    public static Task<int> RemoveAsync(AssistantDb db, long numericCaseNumber, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            db.Database.IsNpgsql()
                ? (FormattableString)$"DELETE FROM \"RequestSearch\" WHERE \"Number\" = {numericCaseNumber}"
                : $"DELETE FROM \"RequestSearch\" WHERE rowid = {numericCaseNumber}",
            cancellationToken
        );

    /// <summary>
    /// Rewrites at most <paramref name="pages"/> pages of SQLite's index, in which the words of a removed case remain until then; a
    /// negative number begins with the whole index. Not needed on PostgreSQL.
    /// </summary>
    /// <returns>False when nothing was left to rewrite.</returns>
    public static async Task<bool> RewriteAsync(AssistantDb db, int pages, CancellationToken cancellationToken)
    {
        if (db.Database.IsNpgsql())
        {
            return false;
        }

        var before = await CountChangesAsync(db, cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO \"RequestSearch\" (\"RequestSearch\", \"rank\") VALUES ('merge', {pages})",
            cancellationToken
        );
        return await CountChangesAsync(db, cancellationToken) - before > 1; // Fewer changes mean that there was nothing to merge (FTS5).
    }

    private static Task<long> CountChangesAsync(AssistantDb db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<long>($"SELECT total_changes() AS \"Value\"").SingleAsync(cancellationToken);

    /// <summary>The newest cases that contain, for every word of the query, a word that starts with it.</summary>
    /// <param name="before">Only cases submitted before this one; null for all.</param>
    public static IQueryable<CaseRow> Find(AssistantDb db, IReadOnlyList<string> words, long? before)
    {
        var upperBound = before ?? long.MaxValue;
        var queryWords = words.Take(MaxQueryWords);
        var query = db.Database.IsNpgsql()
            ? string.Join(" & ", queryWords.Select(word => $"'{word}':*"))
            : string.Join(' ', queryWords.Select(word => $"\"{word}\"*"));
        return db.Set<CaseRow>()
            .FromSql(
                db.Database.IsNpgsql()
                    ? (FormattableString)
                        $"""
                        SELECT r.* FROM "Requests" r WHERE r."Number" IN (
                            SELECT "Number" FROM "RequestSearch"
                            WHERE "Words" @@ to_tsquery('simple', {query}) AND "Number" < {upperBound}
                            ORDER BY "Number" DESC LIMIT {MaxMatches})
                        """
                    : $"""
                    SELECT r.* FROM "Requests" r WHERE r."Number" IN (
                        SELECT rowid FROM "RequestSearch"
                        WHERE "RequestSearch" MATCH {query} AND rowid < {upperBound}
                        ORDER BY rowid DESC LIMIT {MaxMatches})
                    """
            );
    }

    private static string GetSearchText(RequestDraft facts) =>
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
