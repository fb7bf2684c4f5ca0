using System.Numerics;
using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Learning;

/// <summary>Trains a <see cref="PhrasingClassifier"/> by stochastic gradient descent. An instance trains one classifier.</summary>
internal sealed class PhrasingTrainer
{
    private const int Epochs = 12;
    private const float LearningRate = 6;
    private const double IdfExponent = 0.7;

    /// <summary>The most weights during training; the rarest features are left out to stay below it.</summary>
    private const long MaxWeights = 50_000_000;

    /// <summary>Classes with a smaller error on a text are not updated.</summary>
    private const float NegligibleError = 2e-4f;

    /// <summary>Weights below this share of the feature's largest weight are pruned.</summary>
    private const float PruningShare = 0.012f;

    private readonly int classCount;
    private readonly ulong[] features;
    private readonly float[] idf;
    private readonly float[] weights;
    private readonly List<(int Class, (int Feature, float Value)[] Vector)> texts;

    private PhrasingTrainer(List<(int Class, List<ulong> Features)> examples, int classes)
    {
        this.classCount = classes;
        var featureCounts = new Dictionary<ulong, int>();
        foreach (var feature in examples.SelectMany(e => e.Features))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(featureCounts, feature, out _)++;
        }

        var minCount = 1;
        while (featureCounts.Values.LongCount(count => count >= minCount) * classes > MaxWeights)
        {
            minCount++;
        }

        features = [.. featureCounts.Where(f => f.Value >= minCount).Select(f => f.Key)];
        idf = [.. features.Select(f => (float)Math.Pow(Math.Log(1 + ((double)examples.Count / featureCounts[f])), IdfExponent))];
        weights = new float[features.Length * classes];
        var indexByFeature = features.Select((f, i) => (f, i)).ToDictionary(f => f.f, f => f.i);
        texts =
        [
            .. examples.Select(e => (e.Class, ToUnitVector(e.Features.Where(indexByFeature.ContainsKey).Select(f => indexByFeature[f])))),
        ];
    }

    /// <param name="examples">For each class its passages and its phrasings, tokenised like a question.</param>
    /// <returns>Null when there are fewer than two classes.</returns>
    public static PhrasingClassifier? Train(IReadOnlyList<(int[] Passages, IReadOnlyList<List<QueryWord>> Phrasings)> examples)
    {
        if (examples.Count is < 2 or > ushort.MaxValue)
        {
            return null;
        }

        var trainer = new PhrasingTrainer(
            [.. examples.SelectMany((e, c) => e.Phrasings.Select(probabilities => (c, PhrasingFeatures.Extract(probabilities))))],
            examples.Count
        );
        trainer.Train();
        return trainer.CreateClassifier([.. examples.Select(e => e.Passages)]);
    }

    public static void Softmax(Span<float> probabilities)
    {
        var max = float.NegativeInfinity;
        foreach (var v in probabilities)
        {
            max = Math.Max(max, v);
        }

        var sum = 0f;
        for (var c = 0; c < probabilities.Length; c++)
        {
            probabilities[c] = probabilities[c] - max < -20 ? 0 : MathF.Exp(probabilities[c] - max);
            sum += probabilities[c];
        }

        for (var c = 0; c < probabilities.Length; c++)
        {
            probabilities[c] /= sum;
        }
    }

    private (int Feature, float Value)[] ToUnitVector(IEnumerable<int> featureIndices)
    {
        var vector = featureIndices.Select(f => (Feature: f, Value: idf[f])).ToArray();
        var norm = MathF.Sqrt(vector.Sum(v => v.Value * v.Value));
        return Array.ConvertAll(vector, v => (v.Feature, v.Value / norm));
    }

    /// <summary>
    /// The learning rate falls with every epoch. The random seed is fixed, so the same texts give the same model. Stopping after
    /// few epochs prevents overfitting.
    /// </summary>
    private void Train()
    {
        var probabilities = new float[classCount];
        var wrongClasses = new List<int>(classCount);
        var random = new Random(7);
        var order = Enumerable.Range(0, texts.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var step = -LearningRate * (1 - (0.9f * epoch / Epochs));
            foreach (var i in order)
            {
                var (label, vector) = texts[i];
                Array.Clear(probabilities);
                foreach (var (feature, value) in vector)
                {
                    AddScaled(weights.AsSpan(feature * classCount, classCount), value, probabilities);
                }

                Softmax(probabilities);
                probabilities[label] -= 1;
                wrongClasses.Clear();
                for (var c = 0; c < probabilities.Length; c++)
                {
                    if (Math.Abs(probabilities[c]) > NegligibleError)
                    {
                        wrongClasses.Add(c);
                    }
                }

                foreach (var (feature, value) in vector)
                {
                    Update(weights.AsSpan(feature * classCount, classCount), step * value, probabilities, wrongClasses);
                }
            }
        }
    }

    private static void Update(Span<float> row, float step, float[] probabilities, List<int> wrongClasses)
    {
        if (wrongClasses.Count * 4 > row.Length)
        {
            AddScaled(probabilities, step, row);
            return;
        }

        foreach (var c in wrongClasses)
        {
            row[c] += step * probabilities[c];
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

    private PhrasingClassifier CreateClassifier(int[][] passages)
    {
        var rows = new int[features.Length + 1];
        var scales = new float[features.Length];
        var (columns, packed) = (new List<ushort>(), new List<sbyte>());
        for (var f = 0; f < features.Length; f++)
        {
            var row = weights.AsSpan(f * classCount, classCount);
            var largest = 0f;
            foreach (var weight in row)
            {
                largest = Math.Max(largest, Math.Abs(weight));
            }

            scales[f] = largest / sbyte.MaxValue;
            for (var c = 0; c < classCount && largest > 0; c++)
            {
                if (Math.Abs(row[c]) < largest * PruningShare)
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
