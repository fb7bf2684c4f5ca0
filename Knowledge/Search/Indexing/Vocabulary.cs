using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search.Indexing;

/// <summary>The word ids of one language's passages, for both forms of <see cref="WordForms"/>.</summary>
internal sealed class Vocabulary(Lang lang)
{
    private readonly Dictionary<string, int> exactIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> looseIds = new(StringComparer.Ordinal);
    private readonly List<string> exactForms = [];
    private readonly List<string> surfaceForms = [];
    private readonly List<int> looseIdByWord = [];
    private readonly List<string> looseForms = [];
    private readonly List<List<int>> members = [];

    public Lang Lang => lang;

    public int Count => exactForms.Count;

    public int LooseCount => members.Count;

    public ReadOnlySpan<int> LooseIds => CollectionsMarshal.AsSpan(looseIdByWord);

    public string GetExactForm(int id) => exactForms[id];

    /// <summary>The normalised spelling in which the word occurred first.</summary>
    public string GetSurfaceForm(int id) => surfaceForms[id];

    /// <summary>The loose form of a word.</summary>
    public string GetLooseForm(int id) => looseForms[looseIdByWord[id]];

    public int GetLooseId(int id) => looseIdByWord[id];

    /// <summary>The exact forms that share a loose form.</summary>
    public IReadOnlyList<int> GetMembers(int loose) => members[loose];

    /// <summary>The id of an exact form, or -1.</summary>
    public int FindExact(string exact) => exactIds.GetValueOrDefault(exact, -1);

    /// <summary>The id of a loose form, or -1.</summary>
    public int FindLoose(string loose) => looseIds.GetValueOrDefault(loose, -1);

    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> LooseLookup => looseIds.GetAlternateLookup<ReadOnlySpan<char>>();

    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ExactLookup => exactIds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The id of a normalised word; adds the word when it is new. Only while the index is built.</summary>
    public int Add(string word)
    {
        var exact = WordForms.ToExact(lang, word);
        return exactIds.TryGetValue(exact, out var id) ? id : Add(exact, word, WordForms.ToLoose(lang, word));
    }

    public void Save(SnapshotWriter writer)
    {
        writer.Write(exactForms);
        writer.Write(surfaceForms);
        writer.Write([.. looseIdByWord.Select(loose => looseForms[loose])]);
    }

    public static Vocabulary Load(Lang lang, SnapshotReader reader)
    {
        var vocabulary = new Vocabulary(lang);
        var (exact, surfaces, loose) = (reader.ReadStrings(), reader.ReadStrings(), reader.ReadStrings());
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
            looseForms.Add(loose);
        }

        var id = exactIds[exact] = exactForms.Count;
        exactForms.Add(exact);
        surfaceForms.Add(surface);
        looseIdByWord.Add(looseId);
        members[looseId].Add(id);
        return id;
    }
}
