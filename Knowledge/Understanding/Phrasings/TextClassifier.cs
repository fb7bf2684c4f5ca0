using System.Numerics;
using PolicyAssistantBot.Knowledge.Content.Snapshots;

namespace PolicyAssistantBot.Knowledge.Understanding.Phrasings;

/// <summary>
/// Multinomial logistic regression over hashed features of texts. Training takes a fraction of a second and is deterministic.
/// </summary>
internal sealed class TextClassifier
{
    /// <summary>The number of weights per class, shared by features with the same bucket; a power of two.</summary>
    private const int BucketCount = 1 << 15;

    private const int Epochs = 8;
    private const float LearningRate = 0.6f;
    private const float LearningRateDecay = 0.75f;

    /// <summary>Weighted classes are few and small and need more epochs.</summary>
    private const int WeightedEpochs = 20;
    private const float WeightedRateDecay = 0.88f;

    private readonly int classCount;
    private readonly float[] weights;

    private TextClassifier(int classes)
    {
        this.classCount = classes;
        weights = new float[BucketCount * classes];
    }

    /// <param name="weights">The weight of the examples of each class; null for equal weights.</param>
    public static TextClassifier Train(
        IEnumerable<(int Class, List<uint> Features)> examples,
        int classes,
        IReadOnlyList<float>? weights = null
    )
    {
        var model = new TextClassifier(classes);
        (int Class, List<uint> Features)[] texts = [.. examples];
        var order = Enumerable.Range(0, texts.Length).ToArray();
        var random = new Random(7);
        var rate = LearningRate;
        var (rounds, decay) = weights is null ? (Epochs, LearningRateDecay) : (WeightedEpochs, WeightedRateDecay);
        for (var round = 0; round < rounds; round++, rate *= decay)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var (label, features) = texts[i];
                var probabilities = model.Predict(features);
                probabilities[label] -= 1;
                var step = rate * (weights?[label] ?? 1) / (weights is null ? 1 : MathF.Sqrt(features.Count));
                foreach (var feature in features)
                {
                    AddScaled(model.GetWeights(feature), probabilities, -step);
                }
            }
        }

        return model;
    }

    /// <summary>Writes the buckets that have weights: most are empty.</summary>
    public void Save(SnapshotWriter writer)
    {
        int[] buckets =
        [
            .. Enumerable.Range(0, BucketCount).Where(bucket => weights.AsSpan(bucket * classCount, classCount).ContainsAnyExcept(0f)),
        ];
        writer.Write(classCount);
        writer.Write<int>(buckets);
        writer.Write<float>([.. buckets.SelectMany(bucket => weights.Skip(bucket * classCount).Take(classCount))]);
    }

    public static TextClassifier Load(SnapshotReader reader)
    {
        var model = new TextClassifier(reader.ReadValue<int>());
        var (buckets, saved) = (reader.Read<int>(), reader.Read<float>());
        for (var i = 0; i < buckets.Length; i++)
        {
            saved.AsSpan(i * model.classCount, model.classCount).CopyTo(model.weights.AsSpan(buckets[i] * model.classCount));
        }

        return model;
    }

    /// <summary>The probability of each class.</summary>
    public float[] Predict(List<uint> features)
    {
        var probabilities = new float[classCount];
        foreach (var feature in features)
        {
            AddScaled(probabilities, GetWeights(feature), 1);
        }

        var max = probabilities.Max();
        var sum = 0f;
        for (var c = 0; c < classCount; c++)
        {
            sum += probabilities[c] = MathF.Exp(probabilities[c] - max);
        }

        for (var c = 0; c < classCount; c++)
        {
            probabilities[c] /= sum;
        }

        return probabilities;
    }

    /// <summary>Adds a vector times a factor to another, by the width of the processor's registers.</summary>
    private static void AddScaled(Span<float> sum, ReadOnlySpan<float> added, float factor)
    {
        var i = 0;
        for (; i <= sum.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var target = sum[i..];
            (new Vector<float>(target) + (new Vector<float>(added[i..]) * factor)).CopyTo(target);
        }

        for (; i < sum.Length; i++)
        {
            sum[i] += added[i] * factor;
        }
    }

    private Span<float> GetWeights(uint feature) =>
        weights.AsSpan((int)((feature ^ (feature >> 15)) & (BucketCount - 1)) * classCount, classCount);
}
