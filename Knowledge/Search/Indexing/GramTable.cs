using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Search.Scoring;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>
/// Character n-grams (n = 3 and 4) of words, including the word boundaries: they still match when a word is misspelt or
/// inflected. An n-gram is one number with 16 bits for each character. They are stored by word, not by passage: the n-grams of a
/// passage are those of its words.
/// </summary>
internal sealed class GramTable
{
    private const int MaxWordLength = 40;
    private readonly Dictionary<ulong, int> ids;
    private readonly int[] gramStarts;
    private readonly int[] gramsOfWords;
    private readonly int[] wordStarts;
    private readonly int[] words;
    private readonly int[] documentFrequencies;
    private readonly float[] maxSaturations;

    private GramTable(Dictionary<ulong, int> ids, int[] starts, int[] gramsOfWords, int[] counts, float[] maxSaturations)
    {
        this.ids = ids;
        this.gramStarts = starts;
        this.gramsOfWords = gramsOfWords;
        this.documentFrequencies = counts;
        this.maxSaturations = maxSaturations;
        (wordStarts, words) = Invert(starts, gramsOfWords, counts.Length);
    }

    public int Count => documentFrequencies.Length;

    public long Bytes =>
        (28L * ids.Count)
        + (4L * (gramStarts.Length + (2L * gramsOfWords.Length) + wordStarts.Length + documentFrequencies.Length + maxSaturations.Length));

    public int Find(ulong gram) => ids.GetValueOrDefault(gram, -1);

    /// <summary>The n-grams of a word of the vocabulary, once for each occurrence.</summary>
    public ReadOnlySpan<int> GetGrams(int word) => gramsOfWords.AsSpan(gramStarts[word], gramStarts[word + 1] - gramStarts[word]);

    /// <summary>The words that contain an n-gram, once for each occurrence.</summary>
    public ReadOnlySpan<int> GetWords(int gram) => words.AsSpan(wordStarts[gram], wordStarts[gram + 1] - wordStarts[gram]);

    /// <summary>The number of passages that contain the n-gram.</summary>
    public int GetDocumentFrequency(int gram) => documentFrequencies[gram];

    /// <summary>The highest saturation of the n-gram in any passage.</summary>
    public float GetMaxSaturation(int gram) => maxSaturations[gram];

    /// <summary>Adds the n-grams of a word to a list.</summary>
    public static void AddGrams(string word, List<ulong> grams)
    {
        var length = Math.Min(word.Length, MaxWordLength);
        for (var n = 3; n <= 4; n++)
        {
            for (var i = -1; i + n <= length + 1; i++)
            {
                ulong gram = 0;
                for (var position = i; position < i + n; position++)
                {
                    gram =
                        (gram << 16)
                        | (
                            position < 0 ? '^'
                            : position == length ? '$'
                            : word[position]
                        );
                }

                grams.Add(gram);
            }
        }
    }

    public static string ToText(ulong gram)
    {
        Span<char> text = stackalloc char[4];
        var position = text.Length;
        for (; gram != 0; gram >>= 16)
        {
            text[--position] = (char)gram;
        }

        return text[position..].ToString();
    }

    /// <param name="lengths">Receives the number of n-grams of each passage.</param>
    public static GramTable Build(Vocabulary vocabulary, TokenBuffer tokens, int[] lengths)
    {
        var ids = new Dictionary<ulong, int>();
        var starts = new int[vocabulary.Count + 1];
        var gramsOfWords = new List<int>(vocabulary.Count * 8);
        var grams = new List<ulong>();
        for (var word = 0; word < vocabulary.Count; word++)
        {
            grams.Clear();
            AddGrams(vocabulary.GetExactForm(word), grams);
            foreach (var gram in grams)
            {
                ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, gram, out var exists);
                gramsOfWords.Add(exists ? id : id = ids.Count - 1);
            }

            starts[word + 1] = gramsOfWords.Count;
        }

        var table = new GramTable(ids, starts, [.. gramsOfWords], new int[ids.Count], new float[ids.Count]);
        table.CountPassages(tokens, lengths);
        return table;
    }

    public void Save(SnapshotWriter writer)
    {
        writer.Write<ulong>([.. ids.OrderBy(p => p.Value).Select(p => p.Key)]);
        writer.Write<int>(gramStarts);
        writer.Write<int>(gramsOfWords);
        writer.Write<int>(documentFrequencies);
        writer.Write<float>(maxSaturations);
    }

    public static GramTable Load(SnapshotReader reader)
    {
        var keys = reader.Read<ulong>();
        var ids = new Dictionary<ulong, int>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            ids[keys[i]] = i;
        }

        return new GramTable(ids, reader.Read<int>(), reader.Read<int>(), reader.Read<int>(), reader.Read<float>());
    }

    private static (int[] Starts, int[] Words) Invert(int[] starts, int[] gramsOfWords, int grams)
    {
        var wordStarts = new int[grams + 1];
        foreach (var gram in gramsOfWords)
        {
            wordStarts[gram + 1]++;
        }

        for (var gram = 0; gram < grams; gram++)
        {
            wordStarts[gram + 1] += wordStarts[gram];
        }

        var words = new int[gramsOfWords.Length];
        var next = (int[])wordStarts.Clone();
        for (var word = 0; word + 1 < starts.Length; word++)
        {
            for (var i = starts[word]; i < starts[word + 1]; i++)
            {
                words[next[gramsOfWords[i]]++] = word;
            }
        }

        return (wordStarts, words);
    }

    private void CountPassages(TokenBuffer tokens, int[] lengths)
    {
        var total = 0L;
        for (var doc = 0; doc < lengths.Length; doc++)
        {
            foreach (var word in tokens.GetWords(doc))
            {
                lengths[doc] += gramStarts[word + 1] - gramStarts[word];
            }

            total += lengths[doc];
        }

        var meanLength = Math.Max(1, (double)total / Math.Max(1, lengths.Length));
        var occurrences = new int[Count];
        for (var doc = 0; doc < lengths.Length; doc++)
        {
            foreach (var word in tokens.GetWords(doc))
            {
                foreach (var gram in GetGrams(word))
                {
                    occurrences[gram]++;
                }
            }

            foreach (var word in tokens.GetWords(doc))
            {
                foreach (var gram in GetGrams(word))
                {
                    if (occurrences[gram] == 0)
                    {
                        continue;
                    }

                    documentFrequencies[gram]++;
                    maxSaturations[gram] = Math.Max(
                        maxSaturations[gram],
                        (float)Saturation.Gram.Compute(occurrences[gram], lengths[doc] / meanLength)
                    );
                    occurrences[gram] = 0;
                }
            }
        }
    }
}
