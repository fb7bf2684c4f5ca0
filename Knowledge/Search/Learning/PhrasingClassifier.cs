using PolicyAssistantBot.Knowledge.Search.Queries;
using PolicyAssistantBot.Knowledge.Search.Snapshots;

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
    private readonly int[] rows;
    private readonly ushort[] columns;
    private readonly sbyte[] weights;
    private readonly float[] scales;
    private readonly int[] classOf;

    /// <param name="features">The hashes of the features; the other arrays have the same order.</param>
    /// <param name="rows">
    /// The offset of each feature's weights in <paramref name="columns"/> (the classes) and <paramref name="weights"/>.
    /// </param>
    /// <param name="scales">The factor of each feature's quantised weights.</param>
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
        (this.idf, this.rows, this.columns, this.weights, this.scales) = (idf, rows, columns, weights, scales);
        Passages = passages;
        this.features = new Dictionary<ulong, int>(features.Length);
        for (var i = 0; i < features.Length; i++)
        {
            this.features.Add(features[i], i);
        }

        classOf = new int[passages.SelectMany(p => p).DefaultIfEmpty(-1).Max() + 1];
        classOf.AsSpan().Fill(-1);
        for (var c = 0; c < passages.Length; c++)
        {
            foreach (var passage in passages[c])
            {
                classOf[passage] = c;
            }
        }
    }

    /// <summary>For each class the passages that contain its phrasings.</summary>
    public int[][] Passages { get; }

    public long Bytes => (36L * features.Count) + (8L * rows.Length) + (3L * weights.Length) + (4L * classOf.Length);

    /// <summary>The class of a passage, or -1.</summary>
    public int ClassOf(int passage) => passage < classOf.Length ? classOf[passage] : -1;

    /// <summary>
    /// Scores each class from 0 to 1: its probability on a logarithmic scale from one in a million to 1, reduced by the share of the
    /// question's features that no phrasing has. The logarithmic scale keeps a confident error from outweighing the other channels.
    /// </summary>
    public float[] Predict(IReadOnlyList<QueryWord> words)
    {
        var asked = PhrasingFeatures.Of(words);
        var p = new float[Passages.Length];
        var norm = 0f;
        var known = 0;
        foreach (var feature in asked)
        {
            if (!features.TryGetValue(feature, out var row))
            {
                continue;
            }

            known++;
            norm += idf[row] * idf[row];
            var scale = scales[row] * idf[row];
            for (var i = rows[row]; i < rows[row + 1]; i++)
            {
                p[columns[i]] += weights[i] * scale;
            }
        }

        if (known == 0)
        {
            return p;
        }

        norm = MathF.Sqrt(norm);
        for (var c = 0; c < p.Length; c++)
        {
            p[c] /= norm;
        }

        PhrasingTrainer.Softmax(p);
        var share = (float)Math.Min(1, 0.3 + ((double)known / asked.Count));
        for (var c = 0; c < p.Length; c++)
        {
            p[c] = share * (1 + (MathF.Log10(MathF.Max(p[c], 1e-6f)) / 6));
        }

        return p;
    }

    public void Save(SnapshotWriter to)
    {
        to.Write<ulong>([.. features.OrderBy(f => f.Value).Select(f => f.Key)]);
        to.Write<float>(idf);
        to.Write<int>(rows);
        to.Write<ushort>(columns);
        to.Write<sbyte>(weights);
        to.Write<float>(scales);
        to.Write(Passages.Length);
        foreach (var passages in Passages)
        {
            to.Write<int>(passages);
        }
    }

    public static PhrasingClassifier Load(SnapshotReader from)
    {
        var (keys, idf, rows) = (from.Read<ulong>(), from.Read<float>(), from.Read<int>());
        var (columns, weights, scales) = (from.Read<ushort>(), from.Read<sbyte>(), from.Read<float>());
        var passages = new int[from.ReadValue<int>()][];
        for (var c = 0; c < passages.Length; c++)
        {
            passages[c] = from.Read<int>();
        }

        return new PhrasingClassifier(keys, idf, rows, columns, weights, scales, passages);
    }
}
