using System.Collections.Frozen;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// Short forms, names of authorities and technical terms with their meanings in both languages. A form is never replaced: its meanings are
/// added to the query, because most short forms have several.
/// </summary>
public sealed class Glossary
{
    private const int LongestForm = 6;
    private static readonly Lazy<Glossary> Shipped = new(() =>
        Read(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Language", "glossary.tsv"))
    );
    private readonly FrozenDictionary<string, Entry[]> entries;

    /// <summary>
    /// A form of one short syllable is left out: it is far more often that syllable than the short form (<c>TIN</c>, <c>SE</c>).
    /// </summary>
    private Glossary(IEnumerable<Entry> entries) =>
        this.entries = entries
            .SelectMany(entry => entry.Forms.Concat(entry.Vi).Concat(entry.En).Select(form => (Key: Key(form), entry)))
            .Where(pair => pair.Key.Length > 0 && !(pair.Key.Length < 5 && VietnameseSyllables.CouldBe(pair.Key)))
            .GroupBy(pair => pair.Key, pair => pair.entry, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>What is shipped with the program.</summary>
    public static Glossary Default => Shipped.Value;

    /// <summary>All pairs of a Vietnamese and an English meaning: the least that a dictionary across languages knows.</summary>
    public IEnumerable<(string Vi, string En)> Translations =>
        entries.Values.SelectMany(e => e).Distinct().SelectMany(entry => entry.Vi.SelectMany(vi => entry.En.Select(en => (vi, en))));

    /// <exception cref="InvalidDataException">A line does not have four cells.</exception>
    public static Glossary Read(string path) =>
        new(
            File.ReadLines(path)
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line =>
                    line.Split('\t') is [_, var forms, var vi, var en]
                        ? new Entry(Cells(forms), Cells(vi), Cells(en))
                        : throw new InvalidDataException($"{path}: {line}")
                )
        );

    /// <summary>The possible meanings of the words of a text, in one language, without those that the text already contains.</summary>
    /// <param name="words">Normalised words.</param>
    public IEnumerable<string> Meanings(IReadOnlyList<string> words, Lang lang)
    {
        ArgumentNullException.ThrowIfNull(words);
        var folded = words.Select(VietnameseText.Fold).ToList();
        var whole = " " + string.Join(' ', folded) + " ";
        var given = new HashSet<string>(StringComparer.Ordinal);
        for (var start = 0; start < folded.Count; start++)
        {
            for (var length = Math.Min(LongestForm, folded.Count - start); length > 0; length--)
            {
                if (!entries.TryGetValue(string.Join(' ', folded.Skip(start).Take(length)), out var found))
                {
                    continue;
                }

                // A single syllable without diacritics is too ambiguous: "phi" is not "phí".
                if (length == 1 && VietnameseSyllables.CouldBe(folded[start]) && !found.Any(entry => entry.Names(words[start])))
                {
                    continue;
                }

                foreach (var meaning in found.SelectMany(entry => lang == Lang.Vi ? entry.Vi : entry.En))
                {
                    if (!whole.Contains(" " + Key(meaning) + " ", StringComparison.Ordinal) && given.Add(meaning))
                    {
                        yield return meaning;
                    }
                }
            }
        }
    }

    private static string Key(string form) => string.Join(' ', VietnameseText.Words(VietnameseText.Fold(form)));

    private static string[] Cells(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private sealed record Entry(string[] Forms, string[] Vi, string[] En)
    {
        public bool Names(string word) =>
            Forms.Concat(Vi).Concat(En).Any(form => string.Equals(VietnameseText.Normalize(form), word, StringComparison.Ordinal));
    }
}
