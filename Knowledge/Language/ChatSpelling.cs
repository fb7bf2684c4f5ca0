using System.Collections.Frozen;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>Spellings that are usual in chat: abbreviations from a list, and spellings that follow the sound of a syllable.</summary>
internal static class ChatSpelling
{
    private static readonly (string Written, string Standard)[] Onsets =
    [
        ("k", "c"),
        ("f", "ph"),
        ("j", "gi"),
        ("z", "d"),
        ("z", "gi"),
        ("z", "v"),
        ("w", "qu"),
        ("w", "u"),
        ("q", "qu"),
        ("dz", "v"),
        ("ck", "ch"),
        ("kk", "kh"),
        ("tk", "th"),
        ("c", "k"),
        ("g", "gi"),
        ("gi", "d"),
        ("ngk", "ngh"),
    ];

    private static readonly (string Written, string Standard)[] Rhymes =
    [
        ("nk", "ng"),
        ("k", "c"),
        ("k", "ch"),
        ("g", "ng"),
        ("h", "nh"),
        ("iu", "ieu"),
        ("im", "iem"),
        ("in", "ien"),
        ("ut", "uot"),
        ("ung", "uong"),
        ("ug", "uong"),
        ("it", "iet"),
        ("ip", "iep"),
        ("ik", "ich"),
        ("ieg", "ieng"),
        ("iec", "iet"),
        ("un", "uon"),
        ("uc", "uoc"),
        ("uk", "uc"),
        ("ak", "ac"),
        ("ok", "oc"),
        ("oi", "uoi"),
        ("ui", "uoi"),
        ("ch", "t"),
        ("c", "t"),
        ("ut", "at"),
    ];

    private static readonly Lazy<FrozenDictionary<string, string[]>> ExpansionsByForm = new(() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Language", "chat.tsv"))
            .Select(line => line.Split('\t'))
            .Where(cells => cells.Length == 2 && !cells[0].StartsWith('#'))
            .SelectMany(cells => cells[0].Split('|').Select(form => (form, standard: cells[1])))
            .GroupBy(pair => pair.form, pair => pair.standard, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)
    );

    /// <summary>The expansions of an abbreviation: several when it is ambiguous, none when the word is not an abbreviation.</summary>
    public static string[] FindExpansions(string word) => ExpansionsByForm.Value.GetValueOrDefault(word, []);

    /// <summary>Standard spellings, without diacritics, that sound like the written word.</summary>
    /// <param name="foldedWord">A word without diacritics.</param>
    public static IEnumerable<string> GetSoundAlikes(string foldedWord)
    {
        if (foldedWord.Length > 9)
        {
            yield break;
        }

        foreach (var (written, standard) in Onsets)
        {
            if (foldedWord.Length > written.Length && foldedWord.StartsWith(written, StringComparison.Ordinal))
            {
                yield return standard + foldedWord[written.Length..];
            }
        }

        foreach (var (written, standard) in Rhymes)
        {
            if (foldedWord.Length > written.Length && foldedWord.EndsWith(written, StringComparison.Ordinal))
            {
                yield return foldedWord[..^written.Length] + standard;
            }
        }
    }
}
