using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Search.Scoring;
using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>
/// Runs of three and four characters inside words, including the word's boundaries; they match misspelt and inflected words. A run is
/// stored as one number with 16 bits for each character. Passages do not list runs: the runs of a passage are those of its words.
/// </summary>
internal sealed class GramTable
{
    private const int LongestWord = 40;
    private readonly Dictionary<ulong, int> ids;
    private readonly int[] starts;
    private readonly int[] ofWords;
    private readonly int[] wordStarts;
    private readonly int[] words;
    private readonly int[] counts;
    private readonly float[] most;

    private GramTable(Dictionary<ulong, int> ids, int[] starts, int[] ofWords, int[] counts, float[] most)
    {
        this.ids = ids;
        this.starts = starts;
        this.ofWords = ofWords;
        this.counts = counts;
        this.most = most;
        (wordStarts, words) = Invert(starts, ofWords, counts.Length);
    }

    public int Terms => counts.Length;

    public long Bytes =>
        (28L * ids.Count) + (4L * (starts.Length + (2L * ofWords.Length) + wordStarts.Length + counts.Length + most.Length));

    public int Find(ulong gram) => ids.GetValueOrDefault(gram, -1);

    /// <summary>The runs of a word of the vocabulary, once for each occurrence.</summary>
    public ReadOnlySpan<int> Of(int word) => ofWords.AsSpan(starts[word], starts[word + 1] - starts[word]);

    /// <summary>The words that contain a run, once for each occurrence.</summary>
    public ReadOnlySpan<int> Words(int gram) => words.AsSpan(wordStarts[gram], wordStarts[gram + 1] - wordStarts[gram]);

    /// <summary>The number of passages with the run.</summary>
    public int Count(int gram) => counts[gram];

    /// <summary>The highest saturation that the run reaches in any passage.</summary>
    public float Most(int gram) => most[gram];

    /// <summary>Adds a word's runs to a list.</summary>
    public static void Collect(string word, List<ulong> grams)
    {
        var length = Math.Min(word.Length, LongestWord);
        for (var n = 3; n <= 4; n++)
        {
            for (var i = -1; i + n <= length + 1; i++)
            {
                ulong gram = 0;
                for (var at = i; at < i + n; at++)
                {
                    gram =
                        (gram << 16)
                        | (
                            at < 0 ? '^'
                            : at == length ? '$'
                            : word[at]
                        );
                }

                grams.Add(gram);
            }
        }
    }

    public static string Text(ulong gram)
    {
        Span<char> text = stackalloc char[4];
        var at = text.Length;
        for (; gram != 0; gram >>= 16)
        {
            text[--at] = (char)gram;
        }

        return text[at..].ToString();
    }

    /// <param name="lengths">Receives how many runs each passage has.</param>
    public static GramTable Build(Vocabulary vocabulary, TokenBuffer tokens, int[] lengths)
    {
        var ids = new Dictionary<ulong, int>();
        var starts = new int[vocabulary.Count + 1];
        var ofWords = new List<int>(vocabulary.Count * 8);
        var grams = new List<ulong>();
        for (var word = 0; word < vocabulary.Count; word++)
        {
            grams.Clear();
            Collect(vocabulary.Word(word), grams);
            foreach (var gram in grams)
            {
                ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, gram, out var known);
                ofWords.Add(known ? id : id = ids.Count - 1);
            }

            starts[word + 1] = ofWords.Count;
        }

        var table = new GramTable(ids, starts, [.. ofWords], new int[ids.Count], new float[ids.Count]);
        table.Count(tokens, lengths);
        return table;
    }

    public void Save(SnapshotWriter to)
    {
        to.Write<ulong>([.. ids.OrderBy(p => p.Value).Select(p => p.Key)]);
        to.Write<int>(starts);
        to.Write<int>(ofWords);
        to.Write<int>(counts);
        to.Write<float>(most);
    }

    public static GramTable Load(SnapshotReader from)
    {
        var keys = from.Read<ulong>();
        var ids = new Dictionary<ulong, int>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            ids[keys[i]] = i;
        }

        return new GramTable(ids, from.Read<int>(), from.Read<int>(), from.Read<int>(), from.Read<float>());
    }

    private static (int[] Starts, int[] Words) Invert(int[] starts, int[] ofWords, int grams)
    {
        var wordStarts = new int[grams + 1];
        foreach (var gram in ofWords)
        {
            wordStarts[gram + 1]++;
        }

        for (var gram = 0; gram < grams; gram++)
        {
            wordStarts[gram + 1] += wordStarts[gram];
        }

        var words = new int[ofWords.Length];
        var next = (int[])wordStarts.Clone();
        for (var word = 0; word + 1 < starts.Length; word++)
        {
            for (var i = starts[word]; i < starts[word + 1]; i++)
            {
                words[next[ofWords[i]]++] = word;
            }
        }

        return (wordStarts, words);
    }

    private void Count(TokenBuffer tokens, int[] lengths)
    {
        var total = 0L;
        for (var doc = 0; doc < lengths.Length; doc++)
        {
            foreach (var word in tokens.Of(doc))
            {
                lengths[doc] += starts[word + 1] - starts[word];
            }

            total += lengths[doc];
        }

        var mean = Math.Max(1, (double)total / Math.Max(1, lengths.Length));
        var found = new int[Terms];
        for (var doc = 0; doc < lengths.Length; doc++)
        {
            foreach (var word in tokens.Of(doc))
            {
                foreach (var gram in Of(word))
                {
                    found[gram]++;
                }
            }

            foreach (var word in tokens.Of(doc))
            {
                foreach (var gram in Of(word))
                {
                    if (found[gram] == 0)
                    {
                        continue;
                    }

                    counts[gram]++;
                    most[gram] = Math.Max(most[gram], (float)Saturation.Gram.Of(found[gram], lengths[doc] / mean));
                    found[gram] = 0;
                }
            }
        }
    }
}
