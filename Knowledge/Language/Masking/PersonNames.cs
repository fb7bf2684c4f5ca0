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
    /// <summary>
    /// What a name is preferred by, because a leaked name is worse than a masked word: 60 finds six in a thousand names more on messages
    /// from which nothing was learnt and touches two in a thousand questions more; 100 finds no more than 60 and touches another one.
    /// </summary>
    private static readonly NameWeights Bias = new(Begin: 60, Inside: 0, End: 0, Single: 60);

    /// <summary>In a text that was masked before, what is left is mostly none: "tên là [name]".</summary>
    private static readonly NameWeights BiasAgain = new(Begin: -200, Inside: 0, End: 0, Single: -200);

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
        var bias = text.Contains(Placeholder.Name, StringComparison.Ordinal) ? BiasAgain : Bias;
        for (var i = 0; i < words.Length; i++)
        {
            scores[i] = model.Score(words, i) + bias;
            canContinue[i] = words[i].CanContinue;
        }

        var tags = NameTagger.Tag(scores, canContinue);
        TagFamilyNames(words, tags);
        TagRepeated(text, tokens, words, tags);
        var names = new List<(int, int)>();
        var first = 0;
        foreach (var (i, tag) in tags.Index())
        {
            first = tag is NameTag.Begin or NameTag.Single ? i : first;
            if (tag is NameTag.End || (tag is NameTag.Single && !IsLabelOfAddress(text, tokens[i])))
            {
                names.Add((tokens[first].Start, tokens[i].End));
            }
        }

        return names;
    }

    /// <summary>A word in small letters before an e-mail address says what the address is: "thư [e-mail]".</summary>
    private static bool IsLabelOfAddress(string text, NameToken token) =>
        char.IsLower(text[token.Start]) && text.AsSpan(token.End).TrimStart(" :").StartsWith(Placeholder.Email, StringComparison.Ordinal);

    /// <summary>No name begins with "thị" or "văn": the family name before it was taken for another word, as "ông" or "can".</summary>
    private static void TagFamilyNames(NameEvidence[] words, NameTag[] tags)
    {
        for (var i = 1; i < tags.Length; i++)
        {
            if (
                tags[i] == NameTag.Begin
                && tags[i - 1] == NameTag.Outside
                && words[i].IsMiddleName
                && words[i - 1].IsFamilyName
                && words[i].CanContinue
            )
            {
                (tags[i - 1], tags[i]) = (NameTag.Begin, NameTag.Inside);
            }
        }
    }

    /// <summary>Where a full name was found, its last word alone, written in the same way, is the same person.</summary>
    private static void TagRepeated(string text, List<NameToken> tokens, NameEvidence[] words, NameTag[] tags)
    {
        for (var found = 0; found < tags.Length; found++)
        {
            for (var i = 0; tags[found] == NameTag.End && i < tags.Length; i++)
            {
                var isFirm = words[i].IsFirm || (i + 1 < words.Length && words[i + 1].IsFirm);
                if (tags[i] == NameTag.Outside && !isFirm && GetWord(tokens[i]).SequenceEqual(GetWord(tokens[found])))
                {
                    tags[i] = NameTag.Single;
                }
            }
        }

        ReadOnlySpan<char> GetWord(NameToken token) => text.AsSpan(token.Start, token.Length);
    }
}
