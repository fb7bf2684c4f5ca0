using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Learning;

/// <summary>
/// Predicts the article that a question is a phrasing of: multinomial logistic regression over words, word pairs and character n-grams,
/// trained on the phrasings that editors wrote. With ten phrasings or more for each article it is better than ranking by common words.
/// Weights are quantised to one byte and pruned.
/// </summary>
internal sealed class PhrasingClassifier
{
    /// <summary>
    /// When more than half of the articles have fewer phrasings, there is no classifier, because it would not be reliable.
    /// </summary>
    public const int MinPhrasings = 10;

    private readonly Dictionary<ulong, int> features;
    private readonly float[] idf;
    private readonly int[] rowStarts;
    private readonly ushort[] columns;
    private readonly sbyte[] weights;
    private readonly float[] scales;
    private readonly int[] classByPassage;

    /// <param name="features">The hashes of the features; the other arrays have the same order.</param>
    /// <param name="rows">
    /// The offset of each feature's weights in <paramref name="columns"/> (the classes) and <paramref name="weights"/>.
    /// </param>
    /// <param name="scales">The factor of each feature's quantised weights.</param>
    /// <exception cref="InvalidDataException">A column is no class.</exception>
    public PhrasingClassifier(
        ulong[] features,
        float[] idf,
        int[] rows,
        ushort[] columns,
        sbyte[] weights,
        float[] scales,
        int[][] passages
    )
    {
        if (columns.AsSpan().ContainsAnyExceptInRange((ushort)0, (ushort)(passages.Length - 1)))
        {
            throw new InvalidDataException("A weight belongs to no class.");
        }

        (this.idf, this.rowStarts, this.columns, this.weights, this.scales) = (idf, rows, columns, weights, scales);
        Passages = passages;
        classByPassage = IndexClasses(passages);
        this.features = new Dictionary<ulong, int>(features.Length);
        for (var i = 0; i < features.Length; i++)
        {
            this.features.Add(features[i], i);
        }
    }

    private PhrasingClassifier(PhrasingClassifier other, int[][] passages)
    {
        (features, idf, rowStarts) = (other.features, other.idf, other.rowStarts);
        (columns, weights, scales) = (other.columns, other.weights, other.scales);
        Passages = passages;
        classByPassage = IndexClasses(passages);
    }

    /// <summary>For each class the passages that contain its phrasings.</summary>
    public int[][] Passages { get; }

    /// <summary>What was learnt, in the order of the features: the same object in classifiers that share it.</summary>
    internal IReadOnlyList<sbyte> Weights => weights;

    /// <summary>The same classifier for an index in which the passages have other numbers.</summary>
    /// <param name="passages">For each class its passages; none when its article is gone.</param>
    public PhrasingClassifier WithPassages(int[][] passages) => new(this, passages);

    public long ByteSize => (36L * features.Count) + (8L * rowStarts.Length) + (3L * weights.Length) + (4L * classByPassage.Length);

    /// <summary>The class of a passage, or -1.</summary>
    public int FindClass(int passage) => passage < classByPassage.Length ? classByPassage[passage] : -1;

    /// <summary>
    /// Scores each class from 0 to 1: its probability on a logarithmic scale from one in a million to 1, reduced by the share of the
    /// question's features that no phrasing has. The logarithmic scale keeps a confident error from outweighing the other retrievers.
    /// </summary>
    public float[] Predict(IReadOnlyList<QueryWord> words)
    {
        var questionFeatures = PhrasingFeatures.Extract(words);
        var probabilities = new float[Passages.Length];
        var questionNorm = 0f;
        var knownCount = 0;
        foreach (var feature in questionFeatures)
        {
            if (!features.TryGetValue(feature, out var row))
            {
                continue;
            }

            knownCount++;
            questionNorm += idf[row] * idf[row];
            var scale = scales[row] * idf[row];
            var rowColumns = columns.AsSpan(rowStarts[row]..rowStarts[row + 1]);
            var rowWeights = weights.AsSpan(rowStarts[row], rowColumns.Length);
            ref var sums = ref MemoryMarshal.GetArrayDataReference(probabilities);
            for (var i = 0; i < rowColumns.Length; i++)
            {
                Unsafe.Add(ref sums, (nint)rowColumns[i]) += rowWeights[i] * scale;
            }
        }

        if (knownCount == 0)
        {
            return probabilities;
        }

        questionNorm = MathF.Sqrt(questionNorm);
        for (var c = 0; c < probabilities.Length; c++)
        {
            probabilities[c] /= questionNorm;
        }

        PhrasingTrainer.Softmax(probabilities);
        var factor = (float)Math.Min(1, 0.3 + ((double)knownCount / questionFeatures.Count));
        for (var c = 0; c < probabilities.Length; c++)
        {
            probabilities[c] = factor * (1 + (MathF.Log10(MathF.Max(probabilities[c], 1e-6f)) / 6));
        }

        return probabilities;
    }

    private static int[] IndexClasses(int[][] passages)
    {
        var classByPassage = new int[passages.SelectMany(ofClass => ofClass).DefaultIfEmpty(-1).Max() + 1];
        classByPassage.AsSpan().Fill(-1);
        for (var c = 0; c < passages.Length; c++)
        {
            foreach (var passage in passages[c])
            {
                classByPassage[passage] = c;
            }
        }

        return classByPassage;
    }

    public void Save(SnapshotWriter writer)
    {
        writer.Write<ulong>([.. features.OrderBy(f => f.Value).Select(f => f.Key)]);
        writer.Write<float>(idf);
        writer.Write<int>(rowStarts);
        writer.Write<ushort>(columns);
        writer.Write<sbyte>(weights);
        writer.Write<float>(scales);
        writer.Write(Passages.Length);
        foreach (var passages in Passages)
        {
            writer.Write<int>(passages);
        }
    }

    public static PhrasingClassifier Load(SnapshotReader reader)
    {
        var (keys, idf, rows) = (reader.Read<ulong>(), reader.Read<float>(), reader.Read<int>());
        var (columns, weights, scales) = (reader.Read<ushort>(), reader.Read<sbyte>(), reader.Read<float>());
        var passages = new int[reader.ReadValue<int>()][];
        for (var c = 0; c < passages.Length; c++)
        {
            passages[c] = reader.Read<int>();
        }

        return new PhrasingClassifier(keys, idf, rows, columns, weights, scales, passages);
    }
}
