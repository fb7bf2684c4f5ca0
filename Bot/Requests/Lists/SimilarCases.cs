using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;

namespace PolicyAssistantBot.Requests.Lists;

/// <summary>A case that is like another.</summary>
/// <param name="Alike">The share of their word pairs that the two have in common, 0 to 1.</param>
public sealed record SimilarCase(
    string CaseNumber,
    string EnterpriseName,
    RequestStatus Status,
    DateTimeOffset SubmittedAt,
    double Alike,
    bool IsSameEnterprise
)
{
    /// <summary>The same enterprise with nearly the same words: most often sent twice.</summary>
    public bool IsLikelyDuplicate => IsSameEnterprise && Alike >= SimilarCases.Duplicate;
}

/// <summary>Finds what was asked before in like words, and what else the same enterprise asks.</summary>
internal sealed class SimilarCases(IDbContextFactory<AssistantDb> databases)
{
    internal const double Duplicate = 0.5;

    private const int Candidates = 30;

    /// <summary>Like cases are looked for among this many of the newest.</summary>
    private const int Recent = 20_000;

    private const int Most = 5;
    private const double LeastAlike = 0.12;

    /// <summary>{0} to {15} the marks, {16} the case.</summary>
    private static readonly string InsertMarks =
        $"INSERT INTO \"CaseMarks\" (\"Mark\", \"Number\") VALUES {string.Join(", ", Enumerable.Range(0, Likeness.Marks).Select(i => $"({{{i}}}, {{{Likeness.Marks}}})"))}";

    /// <summary>The cases of the same enterprise and the most alike of all, likely duplicates first; only what the reader may
    /// see.</summary>
    public async Task<IReadOnlyList<SimilarCase>> FindAsync(SupportRequest request, CaseReader reader, CancellationToken cancellationToken)
    {
        var facts = request.Facts;
        var pairs = PairsOf(facts);
        var since = request.SubmittedAt.AddDays(-365);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var alike = await AlikeAsync(db, pairs, cancellationToken);
        var rows = await db.Set<RequestRow>()
            .AsNoTracking()
            .VisibleTo(reader)
            .Where(r => r.CaseNumber != request.CaseNumber && alike.Contains(r.Number))
            .ToListAsync(cancellationToken);
        var same = await db.Set<RequestRow>()
            .AsNoTracking()
            .VisibleTo(reader)
            .Where(r => r.TaxCode == facts.TaxCode && r.ChangedAt >= since && r.CaseNumber != request.CaseNumber)
            .OrderByDescending(r => r.ChangedAt)
            .Take(Candidates)
            .ToListAsync(cancellationToken);
        var found = same.Concat(rows)
            .DistinctBy(r => r.CaseNumber, StringComparer.Ordinal)
            .Select(r => new SimilarCase(
                r.CaseNumber,
                r.EnterpriseName,
                r.Status,
                r.SubmittedAt,
                Likeness.Of(pairs, PairsOf(r.Facts)),
                r.TaxCode == facts.TaxCode && r.TaxCode.Length > 0
            ))
            .OrderByDescending(c => c.Alike)
            .ToList();
        return
        [
            .. found.Where(c => c.IsSameEnterprise).Take(Most),
            .. found.Where(c => !c.IsSameEnterprise && c.Alike >= LeastAlike).Take(Most),
        ];
    }

    /// <summary>Adds the marks by which a new case is found later, all with one statement, to the caller's transaction.</summary>
    internal static async Task AddAsync(AssistantDb db, SupportRequest request, CancellationToken cancellationToken)
    {
        var marks = Likeness.MarksOf(PairsOf(request.Facts));
        if (marks.Count > 0)
        {
            await db.Database.ExecuteSqlRawAsync(
                InsertMarks,
                [.. marks.Cast<object>(), RequestRows.NumberOf(request.CaseNumber)],
                cancellationToken
            );
        }
    }

    /// <summary>Those of the newest cases that share the most marks.</summary>
    private static async Task<List<long>> AlikeAsync(AssistantDb db, HashSet<string> pairs, CancellationToken cancellationToken)
    {
        var marks = Likeness.MarksOf(pairs);
        var above = await db.Set<RequestRow>()
            .OrderByDescending(r => r.Number)
            .Select(r => r.Number)
            .Skip(Recent)
            .FirstOrDefaultAsync(cancellationToken);
        return await db.Set<CaseMark>()
            .Where(m => marks.Contains(m.Mark) && m.Number > above)
            .GroupBy(m => m.Number)
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Key)
            .Select(g => g.Key)
            .Take(Candidates)
            .ToListAsync(cancellationToken);
    }

    private static HashSet<string> PairsOf(RequestDraft facts) => Likeness.PairsOf($"{facts.Content} {facts.Question}");
}
