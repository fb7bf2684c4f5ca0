using System.Collections.Frozen;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>How people write in chat: short forms by a list, and spellings by sound.</summary>
internal static class ChatSpelling
{
    private static readonly (string Written, string Meant)[] Starts =
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

    private static readonly (string Written, string Meant)[] Ends =
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

    private static readonly Lazy<FrozenDictionary<string, string[]>> Words = new(() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Language", "chat.tsv"))
            .Select(line => line.Split('\t'))
            .Where(cells => cells.Length == 2 && !cells[0].StartsWith('#'))
            .SelectMany(cells => cells[0].Split('|').Select(form => (form, meant: cells[1])))
            .GroupBy(pair => pair.form, pair => pair.meant, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)
    );

    /// <summary>The meanings of a short form; several when it is ambiguous, none when it is unknown.</summary>
    public static string[] Meanings(string word) => Words.Value.GetValueOrDefault(word, []);

    /// <summary>Loose forms that sound as the written one.</summary>
    /// <param name="folded">A word without marks.</param>
    public static IEnumerable<string> Sounds(string folded)
    {
        if (folded.Length > 9)
        {
            yield break;
        }

        foreach (var (written, meant) in Starts)
        {
            if (folded.Length > written.Length && folded.StartsWith(written, StringComparison.Ordinal))
            {
                yield return meant + folded[written.Length..];
            }
        }

        foreach (var (written, meant) in Ends)
        {
            if (folded.Length > written.Length && folded.EndsWith(written, StringComparison.Ordinal))
            {
                yield return folded[..^written.Length] + meant;
            }
        }
    }
}
