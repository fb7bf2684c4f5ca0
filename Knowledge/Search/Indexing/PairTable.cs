using PolicyAssistantBot.Knowledge.Content.Snapshots;

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

    public long ByteSize => (4L * (starts.Length + seconds.Length + Counts.Length)) + (Postings?.ByteSize ?? 0);

    /// <summary>The id of a pair, or -1.</summary>
    public int Find(int first, int second)
    {
        if ((uint)first >= (uint)(starts.Length - 1))
        {
            return -1;
        }

        var index = Array.BinarySearch(seconds, starts[first], starts[first + 1] - starts[first], second);
        return index < 0 ? -1 : index;
    }

    /// <summary>The number of different words that follow a word.</summary>
    public int CountFollowers(int first) => (uint)first < (uint)(starts.Length - 1) ? starts[first + 1] - starts[first] : 0;

    /// <param name="wordToTerm">Maps each token to the word id that is used in pairs.</param>
    /// <param name="lengthClasses">
    /// The length class of each passage, to keep postings of the pairs; null to keep only the number of occurrences.
    /// </param>
    public static PairTable Build(TokenBuffer tokens, int docs, ReadOnlyMemory<int> wordToTerm, int firstCount, byte[]? lengthClasses)
    {
        var bounds = CountByFirst(tokens, docs, wordToTerm.Span, firstCount);
        var entries = new ulong[bounds[^1]];
        FillEntries(tokens, docs, wordToTerm.Span, (int[])bounds.Clone(), entries);
        ParallelWork.For(0, firstCount, first => Array.Sort(entries, bounds[first], bounds[first + 1] - bounds[first]));

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

    public void Save(SnapshotWriter writer)
    {
        writer.Write<int>(starts);
        writer.Write<int>(seconds);
        writer.Write<int>(Counts);
        writer.Write(Postings is not null);
        Postings?.Save(writer);
    }

    public static PairTable Load(SnapshotReader reader) =>
        new(reader.Read<int>(), reader.Read<int>(), reader.Read<int>(), reader.ReadValue<bool>() ? PostingLists.Load(reader) : null);

    private static int[] CountByFirst(TokenBuffer tokens, int docs, ReadOnlySpan<int> wordToTerm, int firstCount)
    {
        var bounds = new int[firstCount + 1];
        for (var doc = 0; doc < docs; doc++)
        {
            var words = tokens.GetWords(doc);
            for (var i = 0; i + 1 < words.Length; i++)
            {
                bounds[wordToTerm[words[i]] + 1]++;
            }
        }

        for (var first = 0; first < firstCount; first++)
        {
            bounds[first + 1] += bounds[first];
        }

        return bounds;
    }

    private static void FillEntries(TokenBuffer tokens, int docs, ReadOnlySpan<int> wordToTerm, int[] next, ulong[] entries)
    {
        for (var doc = 0; doc < docs; doc++)
        {
            var words = tokens.GetWords(doc);
            for (var i = 0; i + 1 < words.Length; i++)
            {
                entries[next[wordToTerm[words[i]]]++] = ((ulong)(uint)wordToTerm[words[i + 1]] << 32) | (uint)doc;
            }
        }
    }
}
