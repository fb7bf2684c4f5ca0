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

    private const int MinIndexedPrefixLength = 8;

    /// <summary>
    /// Stands before a telephone number in the index, so that it is no tax code there. It begins like no word that somebody searches for.
    /// </summary>
    private const string PhoneMark = "zqtel";

    /// <summary>Stands before a telephone number written backwards, so that its last digits find it.</summary>
    private const string PhoneEndMark = "zqend";

    public static Task<int> IndexAsync(AssistantDb db, SupportRequest request, CancellationToken cancellationToken) =>
        IndexAsync(db, CaseRowMapper.ToNumericCaseNumber(request.CaseNumber), request.Facts, cancellationToken);

    /// <summary>Adds a case to the index, in which it must not be yet.</summary>
    public static Task<int> IndexAsync(AssistantDb db, long number, RequestDraft facts, CancellationToken cancellationToken)
    {
        var text = GetSearchText(facts);
        return db.Database.ExecuteSqlAsync(
            db.Database.IsNpgsql()
                ? (FormattableString)
                    $"INSERT INTO \"RequestSearch\" (\"Number\", \"Words\") VALUES ({number}, to_tsvector('simple', {text}))"
                : $"INSERT INTO \"RequestSearch\" (rowid, \"Text\") VALUES ({number}, {text})",
            cancellationToken
        );
    }

    /// <summary>The newest cases with content that are not in the index.</summary>
    public static IQueryable<long> FindMissing(AssistantDb db, int count) =>
        db.Database.SqlQuery<long>(
            db.Database.IsNpgsql()
                ? (FormattableString)
                    $"""
                    SELECT r."Number" AS "Value" FROM "Requests" r WHERE r."ErasedAt" IS NULL
                    AND NOT EXISTS (SELECT 1 FROM "RequestSearch" s WHERE s."Number" = r."Number")
                    ORDER BY r."Number" DESC LIMIT {count}
                    """
                : $"""
                SELECT r."Number" AS "Value" FROM "Requests" r WHERE r."ErasedAt" IS NULL
                AND NOT EXISTS (SELECT 1 FROM "RequestSearch" s WHERE s.rowid = r."Number")
                ORDER BY r."Number" DESC LIMIT {count}
                """
        );

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

    /// <summary>The cases that match; all when there is no term.</summary>
    public static IQueryable<CaseRow> Find(AssistantDb db, CaseSearchTerm? term)
    {
        var cases = db.Set<CaseRow>();
        switch (term)
        {
            case null:
                return cases;
            case CaseSearchTerm.Number { Value: var value }:
                var number = value.ToString();
                return cases.Where(r => r.CaseNumber == number);
            case CaseSearchTerm.NumberPart { Serial: { } serial }:
                return cases.Where(r => r.NumericCaseNumber % CaseRowMapper.SerialsPerYear == serial);
            case CaseSearchTerm.Phone { MayBeTaxCode: true, Digits: var digits }:
                var withEither = FindNumbers(db, GetPrefixQuery(db, new CaseSearchTerm.Words([PhoneMark + digits])));
                return cases.Where(r => withEither.Contains(r.NumericCaseNumber) || r.TaxCode.StartsWith(digits));
            case CaseSearchTerm.Phone { Digits: var digits }:
                var withPhone = FindNumbers(db, GetPrefixQuery(db, new CaseSearchTerm.Words([PhoneMark + digits])));
                return cases.Where(r => withPhone.Contains(r.NumericCaseNumber));
            case CaseSearchTerm.NumberPart { PhoneBeginning: { } beginning } typed:
                var withBeginning = FindNumbers(db, GetPrefixQuery(db, new CaseSearchTerm.Words([PhoneMark + beginning])));
                return cases.Where(r =>
                    withBeginning.Contains(r.NumericCaseNumber) || r.TaxCode.StartsWith(beginning) || r.CaseNumber.Contains(typed.Part)
                );
            case CaseSearchTerm.NumberPart { MayBeTaxCode: true, Part: { Length: >= MinIndexedPrefixLength } code }
                when code.All(char.IsAsciiDigit):
                // No case number has as many digits without a dash. ':' follows '9', so the codes are a range of the index.
                var end = code + ":";
                return cases.Where(r => r.TaxCode.CompareTo(code) >= 0 && r.TaxCode.CompareTo(end) < 0);
            case CaseSearchTerm.NumberPart { PhoneEnd: { } phoneEnd, Part: var typedPart }:
                var withEnd = FindNumbers(db, GetPrefixQuery(db, new CaseSearchTerm.Words([PhoneEndMark + Reverse(phoneEnd)])));
                return cases.Where(r =>
                    withEnd.Contains(r.NumericCaseNumber) || r.TaxCode.StartsWith(typedPart) || r.CaseNumber.Contains(typedPart)
                );
            case CaseSearchTerm.NumberPart { MayBeTaxCode: true, Part: var part }:
                return cases.Where(r => r.CaseNumber.Contains(part) || r.TaxCode.StartsWith(part));
            case CaseSearchTerm.NumberPart { Part: var part }:
                return cases.Where(r => r.CaseNumber.Contains(part));
            case CaseSearchTerm.Words { All.Count: > 0 } words:
                return FindWords(db, words);
            default:
                return cases.Where(_ => false);
        }
    }

    /// <summary>
    /// The best match first: the words at the beginning of a word of the enterprise's name, then one after another in the request, then as
    /// whole words, then as beginnings of words. Among equals the newest is first. Both databases give the same order.
    /// </summary>
    public static IQueryable<CaseRow> SortByMatch(AssistantDb db, IQueryable<CaseRow> cases, CaseSearchTerm.Words words)
    {
        var (phrase, inside) = (words.Phrase, " " + words.Phrase);
        var (inSequence, asWholeWords) = (FindNumbers(db, GetPhraseQuery(db, words)), FindNumbers(db, GetWholeWordQuery(db, words)));
        return cases
            .OrderBy(r =>
                r.SearchText.StartsWith(phrase) || r.SearchText.Contains(inside) ? 0
                : inSequence.Contains(r.NumericCaseNumber) ? 1
                : asWholeWords.Contains(r.NumericCaseNumber) ? 2
                : 3
            )
            .ThenByDescending(r => r.NumericCaseNumber);
    }

    /// <summary>The newest cases that contain, for every word of the query, a word that begins with it; and those that contain the words
    /// one after another, however old they are.</summary>
    private static IQueryable<CaseRow> FindWords(AssistantDb db, CaseSearchTerm.Words words)
    {
        var prefixes = GetPrefixQuery(db, words);
        var phrase = GetPhraseQuery(db, words);
        return db.Set<CaseRow>()
            .FromSql(
                db.Database.IsNpgsql()
                    ? (FormattableString)
                        $"""
                        SELECT r.* FROM "Requests" r WHERE r."Number" IN (
                            SELECT "Number" FROM "RequestSearch" WHERE "Words" @@ to_tsquery('simple', {prefixes})
                            ORDER BY "Number" DESC LIMIT {MaxMatches})
                        OR r."Number" IN (
                            SELECT "Number" FROM "RequestSearch" WHERE "Words" @@ to_tsquery('simple', {phrase})
                            ORDER BY "Number" DESC LIMIT {MaxMatches})
                        """
                    : $"""
                    SELECT r.* FROM "Requests" r WHERE r."Number" IN (
                        SELECT rowid FROM "RequestSearch" WHERE "RequestSearch" MATCH {prefixes} ORDER BY rowid DESC LIMIT {MaxMatches})
                    OR r."Number" IN (
                        SELECT rowid FROM "RequestSearch" WHERE "RequestSearch" MATCH {phrase} ORDER BY rowid DESC LIMIT {MaxMatches})
                    """
            );
    }

    /// <summary>The newest matches, as many as the candidates can contain.</summary>
    private static IQueryable<long> FindNumbers(AssistantDb db, string query) =>
        db.Database.SqlQuery<long>(
            db.Database.IsNpgsql()
                ? (FormattableString)
                    $"""
                    SELECT "Number" AS "Value" FROM "RequestSearch" WHERE "Words" @@ to_tsquery('simple', {query})
                    ORDER BY "Number" DESC LIMIT {MaxMatches}
                    """
                : $"""
                SELECT rowid AS "Value" FROM "RequestSearch" WHERE "RequestSearch" MATCH {query} ORDER BY rowid DESC LIMIT {MaxMatches}
                """
        );

    // Words consist of letters and digits, so they need no escaping.
    private static string GetPrefixQuery(AssistantDb db, CaseSearchTerm.Words words) =>
        db.Database.IsNpgsql()
            ? string.Join(" & ", words.All.Take(MaxQueryWords).Select(word => $"'{word}':*"))
            : string.Join(' ', words.All.Take(MaxQueryWords).Select(word => $"\"{word}\"*"));

    private static string GetWholeWordQuery(AssistantDb db, CaseSearchTerm.Words words) =>
        string.Join(
            db.Database.IsNpgsql() ? " & " : " ",
            words.All.Take(MaxQueryWords).Select(word => db.Database.IsNpgsql() ? $"'{word}'" : $"\"{word}\"")
        );

    private static string GetPhraseQuery(AssistantDb db, CaseSearchTerm.Words words) =>
        db.Database.IsNpgsql()
            ? string.Join(" <-> ", words.All.Take(MaxQueryWords).Select(word => $"'{word}'")) + ":*"
            : $"\"{string.Join(' ', words.All.Take(MaxQueryWords))}\"*";

    private static string Reverse(string digits) => string.Concat(digits.Reverse());

    private static string GetSearchText(RequestDraft facts)
    {
        var phone = CaseSearchTerm.FindPhone(facts.Phone ?? "") is { } digits ? $"{PhoneMark}{digits} {PhoneEndMark}{Reverse(digits)}" : "";
        return string.Join(
            ' ',
            VietnameseText.SplitIntoWords(
                VietnameseText.Fold(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{facts.EnterpriseName} {facts.TaxCode} {facts.WardName} {facts.ContactName} {facts.Phone} "
                            + $"{phone} {facts.Question} {facts.Content}"
                    )
                )
            )
        );
    }
}
