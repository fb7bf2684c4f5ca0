using System.Numerics;
using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Learning;

/// <summary>Learns a <see cref="PhrasingClassifier"/> by stochastic gradient descent; used once.</summary>
internal sealed class PhrasingTrainer
{
    private const int Rounds = 12;
    private const float Rate = 6;
    private const double Sharpening = 0.7;

    /// <summary>Weights at most while learning; rarer features are left out until they fit.</summary>
    private const long LargestTable = 50_000_000;

    /// <summary>A class whose probability is this near to what it should be learns nothing from a text.</summary>
    private const float Settled = 2e-4f;

    /// <summary>A feature's weights below this share of its largest are left out.</summary>
    private const float Negligible = 0.012f;

    private readonly int classes;
    private readonly ulong[] features;
    private readonly float[] idf;
    private readonly float[] weights;
    private readonly List<(int Class, (int Feature, float Value)[] Vector)> texts;

    private PhrasingTrainer(List<(int Class, List<ulong> Features)> examples, int classes)
    {
        this.classes = classes;
        var counts = new Dictionary<ulong, int>();
        foreach (var feature in examples.SelectMany(e => e.Features))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        }

        var least = 1;
        while (counts.Values.LongCount(count => count >= least) * classes > LargestTable)
        {
            least++;
        }

        features = [.. counts.Where(f => f.Value >= least).Select(f => f.Key)];
        idf = [.. features.Select(f => (float)Math.Pow(Math.Log(1 + ((double)examples.Count / counts[f])), Sharpening))];
        weights = new float[features.Length * classes];
        var places = features.Select((f, i) => (f, i)).ToDictionary(f => f.f, f => f.i);
        texts = [.. examples.Select(e => (e.Class, Weigh(e.Features.Where(places.ContainsKey).Select(f => places[f]))))];
    }

    /// <param name="examples">For each class its passages and its phrasings, read as a question is.</param>
    /// <returns>Null when there are fewer than two classes.</returns>
    public static PhrasingClassifier? Learn(IReadOnlyList<(int[] Passages, IReadOnlyList<List<QueryWord>> Phrasings)> examples)
    {
        if (examples.Count is < 2 or > ushort.MaxValue)
        {
            return null;
        }

        var trainer = new PhrasingTrainer(
            [.. examples.SelectMany((e, c) => e.Phrasings.Select(p => (c, PhrasingFeatures.Of(p))))],
            examples.Count
        );
        trainer.Train();
        return trainer.Pack([.. examples.Select(e => e.Passages)]);
    }

    public static void Softmax(Span<float> p)
    {
        var max = float.NegativeInfinity;
        foreach (var v in p)
        {
            max = Math.Max(max, v);
        }

        var sum = 0f;
        for (var c = 0; c < p.Length; c++)
        {
            p[c] = p[c] - max < -20 ? 0 : MathF.Exp(p[c] - max);
            sum += p[c];
        }

        for (var c = 0; c < p.Length; c++)
        {
            p[c] /= sum;
        }
    }

    private (int Feature, float Value)[] Weigh(IEnumerable<int> found)
    {
        var vector = found.Select(f => (Feature: f, Value: idf[f])).ToArray();
        var norm = MathF.Sqrt(vector.Sum(v => v.Value * v.Value));
        return Array.ConvertAll(vector, v => (v.Feature, v.Value / norm));
    }

    /// <summary>
    /// Steps fall from round to round. The order is fixed, so the same texts give the same model; stopping after few rounds is what keeps
    /// it from learning the phrasings by heart.
    /// </summary>
    private void Train()
    {
        var p = new float[classes];
        var wrong = new List<int>(classes);
        var random = new Random(7);
        var order = Enumerable.Range(0, texts.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            var step = -Rate * (1 - (0.9f * round / Rounds));
            foreach (var i in order)
            {
                var (wanted, vector) = texts[i];
                Array.Clear(p);
                foreach (var (feature, value) in vector)
                {
                    AddScaled(weights.AsSpan(feature * classes, classes), value, p);
                }

                Softmax(p);
                p[wanted] -= 1;
                wrong.Clear();
                for (var c = 0; c < p.Length; c++)
                {
                    if (Math.Abs(p[c]) > Settled)
                    {
                        wrong.Add(c);
                    }
                }

                foreach (var (feature, value) in vector)
                {
                    Learn(weights.AsSpan(feature * classes, classes), step * value, p, wrong);
                }
            }
        }
    }

    private static void Learn(Span<float> row, float step, float[] p, List<int> wrong)
    {
        if (wrong.Count * 4 > row.Length)
        {
            AddScaled(p, step, row);
            return;
        }

        foreach (var c in wrong)
        {
            row[c] += step * p[c];
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

    private PhrasingClassifier Pack(int[][] passages)
    {
        var rows = new int[features.Length + 1];
        var scales = new float[features.Length];
        var (columns, packed) = (new List<ushort>(), new List<sbyte>());
        for (var f = 0; f < features.Length; f++)
        {
            var row = weights.AsSpan(f * classes, classes);
            var largest = 0f;
            foreach (var weight in row)
            {
                largest = Math.Max(largest, Math.Abs(weight));
            }

            scales[f] = largest / sbyte.MaxValue;
            for (var c = 0; c < classes && largest > 0; c++)
            {
                if (Math.Abs(row[c]) < largest * Negligible)
                {
                    continue;
                }

                columns.Add((ushort)c);
                packed.Add((sbyte)MathF.Round(row[c] / scales[f]));
            }

            rows[f + 1] = columns.Count;
        }

        return new PhrasingClassifier(features, idf, rows, [.. columns], [.. packed], scales, passages);
    }
}
