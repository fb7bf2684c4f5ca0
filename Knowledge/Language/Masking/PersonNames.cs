using System.Text;

namespace PolicyAssistantBot.Knowledge.Language.Masking;

/// <summary>
/// Finds names of people with a sequence tagger. For each word, <see cref="NameEvidenceReader"/> collects evidence: which parts of a
/// name it can be, its capitals, how frequent it and its pairs are in texts without names, what the words before it announce.
/// <see cref="NameFeatures"/> combines it into features, <see cref="NameModel"/> has their weights, <see cref="NameTagger"/> finds the
/// best sequence. The weights are learnt from generated sentences by <c>knowledge train names</c> and are data; nothing is learnt from
/// what people type.
/// </summary>
internal static class PersonNames
{
    /// <summary>Replaces each name.</summary>
    public static string Replace(string text, string placeholder)
    {
        StringBuilder? result = null;
        var copied = 0;
        foreach (var (start, end) in Find(text, NameModel.Default, NameLists.Default))
        {
            result ??= new StringBuilder(text.Length);
            result.Append(text, copied, start - copied).Append(placeholder);
            copied = end;
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    public static List<(int Start, int End)> Find(string text, NameModel model, NameLists lists)
    {
        var tokens = NameToken.Split(text);
        var words = NameEvidenceReader.Read(text, tokens, lists, model.Vocabulary);
        var scores = new NameWeights[words.Length];
        var canContinue = new bool[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            scores[i] = model.Score(words, i);
            canContinue[i] = words[i].CanContinue;
        }

        var names = new List<(int, int)>();
        var first = 0;
        foreach (var (i, tag) in NameTagger.Tag(scores, canContinue).Index())
        {
            first = tag is NameTag.Begin or NameTag.Single ? i : first;
            if (tag is NameTag.End or NameTag.Single)
            {
                names.Add((tokens[first].Start, tokens[i].End));
            }
        }

        return names;
    }
}
