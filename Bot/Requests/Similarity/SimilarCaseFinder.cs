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
    public bool IsLikelyDuplicate => IsSameEnterprise && Similarity >= SimilarCaseFinder.DuplicateSimilarity;

    /// <summary>Whether the same person sent both: only such cases can be merged.</summary>
    public bool IsSameAsker { get; init; }
}

/// <summary>Finds requests with similar texts, and other requests of the same enterprise.</summary>
internal sealed class SimilarCaseFinder(IDbContextFactory<AssistantDb> dbContextFactory)
{
    internal const double DuplicateSimilarity = 0.5;

    private const int MaxCandidates = 30;

    /// <summary>The number of the newest cases that are searched.</summary>
    private const int MaxSearchedCases = 20_000;

    private const int MaxShown = 5;
    private const double MinSimilarity = 0.12;

    /// <summary>{0} to {15} are the signature, {16} is the case.</summary>
    private static readonly string InsertSignature =
        "INSERT INTO \"CaseMarks\" (\"Mark\", \"Number\") VALUES "
        + string.Join(", ", Enumerable.Range(0, MinHash.SignatureLength).Select(i => $"({{{i}}}, {{{MinHash.SignatureLength}}})"));

    /// <summary>The most similar cases of the same enterprise, then of all others, as far as the reader may see them.</summary>
    public async Task<IReadOnlyList<SimilarCase>> FindAsync(SupportRequest request, CaseAccess access, CancellationToken cancellationToken)
    {
        var facts = request.Facts;
        var pairs = GetWordPairs(facts);
        var oneYearBefore = request.SubmittedAt.AddDays(-365);
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var candidates = await FindCandidatesAsync(db, pairs, cancellationToken);
        var candidateRows = await db.Set<CaseRow>()
            .AsNoTracking()
            .VisibleTo(access)
            .Where(r => r.CaseNumber != request.CaseNumber && candidates.Contains(r.NumericCaseNumber))
            .ToListAsync(cancellationToken);
        var sameEnterpriseRows = await db.Set<CaseRow>()
            .AsNoTracking()
            .VisibleTo(access)
            .Where(r => r.TaxCode == facts.TaxCode && r.ChangedAt >= oneYearBefore && r.CaseNumber != request.CaseNumber)
            .OrderByDescending(r => r.ChangedAt)
            .Take(MaxCandidates)
            .ToListAsync(cancellationToken);
        var similarCases = sameEnterpriseRows
            .Concat(candidateRows)
            .DistinctBy(r => r.CaseNumber, StringComparer.Ordinal)
            .Select(r => new SimilarCase(
                r.CaseNumber,
                r.EnterpriseName,
                r.Status,
                r.SubmittedAt,
                MinHash.ComputeSimilarity(pairs, GetWordPairs(r.Facts)),
                r.TaxCode == facts.TaxCode && r.TaxCode.Length > 0
            )
            {
                IsSameAsker = r.ChannelId == request.Asker.ChannelId && r.UserId == request.Asker.UserId,
            })
            .OrderByDescending(c => c.Similarity)
            .ToList();
        return
        [
            .. similarCases.Where(c => c.IsSameEnterprise).Take(MaxShown),
            .. similarCases.Where(c => !c.IsSameEnterprise && c.Similarity >= MinSimilarity).Take(MaxShown),
        ];
    }

    /// <summary>Stores the signature of a new case with one statement, in the caller's transaction.</summary>
    internal static async Task AddSignatureAsync(AssistantDb db, SupportRequest request, CancellationToken cancellationToken)
    {
        var signature = MinHash.ComputeSignature(GetWordPairs(request.Facts));
        if (signature.Count > 0)
        {
            await db.Database.ExecuteSqlRawAsync(
                InsertSignature,
                [.. signature.Cast<object>(), CaseRowMapper.ToNumericCaseNumber(request.CaseNumber)],
                cancellationToken
            );
        }
    }

    /// <summary>The newest cases that share the most values of the signature.</summary>
    private static async Task<List<long>> FindCandidatesAsync(AssistantDb db, HashSet<string> pairs, CancellationToken cancellationToken)
    {
        var signature = MinHash.ComputeSignature(pairs);
        var lowerBound = await db.Set<CaseRow>()
            .OrderByDescending(r => r.NumericCaseNumber)
            .Select(r => r.NumericCaseNumber)
            .Skip(MaxSearchedCases)
            .FirstOrDefaultAsync(cancellationToken);
        return await db.Set<CaseSignatureValue>()
            .Where(m => signature.Contains(m.Value) && m.NumericCaseNumber > lowerBound)
            .GroupBy(m => m.NumericCaseNumber)
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Key)
            .Select(g => g.Key)
            .Take(MaxCandidates)
            .ToListAsync(cancellationToken);
    }

    private static HashSet<string> GetWordPairs(RequestDraft facts) => MinHash.GetWordPairs($"{facts.Content} {facts.Question}");
}
