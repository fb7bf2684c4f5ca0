using System.Globalization;
using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Language.Masking;

namespace PolicyAssistantBot.Knowledge.Evaluation.Names;

/// <summary>
/// Learns the weights of a <see cref="NameModel"/> with an averaged structured perceptron: whenever the best tags of a sentence are not the
/// right ones, the features of the right ones gain and those of the wrong ones lose. All arithmetic is in integers and the order is fixed,
/// so that the same sentences give the same file on every machine.
/// </summary>
internal sealed class NameTraining
{
    private const int Tags = 5;
    private const long Scale = 10;
    private readonly NameTrainingOptions options;
    private readonly Dictionary<ulong, int> ids = [];
    private readonly List<string> names = [];
    private readonly List<int> occurrences = [];
    private readonly List<FeatureGroup> groups = [];

    // For each feature and tag the weight, and the sum of each change times the sentence in which it was made, for the average.
    private int[] weights = [];
    private long[] sums = [];

    private NameTraining(NameTrainingOptions options) => this.options = options;

    /// <summary>The words of a sentence that may be ignored while it is learnt, so that the other evidence has to do.</summary>
    private enum FeatureGroup
    {
        Evidence,
        Word,
        Neighbours,
    }

    /// <summary>The lines of the weights in the model's file.</summary>
    public static IEnumerable<string> Learn(IEnumerable<NameSentence> sentences, NameVocabulary vocabulary, NameTrainingOptions options)
    {
        var training = new NameTraining(options);
        var examples = training.Prepare(sentences, vocabulary);
        training.weights = new int[training.names.Count * Tags];
        training.sums = new long[training.names.Count * Tags];
        return training.Write(training.Run(examples));
    }

    private List<Example> Prepare(IEnumerable<NameSentence> sentences, NameVocabulary vocabulary)
    {
        var examples = new List<Example>();
        foreach (var sentence in sentences)
        {
            var tokens = NameToken.Split(sentence.Text);
            var leftOut = sentence.IsCounted ? CountOwn(sentence, tokens) : null;
            var words = NameEvidenceReader.Read(sentence.Text, tokens, NameLists.Default, vocabulary, leftOut);
            if (words.Length == 0 || sentence.GetTags(tokens, words) is not { } tags)
            {
                continue;
            }

            var features = new int[words.Length][];
            for (var i = 0; i < words.Length; i++)
            {
                var sink = new Collector(this, []);
                NameFeatures.Extract<Collector>(words, i, ref sink);
                features[i] = [.. sink.Found];
            }

            examples.Add(new Example(features, [.. words.Select(word => word.CanContinue)], tags));
        }

        return examples;
    }

    /// <summary>For each word outside of names, how often it occurs in the sentence.</summary>
    private static int[] CountOwn(NameSentence sentence, List<NameToken> tokens) =>
        [
            .. tokens.Select(token =>
                sentence.Names.Any(name => token.Start >= name.Start && token.End <= name.End)
                    ? 0
                    : tokens.Count(other => other.Folded == token.Folded)
            ),
        ];

    private long Run(List<Example> examples)
    {
        var random = new Random(1);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var step = 1L;
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var drawn = random.Next(100);
                var ignored =
                    drawn < options.WordDropout ? FeatureGroup.Word
                    : drawn < options.WordDropout + options.NeighbourDropout ? FeatureGroup.Neighbours
                    : FeatureGroup.Evidence;
                Learn(examples[i], step, ignored);
                step++;
            }
        }

        return step;
    }

    private void Learn(Example example, long step, FeatureGroup ignored)
    {
        var scores = new NameWeights[example.Features.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Score(example.Features[i], ignored) + GetHandicap(example.Tags[i]);
        }

        var found = NameTagger.Tag(scores, example.CanContinue);
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i] == example.Tags[i])
            {
                continue;
            }

            foreach (var feature in example.Features[i])
            {
                if (IsLearnt(feature, ignored))
                {
                    Change(feature, example.Tags[i], 1, step);
                    Change(feature, found[i], -1, step);
                }
            }
        }
    }

    /// <summary>Makes the right tag win only by a margin.</summary>
    private NameWeights GetHandicap(NameTag right) =>
        right switch
        {
            NameTag.Begin => new NameWeights(-options.MarginOfNames, 0, 0, 0),
            NameTag.Inside => new NameWeights(0, -options.MarginOfNames, 0, 0),
            NameTag.End => new NameWeights(0, 0, -options.MarginOfNames, 0),
            NameTag.Single => new NameWeights(0, 0, 0, -options.MarginOfNames),
            _ => new NameWeights(options.MarginOfOthers, options.MarginOfOthers, options.MarginOfOthers, options.MarginOfOthers),
        };

    private bool IsLearnt(int feature, FeatureGroup ignored) =>
        occurrences[feature] >= options.LeastOccurrences && (ignored == FeatureGroup.Evidence || groups[feature] != ignored);

    private NameWeights Score(int[] features, FeatureGroup ignored)
    {
        var total = default(NameWeights);
        foreach (var feature in features)
        {
            if (IsLearnt(feature, ignored))
            {
                var at = feature * Tags;
                total += new NameWeights(weights[at + 1], weights[at + 2], weights[at + 3], weights[at + 4]);
            }
        }

        return total;
    }

    private void Change(int feature, NameTag tag, int by, long step)
    {
        if (tag != NameTag.Outside)
        {
            weights[(feature * Tags) + (int)tag] += by;
            sums[(feature * Tags) + (int)tag] += by * step;
        }
    }

    private IEnumerable<string> Write(long step)
    {
        var lines = new List<(string Name, string Line)>();
        for (var feature = 0; feature < names.Count; feature++)
        {
            var average = new int[Tags];
            for (var tag = 1; tag < Tags; tag++)
            {
                var at = (feature * Tags) + tag;
                average[tag] = (int)(((weights[at] * step) - sums[at]) * Scale / step);
            }

            if (average.Any(weight => Math.Abs(weight) >= options.LeastWeight))
            {
                lines.Add(
                    (
                        names[feature],
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{names[feature]}\t{average[1]}\t{average[2]}\t{average[3]}\t{average[4]}"
                        )
                    )
                );
            }
        }

        return lines.OrderBy(line => line.Name, StringComparer.Ordinal).Select(line => line.Line);
    }

    private int GetId(ulong key, int template, ReadOnlySpan<NameFact> facts)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, key, out var exists);
        if (!exists)
        {
            id = names.Count;
            occurrences.Add(0);
            groups.Add(
                NameFeatures.IsWord(template) ? FeatureGroup.Word
                : NameFeatures.IsNeighbour(template) ? FeatureGroup.Neighbours
                : FeatureGroup.Evidence
            );
            var name = template.ToString(CultureInfo.InvariantCulture);
            foreach (var fact in facts)
            {
                name += "\t" + fact;
            }

            names.Add(name);
        }

        occurrences[id]++;
        return id;
    }

    private sealed record Example(int[][] Features, bool[] CanContinue, NameTag[] Tags);

    private readonly struct Collector(NameTraining training, List<int> found) : INameFeatureSink
    {
        public List<int> Found => found;

        public void Add(int template, params ReadOnlySpan<NameFact> facts) =>
            found.Add(training.GetId(NameFeatures.GetKey(template, facts), template, facts));
    }
}
