using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search.Snapshots;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>The word ids of one language's passages, for both forms of <see cref="WordForms"/>.</summary>
internal sealed class Vocabulary(Lang lang)
{
    private readonly Dictionary<string, int> exactIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> looseIds = new(StringComparer.Ordinal);
    private readonly List<string> words = [];
    private readonly List<string> surfaces = [];
    private readonly List<int> looseOf = [];
    private readonly List<string> looseTexts = [];
    private readonly List<List<int>> members = [];

    public Lang Lang => lang;

    public int Count => words.Count;

    public int LooseCount => members.Count;

    public ReadOnlySpan<int> LooseOfAll => CollectionsMarshal.AsSpan(looseOf);

    public string Word(int id) => words[id];

    /// <summary>The normalised spelling in which the word occurred first.</summary>
    public string Surface(int id) => surfaces[id];

    /// <summary>The loose form of a word.</summary>
    public string LooseText(int id) => looseTexts[looseOf[id]];

    public int LooseOf(int id) => looseOf[id];

    /// <summary>The exact forms that share a loose form.</summary>
    public IReadOnlyList<int> Members(int loose) => members[loose];

    /// <summary>The id of an exact form, or -1.</summary>
    public int Find(string exact) => exactIds.GetValueOrDefault(exact, -1);

    /// <summary>The id of a loose form, or -1.</summary>
    public int FindLoose(string loose) => looseIds.GetValueOrDefault(loose, -1);

    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> LooseLookup => looseIds.GetAlternateLookup<ReadOnlySpan<char>>();

    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ExactLookup => exactIds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The id of a normalised word; adds the word when it is new. Only while the index is built.</summary>
    public int Add(string word)
    {
        var exact = WordForms.Exact(lang, word);
        return exactIds.TryGetValue(exact, out var id) ? id : Add(exact, word, WordForms.Loose(lang, word));
    }

    public void Save(SnapshotWriter to)
    {
        to.Write(words);
        to.Write(surfaces);
        to.Write([.. looseOf.Select(loose => looseTexts[loose])]);
    }

    public static Vocabulary Load(Lang lang, SnapshotReader from)
    {
        var vocabulary = new Vocabulary(lang);
        var (exact, surfaces, loose) = (from.ReadStrings(), from.ReadStrings(), from.ReadStrings());
        for (var i = 0; i < exact.Length; i++)
        {
            vocabulary.Add(exact[i], surfaces[i], loose[i]);
        }

        return vocabulary;
    }

    private int Add(string exact, string surface, string loose)
    {
        if (!looseIds.TryGetValue(loose, out var looseId))
        {
            looseId = looseIds[loose] = members.Count;
            members.Add([]);
            looseTexts.Add(loose);
        }

        var id = exactIds[exact] = words.Count;
        words.Add(exact);
        surfaces.Add(surface);
        looseOf.Add(looseId);
        members[looseId].Add(id);
        return id;
    }
}
