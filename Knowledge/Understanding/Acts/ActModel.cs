namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>Multinomial logistic regression over <see cref="ActFeatures"/>: the same weights from the same examples.</summary>
internal sealed class ActModel
{
    private const int Rounds = 30;
    private const double FirstRate = .3;
    private const double Shrink = 1e-4;

    private readonly ActFeatures features;
    private readonly int classes;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly double[] bias;
    private double[] weights;

    private ActModel(ActFeatures features, int classes)
    {
        (this.features, this.classes) = (features, classes);
        bias = new double[classes];
        weights = [];
    }

    /// <param name="examples">Texts with the number of their class.</param>
    public static ActModel Learn(ActFeatures features, IReadOnlyList<(string Text, int Class)> examples, int classes)
    {
        var model = new ActModel(features, classes);
        List<(int[] Known, int Class)> read = [];
        foreach (var (text, wanted) in examples)
        {
            read.Add(([.. features.Of(text).Select(model.Place)], wanted));
        }

        model.weights = new double[model.places.Count * classes];

        // Every class weighs the same, however many examples it has.
        var counts = read.GroupBy(example => example.Class).ToDictionary(group => group.Key, group => group.Count());
        var share = Math.Sqrt((double)read.Count / Math.Max(1, counts.Count));
        var state = 7u;
        for (var round = 0; round < Rounds; round++)
        {
            var rate = FirstRate / (1 + (.2 * round));
            for (var i = read.Count - 1; i > 0; i--)
            {
                state = (state * 1664525) + 1013904223;
                var j = (int)(state % (uint)(i + 1));
                (read[i], read[j]) = (read[j], read[i]);
            }

            foreach (var (known, wanted) in read)
            {
                model.Step(known, wanted, rate * Math.Min(3, share / Math.Sqrt(counts[wanted])));
            }
        }

        return model;
    }

    /// <summary>The probability of each class.</summary>
    public double[] Probabilities(string text) =>
        Probabilities([.. features.Of(text).Where(places.ContainsKey).Select(feature => places[feature])]);

    private double[] Probabilities(int[] known)
    {
        var p = (double[])bias.Clone();
        foreach (var feature in known)
        {
            for (var c = 0; c < classes; c++)
            {
                p[c] += weights[(feature * classes) + c];
            }
        }

        var max = p.Max();
        var sum = 0d;
        for (var c = 0; c < classes; c++)
        {
            sum += p[c] = Math.Exp(p[c] - max);
        }

        for (var c = 0; c < classes; c++)
        {
            p[c] /= sum;
        }

        return p;
    }

    private void Step(int[] known, int wanted, double rate)
    {
        var p = Probabilities(known);
        p[wanted] -= 1;
        var each = rate / Math.Sqrt(Math.Max(1, known.Length));
        for (var c = 0; c < classes; c++)
        {
            bias[c] -= .1 * each * p[c];
        }

        foreach (var feature in known)
        {
            for (var c = 0; c < classes; c++)
            {
                ref var weight = ref weights[(feature * classes) + c];
                weight -= each * (p[c] + (Shrink * weight));
            }
        }
    }

    private int Place(string feature)
    {
        if (!places.TryGetValue(feature, out var place))
        {
            places[feature] = place = places.Count;
        }

        return place;
    }
}
