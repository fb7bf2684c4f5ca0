using System.Runtime.InteropServices;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>Runs of three and four characters inside words, with the word's ends: what is left alike when a word is misspelt or bent.</summary>
internal sealed class GramTable
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<int[]> ofWord = [];

    public int Count => ids.Count;

    public int Find(ReadOnlySpan<char> gram) => ids.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(gram, out var id) ? id : -1;

    /// <summary>The grams of a word of the vocabulary, once for each occurrence.</summary>
    public ReadOnlySpan<int> Of(int word) => CollectionsMarshal.AsSpan(ofWord)[word];

    public void AddWords(Vocabulary vocabulary)
    {
        for (var word = ofWord.Count; word < vocabulary.Count; word++)
        {
            ofWord.Add([.. Grams(vocabulary.Word(word)).Select(Add)]);
        }
    }

    public static IEnumerable<string> Grams(string word)
    {
        var edged = "^" + (word.Length > 40 ? word[..40] : word) + "$";
        for (var n = 3; n <= 4; n++)
        {
            for (var i = 0; i + n <= edged.Length; i++)
            {
                yield return edged.Substring(i, n);
            }
        }
    }

    private int Add(string gram)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, gram, out var known);
        return known ? id : id = ids.Count - 1;
    }
}
