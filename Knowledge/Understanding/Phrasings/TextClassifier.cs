namespace PolicyAssistantBot.Knowledge.Understanding.Phrasings;

/// <summary>
/// Multinomial logistic regression over hashed features of texts. It learns in a fraction of a second and learns the same from the same
/// texts.
/// </summary>
internal sealed class TextClassifier
{
    /// <summary>Features share so many weights a class; a power of two.</summary>
    private const int Buckets = 1 << 15;

    private const int Rounds = 8;
    private const float Rate = 0.6f;
    private const float Decay = 0.75f;

    /// <summary>Weighted classes are few and small, and need more rounds.</summary>
    private const int WeightedRounds = 20;
    private const float WeightedDecay = 0.88f;

    private readonly int classes;
    private readonly float[] weights;

    private TextClassifier(int classes)
    {
        this.classes = classes;
        weights = new float[Buckets * classes];
    }

    /// <param name="weights">How much an example of each class counts; without them all examples count the same.</param>
    public static TextClassifier Learn(
        IEnumerable<(int Class, List<uint> Features)> examples,
        int classes,
        IReadOnlyList<float>? weights = null
    )
    {
        var model = new TextClassifier(classes);
        (int Class, List<uint> Features)[] texts = [.. examples];
        var order = Enumerable.Range(0, texts.Length).ToArray();
        var random = new Random(7);
        var rate = Rate;
        var (rounds, decay) = weights is null ? (Rounds, Decay) : (WeightedRounds, WeightedDecay);
        for (var round = 0; round < rounds; round++, rate *= decay)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var (wanted, features) = texts[i];
                var p = model.Probabilities(features);
                p[wanted] -= 1;
                var step = rate * (weights?[wanted] ?? 1) / (weights is null ? 1 : MathF.Sqrt(features.Count));
                foreach (var feature in features)
                {
                    var row = model.Row(feature);
                    for (var c = 0; c < classes; c++)
                    {
                        row[c] -= step * p[c];
                    }
                }
            }
        }

        return model;
    }

    /// <summary>The probability of each class.</summary>
    public float[] Probabilities(List<uint> features)
    {
        var p = new float[classes];
        foreach (var feature in features)
        {
            var row = Row(feature);
            for (var c = 0; c < classes; c++)
            {
                p[c] += row[c];
            }
        }

        var max = p.Max();
        var sum = 0f;
        for (var c = 0; c < classes; c++)
        {
            sum += p[c] = MathF.Exp(p[c] - max);
        }

        for (var c = 0; c < classes; c++)
        {
            p[c] /= sum;
        }

        return p;
    }

    private Span<float> Row(uint feature) => weights.AsSpan((int)((feature ^ (feature >> 15)) & (Buckets - 1)) * classes, classes);
}
