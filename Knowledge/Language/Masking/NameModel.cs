using System.Globalization;

namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>The weights of a feature for the places of a word in a name; outside of names it has none.</summary>
internal readonly record struct NameWeights(int Begin, int Inside, int End, int Single)
{
    public static NameWeights operator +(NameWeights one, NameWeights two) =>
        new(one.Begin + two.Begin, one.Inside + two.Inside, one.End + two.End, one.Single + two.Single);
}

/// <summary>
/// What was learnt about names, as <c>Language/Data/names-model.tsv</c> has it: how frequent words and pairs are, and the weights of the
/// features. The command <c>knowledge train names</c> writes the file.
/// </summary>
internal sealed class NameModel(NameVocabulary vocabulary, Dictionary<ulong, NameWeights> weights)
{
    private static readonly Lazy<NameModel> LazyDefault = new(() => Read(NameLists.ReadFile("names-model.tsv")));

    public static NameModel Default => LazyDefault.Value;

    public NameVocabulary Vocabulary => vocabulary;

    /// <summary>The sum of the weights of a word's features.</summary>
    public NameWeights Score(ReadOnlySpan<NameEvidence> words, int index)
    {
        var sink = new Sum(weights);
        NameFeatures.Extract(words, index, ref sink);
        return sink.Total;
    }

    /// <exception cref="InvalidDataException">A line has another form.</exception>
    public static NameModel Read(IEnumerable<string> lines)
    {
        var (counts, weights, total) = (new Dictionary<ulong, int>(), new Dictionary<ulong, NameWeights>(), 0);
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            switch (cells)
            {
                case ["digest", _]:
                    break;
                case ["total", var words]:
                    total = ParseInt(words);
                    break;
                case ["words", var count, var words]:
                    foreach (var word in words.Split(' '))
                    {
                        counts[NameHash.Compute(word)] = ParseInt(count);
                    }

                    break;
                case ["pairs", var count, var first, var seconds]:
                    foreach (var second in seconds.Split(' '))
                    {
                        counts[NameVocabulary.GetPairKey(NameHash.Compute(first), NameHash.Compute(second))] = ParseInt(count);
                    }

                    break;
                case [var template, .. var facts, var begin, var inside, var end, var single] when facts.Length is > 0 and < 4:
                    weights[NameFeatures.GetKey(ParseInt(template), [.. facts.Select(fact => new NameFact(fact))])] = new NameWeights(
                        ParseInt(begin),
                        ParseInt(inside),
                        ParseInt(end),
                        ParseInt(single)
                    );
                    break;
                default:
                    throw new InvalidDataException($"names-model.tsv has the line: {line}");
            }
        }

        return new NameModel(new NameVocabulary(counts, total), weights);
    }

    private static int ParseInt(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private struct Sum(Dictionary<ulong, NameWeights> weights) : INameFeatureSink
    {
        public NameWeights Total { get; private set; }

        public void Add(int template, params ReadOnlySpan<NameFact> facts)
        {
            if (weights.TryGetValue(NameFeatures.GetKey(template, facts), out var found))
            {
                Total += found;
            }
        }
    }
}
