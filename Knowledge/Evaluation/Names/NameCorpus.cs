using PolicyAssistantBot.Knowledge.Language.Masking;

namespace PolicyAssistantBot.Knowledge.Evaluation.Names;

/// <summary>Counts words and pairs of words of texts without names, with their marks and without.</summary>
internal sealed class NameCorpus
{
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<(string First, string Second), int> pairs = [];
    private int total;

    public NameCorpus(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            var tokens = NameToken.Split(text);
            Add(tokens, token => NameHash.UnmarkedSign + token.Folded);
            if (tokens.Exists(token => token.HasMarks))
            {
                Add(tokens, token => token.Canonical);
            }
        }
    }

    /// <summary>The exact counts, from which a text can be left out.</summary>
    public NameVocabulary CreateVocabulary()
    {
        var counts = words.ToDictionary(word => NameHash.Compute(word.Key), word => word.Value);
        foreach (var ((first, second), count) in pairs)
        {
            counts[NameVocabulary.GetPairKey(NameHash.Compute(first), NameHash.Compute(second))] = count;
        }

        return new NameVocabulary(counts, total);
    }

    /// <summary>The lines of the model's file. Counts are rounded, so that words of similar counts share a line.</summary>
    public IEnumerable<string> Write()
    {
        yield return $"total\t{total}";
        foreach (
            var group in words.Where(word => word.Value > 1).GroupBy(word => NameVocabulary.Round(word.Value)).OrderBy(group => group.Key)
        )
        {
            yield return $"words\t{group.Key}\t{Join(group.Select(word => word.Key))}";
        }

        var frequent = pairs.Where(pair => pair.Value > 1).GroupBy(pair => (pair.Key.First, Count: NameVocabulary.Round(pair.Value)));
        foreach (var group in frequent.OrderBy(group => group.Key.First, StringComparer.Ordinal).ThenBy(group => group.Key.Count))
        {
            yield return $"pairs\t{group.Key.Count}\t{group.Key.First}\t{Join(group.Select(pair => pair.Key.Second))}";
        }
    }

    private static string Join(IEnumerable<string> found) => string.Join(' ', found.Order(StringComparer.Ordinal));

    private void Add(List<NameToken> tokens, Func<NameToken, string> write)
    {
        var before = "";
        foreach (var token in tokens)
        {
            var word = write(token);
            words[word] = words.GetValueOrDefault(word) + 1;
            total++;
            if (before.Length > 0 && token.Gap == NameGap.Space)
            {
                pairs[(before, word)] = pairs.GetValueOrDefault((before, word)) + 1;
            }

            before = word;
        }
    }
}
