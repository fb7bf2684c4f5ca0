using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Similarity;

/// <summary>A case that is similar to another.</summary>
/// <param name="Similarity">The Jaccard coefficient of their word pairs, 0 to 1.</param>
public sealed record SimilarCase(
    string CaseNumber,
    string EnterpriseName,
    CaseStatus Status,
    DateTimeOffset SubmittedAt,
    double Similarity,
    bool IsSameEnterprise
)
{
    /// <summary>Whether the same enterprise sent nearly the same words: probably the same request twice.</summary>
    public bool IsLikelyDuplicate => IsSameEnterprise && Similarity >= SimilarCaseFinder.Duplicate;
}

/// <summary>Finds requests with similar texts, and other requests of the same enterprise.</summary>
internal sealed class SimilarCaseFinder(IDbContextFactory<AssistantDb> databases)
{
    internal const double Duplicate = 0.5;

    private const int MaxCandidates = 30;

    /// <summary>The number of the newest cases that are searched.</summary>
    private const int Recent = 20_000;

    private const int MaxShown = 5;
    private const double MinSimilarity = 0.12;

    /// <summary>{0} to {15} are the signature, {16} is the case.</summary>
    private static readonly string InsertSignature =
        "INSERT INTO \"CaseMarks\" (\"Mark\", \"Number\") VALUES "
        + string.Join(", ", Enumerable.Range(0, MinHash.Length).Select(i => $"({{{i}}}, {{{MinHash.Length}}})"));

    /// <summary>The most similar cases of the same enterprise, then of all others, as far as the reader may see them.</summary>
    public async Task<IReadOnlyList<SimilarCase>> FindAsync(SupportRequest request, CaseViewer reader, CancellationToken cancellationToken)
    {
        var facts = request.Facts;
        var pairs = PairsOf(facts);
        var since = request.SubmittedAt.AddDays(-365);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var candidates = await FindCandidatesAsync(db, pairs, cancellationToken);
        var rows = await db.Set<CaseRow>()
            .AsNoTracking()
            .VisibleTo(reader)
            .Where(r => r.CaseNumber != request.CaseNumber && candidates.Contains(r.Number))
            .ToListAsync(cancellationToken);
        var same = await db.Set<CaseRow>()
            .AsNoTracking()
            .VisibleTo(reader)
            .Where(r => r.TaxCode == facts.TaxCode && r.ChangedAt >= since && r.CaseNumber != request.CaseNumber)
            .OrderByDescending(r => r.ChangedAt)
            .Take(MaxCandidates)
            .ToListAsync(cancellationToken);
        var found = same.Concat(rows)
            .DistinctBy(r => r.CaseNumber, StringComparer.Ordinal)
            .Select(r => new SimilarCase(
                r.CaseNumber,
                r.EnterpriseName,
                r.Status,
                r.SubmittedAt,
                MinHash.Similarity(pairs, PairsOf(r.Facts)),
                r.TaxCode == facts.TaxCode && r.TaxCode.Length > 0
            ))
            .OrderByDescending(c => c.Similarity)
            .ToList();
        return
        [
            .. found.Where(c => c.IsSameEnterprise).Take(MaxShown),
            .. found.Where(c => !c.IsSameEnterprise && c.Similarity >= MinSimilarity).Take(MaxShown),
        ];
    }

    /// <summary>Stores the signature of a new case with one statement, in the caller's transaction.</summary>
    internal static async Task AddAsync(AssistantDb db, SupportRequest request, CancellationToken cancellationToken)
    {
        var signature = MinHash.SignatureOf(PairsOf(request.Facts));
        if (signature.Count > 0)
        {
            await db.Database.ExecuteSqlRawAsync(
                InsertSignature,
                [.. signature.Cast<object>(), CaseRowMapper.NumberOf(request.CaseNumber)],
                cancellationToken
            );
        }
    }

    /// <summary>The newest cases that share the most values of the signature.</summary>
    private static async Task<List<long>> FindCandidatesAsync(AssistantDb db, HashSet<string> pairs, CancellationToken cancellationToken)
    {
        var signature = MinHash.SignatureOf(pairs);
        var above = await db.Set<CaseRow>()
            .OrderByDescending(r => r.Number)
            .Select(r => r.Number)
            .Skip(Recent)
            .FirstOrDefaultAsync(cancellationToken);
        return await db.Set<CaseSignatureValue>()
            .Where(m => signature.Contains(m.Mark) && m.Number > above)
            .GroupBy(m => m.Number)
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Key)
            .Select(g => g.Key)
            .Take(MaxCandidates)
            .ToListAsync(cancellationToken);
    }

    private static HashSet<string> PairsOf(RequestDraft facts) => MinHash.PairsOf($"{facts.Content} {facts.Question}");
}
