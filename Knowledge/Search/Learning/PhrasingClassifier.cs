using PolicyAssistantBot.Knowledge.Search.Queries;
using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.Learning;

/// <summary>
/// Predicts which article a question is a phrasing of: multinomial logistic regression over words, neighbours and character runs,
/// learnt from the phrasings that editors wrote. From ten phrasings on it is better than ranking by shared words. Weights take one
/// byte each; negligible ones are not stored.
/// </summary>
internal sealed class PhrasingClassifier
{
    /// <summary>
    /// Where half of the articles have fewer phrasings than this, they teach nothing reliable and there is no classifier.
    /// </summary>
    public const int Fewest = 10;

    private readonly Dictionary<ulong, int> features;
    private readonly float[] idf;
    private readonly int[] rows;
    private readonly ushort[] columns;
    private readonly sbyte[] weights;
    private readonly float[] scales;
    private readonly int[] classOf;

    /// <param name="features">The features' keys; the other arrays go by their order.</param>
    /// <param name="rows">
    /// Where each feature's weights begin in <paramref name="columns"/>, the classes, and <paramref name="weights"/>.
    /// </param>
    /// <param name="scales">What each feature's weights are multiplied by.</param>
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
    /// For each class, 0 to 1: its probability on a logarithmic scale from one in a million to certain, reduced by the part of the question
    /// that occurs in no phrasing. The scale prevents a confident error from outweighing everything else.
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
        var passages = new int[from.One<int>()][];
        for (var c = 0; c < passages.Length; c++)
        {
            passages[c] = from.Read<int>();
        }

        return new PhrasingClassifier(keys, idf, rows, columns, weights, scales, passages);
    }
}
