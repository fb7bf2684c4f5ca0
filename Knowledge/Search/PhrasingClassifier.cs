using System.Numerics;
using System.Runtime.InteropServices;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>
/// Which article a question is another phrasing of: multinomial logistic regression over words, neighbours and character runs,
/// learnt from the phrasings that editors wrote. From ten phrasings on it is better than any ranking by shared words.
/// </summary>
internal sealed class PhrasingClassifier
{
    /// <summary>An article with fewer phrasings than this teaches nothing reliable and is no class.</summary>
    public const int Fewest = 10;

    private const int Rounds = 30;
    private const float Rate = 5;
    private const double Sharpening = 0.7;
    private readonly Dictionary<string, int> features;
    private readonly double[] idf;
    private readonly float[] weights;
    private readonly int classes;

    private PhrasingClassifier(Dictionary<string, int> features, double[] idf, float[] weights, int[][] passages)
    {
        this.features = features;
        this.idf = idf;
        this.weights = weights;
        classes = passages.Length;
        Passages = passages;
    }

    /// <summary>For each class the passages that hold its phrasings.</summary>
    public int[][] Passages { get; }

    public long Bytes => (4L * weights.Length) + (80L * features.Count);

    /// <param name="examples">For each class its passages and its phrasings, read as a question is.</param>
    /// <returns>Null when there are not two classes to tell apart.</returns>
    public static PhrasingClassifier? Learn(IReadOnlyList<(int[] Passages, IReadOnlyList<List<QueryWord>> Phrasings)> examples)
    {
        if (examples.Count < 2)
            return null;

        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var texts = examples.SelectMany((e, c) => e.Phrasings.Select(p => (Class: c, Names: Names(p).Distinct(StringComparer.Ordinal).ToList()))).ToList();
        var counts = new List<int>();
        foreach (var name in texts.SelectMany(t => t.Names))
        {
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, name, out var known);
            if (!known)
            {
                id = counts.Count;
                counts.Add(0);
            }

            counts[id]++;
        }

        var order = numbers.OrderBy(f => f.Value).Select(f => (f.Key, Count: counts[f.Value])).ToList();
        numbers = order.Select((f, i) => (f.Key, i)).ToDictionary(f => f.Key, f => f.i, StringComparer.Ordinal);
        var rarity = order.Select(f => Math.Pow(Math.Log(1 + ((double)texts.Count / f.Count)), Sharpening)).ToArray();
        var model = new PhrasingClassifier(numbers, rarity, new float[numbers.Count * examples.Count], [.. examples.Select(e => e.Passages)]);
        model.Train([.. texts.Select(t => (t.Class, model.Weigh(t.Names).Values))]);
        return model;
    }

    /// <summary>
    /// For each class 0 to 1: its probability on a logarithmic scale from one in a million to certain, lowered by how much of the
    /// question no phrasing holds. The scale keeps a sure mistake from outweighing everything else.
    /// </summary>
    public float[] Predict(IReadOnlyList<QueryWord> words)
    {
        var (vector, known) = Weigh([.. Names(words).Distinct(StringComparer.Ordinal)]);
        var p = new float[classes];
        if (vector.Length == 0)
            return p;

        Softmax(vector, p);
        for (var c = 0; c < classes; c++)
        {
            p[c] = (float)known * (1 + (MathF.Log10(MathF.Max(p[c], 1e-6f)) / 6));
        }

        return p;
    }

    private static IEnumerable<string> Names(IReadOnlyList<QueryWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            yield return words[i].Loose;
            if (i > 0)
                yield return words[i - 1].Loose + " " + words[i].Loose;
            foreach (var gram in GramTable.Grams(words[i].Exact))
            {
                yield return "#" + gram;
            }
        }
    }

    private ((int Feature, float Value)[] Values, double Known) Weigh(List<string> names)
    {
        var vector = names.Select(name => features.GetValueOrDefault(name, -1)).Where(f => f >= 0).Select(f => (Feature: f, Value: (float)idf[f])).ToArray();
        var norm = (float)Math.Sqrt(vector.Sum(v => v.Value * v.Value));
        var known = vector.Length == 0 ? 0 : (double)vector.Length / names.Count;
        return ([.. vector.Select(v => (v.Feature, v.Value / norm))], Math.Min(1, 0.3 + known));
    }

    private void Softmax((int Feature, float Value)[] vector, Span<float> p)
    {
        p.Clear();
        foreach (var (feature, value) in vector)
        {
            var row = weights.AsSpan(feature * classes, classes);
            AddScaled(row, value, p);
        }

        var max = float.NegativeInfinity;
        foreach (var v in p)
        {
            max = Math.Max(max, v);
        }

        var sum = 0f;
        for (var c = 0; c < p.Length; c++)
        {
            p[c] = MathF.Exp(p[c] - max);
            sum += p[c];
        }

        for (var c = 0; c < p.Length; c++)
        {
            p[c] /= sum;
        }
    }

    private static void AddScaled(ReadOnlySpan<float> row, float factor, Span<float> sum)
    {
        var i = 0;
        var scale = new Vector<float>(factor);
        for (; i + Vector<float>.Count <= row.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(sum[i..]) + (new Vector<float>(row[i..]) * scale)).CopyTo(sum[i..]);
        }

        for (; i < row.Length; i++)
        {
            sum[i] += row[i] * factor;
        }
    }

    /// <summary>
    /// Stochastic gradient descent with falling steps. The order is fixed, so the same texts give the same model; stopping after few
    /// rounds is what keeps it from learning the phrasings by heart.
    /// </summary>
    private void Train(List<(int Class, (int Feature, float Value)[] Vector)> texts)
    {
        var p = new float[classes];
        var random = new Random(7);
        var order = Enumerable.Range(0, texts.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            var step = -Rate * (1 - (0.9f * round / Rounds));
            foreach (var i in order)
            {
                var (wanted, vector) = texts[i];
                Softmax(vector, p);
                p[wanted] -= 1;
                foreach (var (feature, value) in vector)
                {
                    AddScaled(p, step * value, weights.AsSpan(feature * classes, classes));
                }
            }
        }
    }
}
