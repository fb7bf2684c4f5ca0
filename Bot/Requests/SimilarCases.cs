using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests;

/// <summary>A case that is like another.</summary>
/// <param name="Alike">The share of their word pairs that the two have in common, 0 to 1.</param>
public sealed record SimilarCase(string CaseNumber, string EnterpriseName, RequestStatus Status, DateTimeOffset SubmittedAt, double Alike, bool IsSameEnterprise)
{
    /// <summary>The same enterprise with nearly the same words: most often sent twice.</summary>
    public bool IsLikelyDuplicate => IsSameEnterprise && Alike >= SimilarCases.Duplicate;
}

/// <summary>Finds what was asked before in like words, and what else the same enterprise asks.</summary>
internal sealed class SimilarCases(IDbContextFactory<AssistantDb> databases)
{
    internal const double Duplicate = 0.5;

    private const int Candidates = 30;
    private const int Most = 5;
    private const double LeastAlike = 0.12;

    /// <summary>The cases of the same enterprise and the most alike of all, likely duplicates first; only what the reader may see.</summary>
    public async Task<IReadOnlyList<SimilarCase>> FindAsync(SupportRequest request, CaseReader reader, CancellationToken cancellationToken)
    {
        var facts = request.Facts;
        var text = $"{facts.Content} {facts.Question}";
        var since = request.SubmittedAt.AddDays(-365);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var alike = await RequestSearch.LikeAsync(db, text, Candidates, cancellationToken);
        var rows = await db.Set<RequestRow>().AsNoTracking().VisibleTo(reader)
            .Where(r => r.CaseNumber != request.CaseNumber && alike.Contains(r.Number)).ToListAsync(cancellationToken);
        var same = await db.Set<RequestRow>().AsNoTracking().VisibleTo(reader)
            .Where(r => r.TaxCode == facts.TaxCode && r.ChangedAt >= since && r.CaseNumber != request.CaseNumber)
            .OrderByDescending(r => r.ChangedAt).Take(Candidates).ToListAsync(cancellationToken);
        var pairs = PairsOf(text);
        var found = same.Concat(rows).DistinctBy(r => r.CaseNumber, StringComparer.Ordinal)
            .Select(r => new SimilarCase(
                r.CaseNumber, r.EnterpriseName, r.Status, r.SubmittedAt, Alike(pairs, PairsOf($"{r.Facts.Content} {r.Facts.Question}")), r.TaxCode == facts.TaxCode && r.TaxCode.Length > 0))
            .OrderByDescending(c => c.Alike).ToList();
        return [.. found.Where(c => c.IsSameEnterprise).Take(Most), .. found.Where(c => !c.IsSameEnterprise && c.Alike >= LeastAlike).Take(Most)];
    }

    private static HashSet<string> PairsOf(string text)
    {
        var words = VietnameseText.Words(VietnameseText.Fold(text));
        return words.Zip(words.Skip(1), (first, second) => $"{first} {second}").ToHashSet(StringComparer.Ordinal);
    }

    private static double Alike(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }
}
