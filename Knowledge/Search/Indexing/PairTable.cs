using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>The ids of pairs of adjacent words: for each first word its sorted second words. Neither text nor hashes are stored.</summary>
internal sealed class PairTable
{
    private readonly int[] starts;
    private readonly int[] seconds;

    private PairTable(int[] starts, int[] seconds, int[] counts, PostingLists? postings)
    {
        this.starts = starts;
        this.seconds = seconds;
        Counts = counts;
        Postings = postings;
    }

    /// <summary>The number of occurrences of each pair; empty when postings are kept.</summary>
    public int[] Counts { get; }

    public PostingLists? Postings { get; }

    public long Bytes => (4L * (starts.Length + seconds.Length + Counts.Length)) + (Postings?.Bytes ?? 0);

    /// <summary>The id of a pair, or -1.</summary>
    public int Find(int first, int second)
    {
        if ((uint)first >= (uint)(starts.Length - 1))
        {
            return -1;
        }

        var at = Array.BinarySearch(seconds, starts[first], starts[first + 1] - starts[first], second);
        return at < 0 ? -1 : at;
    }

    /// <param name="map">Maps each token to the word id that is used in pairs.</param>
    /// <param name="lengthClasses">
    /// The length class of each passage, to keep postings of the pairs; null to keep only the number of occurrences.
    /// </param>
    public static PairTable Build(TokenBuffer tokens, int docs, ReadOnlyMemory<int> map, int firstCount, byte[]? lengthClasses)
    {
        var bounds = Bounds(tokens, docs, map.Span, firstCount);
        var entries = new ulong[bounds[^1]];
        Fill(tokens, docs, map.Span, (int[])bounds.Clone(), entries);
        Parallel.For(
            0,
            firstCount,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            first => Array.Sort(entries, bounds[first], bounds[first + 1] - bounds[first])
        );

        var ranges = new int[firstCount + 1];
        var followers = new List<int>(entries.Length / 3);
        var counts = new List<int>(lengthClasses is null ? entries.Length / 3 : 0);
        var packer = lengthClasses is null ? null : new PostingPacker(entries.Length, lengthClasses);
        for (var first = 0; first < firstCount; first++)
        {
            for (var i = bounds[first]; i < bounds[first + 1]; )
            {
                var second = (int)(entries[i] >> 32);
                var end = i;
                while (end < bounds[first + 1] && (int)(entries[end] >> 32) == second)
                {
                    end++;
                }

                followers.Add(second);
                if (packer is null)
                {
                    counts.Add(end - i);
                }
                else
                {
                    packer.Add(entries.AsSpan(i, end - i));
                }

                i = end;
            }

            ranges[first + 1] = followers.Count;
        }

        return new PairTable(ranges, [.. followers], [.. counts], packer?.Build());
    }

    public void Save(SnapshotWriter to)
    {
        to.Write<int>(starts);
        to.Write<int>(seconds);
        to.Write<int>(Counts);
        to.Write(Postings is not null);
        Postings?.Save(to);
    }

    public static PairTable Load(SnapshotReader from) =>
        new(from.Read<int>(), from.Read<int>(), from.Read<int>(), from.ReadValue<bool>() ? PostingLists.Load(from) : null);

    private static int[] Bounds(TokenBuffer tokens, int docs, ReadOnlySpan<int> map, int firstCount)
    {
        var bounds = new int[firstCount + 1];
        for (var doc = 0; doc < docs; doc++)
        {
            var words = tokens.Of(doc);
            for (var i = 0; i + 1 < words.Length; i++)
            {
                bounds[map[words[i]] + 1]++;
            }
        }

        for (var first = 0; first < firstCount; first++)
        {
            bounds[first + 1] += bounds[first];
        }

        return bounds;
    }

    private static void Fill(TokenBuffer tokens, int docs, ReadOnlySpan<int> map, int[] next, ulong[] entries)
    {
        for (var doc = 0; doc < docs; doc++)
        {
            var words = tokens.Of(doc);
            for (var i = 0; i + 1 < words.Length; i++)
            {
                entries[next[map[words[i]]]++] = ((ulong)(uint)map[words[i + 1]] << 32) | (uint)doc;
            }
        }
    }
}
