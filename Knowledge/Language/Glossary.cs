using System.Collections.Frozen;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// Abbreviations, names of public bodies and technical terms with their meanings in both languages. It is used for query expansion: a
/// meaning is added to the query and never replaces the form, because most abbreviations are ambiguous.
/// </summary>
public sealed class Glossary
{
    private const int MaxFormWords = 6;
    private static readonly Lazy<Glossary> LazyDefault = new(() =>
        Read(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Language", "glossary.tsv"))
    );
    private readonly FrozenDictionary<string, Entry[]> entries;

    /// <summary>
    /// A form that is one short Vietnamese syllable is skipped: it is far more often that syllable than
    /// the abbreviation (<c>TIN</c>, <c>SE</c>).
    /// </summary>
    private Glossary(IEnumerable<Entry> entries) =>
        this.entries = entries
            .SelectMany(entry => entry.Forms.Concat(entry.Vi).Concat(entry.En).Select(form => (Key: NormalizeKey(form), entry)))
            .Where(pair => pair.Key.Length > 0 && !(pair.Key.Length < 5 && VietnameseSyllables.IsPossible(pair.Key)))
            .GroupBy(pair => pair.Key, pair => pair.entry, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>The glossary that is shipped with the program.</summary>
    public static Glossary Default => LazyDefault.Value;

    /// <summary>All pairs of a Vietnamese and an English meaning, as training pairs for the translation model.</summary>
    public IEnumerable<(string Vi, string En)> Translations =>
        entries.Values.SelectMany(e => e).Distinct().SelectMany(entry => entry.Vi.SelectMany(vi => entry.En.Select(en => (vi, en))));

    /// <exception cref="InvalidDataException">A line does not have four cells.</exception>
    public static Glossary Read(string path) =>
        new(
            File.ReadLines(path)
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line =>
                    line.Split('\t') is [_, var forms, var vi, var en]
                        ? new Entry(SplitCell(forms), SplitCell(vi), SplitCell(en))
                        : throw new InvalidDataException($"{path}: {line}")
                )
        );

    /// <summary>The meanings of the terms in a text, in one language; meanings that the text already contains are left out.</summary>
    /// <param name="words">Normalised words.</param>
    public IEnumerable<string> FindMeanings(IReadOnlyList<string> words, Lang lang)
    {
        ArgumentNullException.ThrowIfNull(words);
        var folded = words.Select(VietnameseText.Fold).ToList();
        var paddedText = " " + string.Join(' ', folded) + " ";
        var returned = new HashSet<string>(StringComparer.Ordinal);
        for (var start = 0; start < folded.Count; start++)
        {
            for (var length = Math.Min(MaxFormWords, folded.Count - start); length > 0; length--)
            {
                if (!entries.TryGetValue(string.Join(' ', folded.Skip(start).Take(length)), out var matches))
                {
                    continue;
                }

                // One syllable without its diacritics is too ambiguous: "phi" is not "phí".
                if (length == 1 && VietnameseSyllables.IsPossible(folded[start]) && !matches.Any(entry => entry.HasForm(words[start])))
                {
                    continue;
                }

                foreach (var meaning in matches.SelectMany(entry => lang == Lang.Vi ? entry.Vi : entry.En))
                {
                    if (!paddedText.Contains(" " + NormalizeKey(meaning) + " ", StringComparison.Ordinal) && returned.Add(meaning))
                    {
                        yield return meaning;
                    }
                }
            }
        }
    }

    private static string NormalizeKey(string form) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(form)));

    private static string[] SplitCell(string cell) =>
        cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private sealed record Entry(string[] Forms, string[] Vi, string[] En)
    {
        public bool HasForm(string word) =>
            Forms.Concat(Vi).Concat(En).Any(form => string.Equals(VietnameseText.Normalize(form), word, StringComparison.Ordinal));
    }
}
