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
    public IReadOnlyList<string> FindMeanings(IReadOnlyList<string> words, Lang lang)
    {
        ArgumentNullException.ThrowIfNull(words);
        var folded = words.Select(VietnameseText.Fold).ToArray();
        var paddedText = " " + string.Join(' ', folded) + " ";
        var meanings = new List<string>();
        var lookup = entries.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int first = 0, start = 1; first < folded.Length; start += folded[first].Length + 1, first++)
        {
            var count = Math.Min(MaxFormWords, folded.Length - first);
            var length = count - 1;
            foreach (var word in folded.AsSpan(first, count))
            {
                length += word.Length;
            }

            for (; count > 0; length -= folded[first + count - 1].Length + 1, count--)
            {
                // One syllable without its diacritics is too ambiguous: "phi" is not "phí".
                if (
                    !lookup.TryGetValue(paddedText.AsSpan(start, length), out var matches)
                    || count == 1
                        && VietnameseSyllables.IsPossible(folded[first])
                        && !Array.Exists(matches, entry => entry.HasForm(words[first]))
                )
                {
                    continue;
                }

                foreach (var (meaning, key) in matches.SelectMany(entry => lang == Lang.Vi ? entry.VietnameseKeys : entry.EnglishKeys))
                {
                    if (!paddedText.Contains(key, StringComparison.Ordinal) && !meanings.Contains(meaning, StringComparer.Ordinal))
                    {
                        meanings.Add(meaning);
                    }
                }
            }
        }

        return meanings;
    }

    private static string NormalizeKey(string form) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(form)));

    private static string[] SplitCell(string cell) =>
        cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private sealed record Entry(string[] Forms, string[] Vi, string[] En)
    {
        private readonly string[] normalForms = [.. Forms.Concat(Vi).Concat(En).Select(VietnameseText.Normalize)];

        /// <summary>The meanings with the folded words by which a text that contains them is recognised.</summary>
        public (string Meaning, string PaddedKey)[] VietnameseKeys { get; } = [.. Vi.Select(AddKey)];

        public (string Meaning, string PaddedKey)[] EnglishKeys { get; } = [.. En.Select(AddKey)];

        public bool HasForm(string word) => normalForms.Contains(word, StringComparer.Ordinal);

        private static (string Meaning, string PaddedKey) AddKey(string meaning) => (meaning, $" {NormalizeKey(meaning)} ");
    }
}
