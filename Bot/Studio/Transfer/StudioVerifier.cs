using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;

namespace PolicyAssistantBot.Studio.Transfer;

/// <param name="Faults">What is not as it was written, in the order of the record; empty when all is intact.</param>
public sealed record StudioReport(int Events, int Sets, int Revisions, IReadOnlyList<string> Faults);

/// <summary>Proves that the record, the sets and the texts are as they were written. Only reads.</summary>
internal sealed class StudioVerifier(IDbContextFactory<AssistantDb> dbContextFactory)
{
    private const int BatchSize = 500;

    public async Task<StudioReport> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbContextFactory.CreateDbContextAsync(cancellationToken);
        var faults = new List<string>();
        var digestBySet = new Dictionary<int, string?>();
        var digestByRevision = new Dictionary<(string Key, int Number), string>();
        StudioEvent? last = null;
        while (true)
        {
            var after = last?.Number ?? 0;
            var batch = await db.Set<StudioEvent>()
                .AsNoTracking()
                .Where(e => e.Number > after)
                .OrderBy(e => e.Number)
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            foreach (var next in batch)
            {
                if (!EventChain.IsIntact(last, next))
                {
                    faults.Add($"event {next.Number}: changed, or the one before it is missing");
                }

                if (next is { Key: { } key, Revision: { } number, Digest: { } digest, Set: null })
                {
                    digestByRevision[(key, number)] = digest;
                }

                if (next.Set is { } set)
                {
                    digestBySet[set] = next.Digest;
                }

                last = next;
            }

            if (batch.Count < BatchSize)
            {
                break;
            }
        }

        var sets = await db.Set<SetRow>().AsNoTracking().OrderBy(s => s.Number).ToListAsync(cancellationToken);
        faults.AddRange(
            sets.Where(set => digestBySet.GetValueOrDefault(set.Number) != StudioRows.ComputeDigest(set.Members))
                .Select(set => $"set {set.Number}: its articles are not those of its event")
        );
        faults.AddRange(digestBySet.Keys.Except(sets.Select(set => set.Number)).Select(number => $"set {number}: missing"));
        foreach (var member in sets.SelectMany(set => set.Members))
        {
            digestByRevision[(member.Key, member.Revision)] = member.Digest;
        }

        var revisions = await VerifyTextsAsync(db, digestByRevision, faults, cancellationToken);
        return new StudioReport((int)(last?.Number ?? 0), sets.Count, revisions, faults);
    }

    /// <param name="digests">What events and sets say of the texts.</param>
    private static async Task<int> VerifyTextsAsync(
        AssistantDb db,
        Dictionary<(string Key, int Number), string> digests,
        List<string> faults,
        CancellationToken cancellationToken
    )
    {
        var revisions = 0;
        await foreach (var row in db.Set<RevisionRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            revisions++;
            var digest = PreparedFile.DigestOf(new ArticleFile(row.Path, row.Text));
            if (digests.Remove((row.Key, row.Number), out var expected) ? digest != expected : digest != row.Digest)
            {
                faults.Add($"{row.Key}, revision {row.Number}: the text was changed");
            }
        }

        faults.AddRange(digests.Keys.Select(missing => $"{missing.Key}, revision {missing.Number}: missing"));
        return revisions;
    }
}
