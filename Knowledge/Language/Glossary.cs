using System.Collections.Frozen;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>
/// Abbreviations, names of public bodies and technical terms with their meanings in both languages. It is used for query expansion: a
/// meaning is added to the query and never replaces the form, because most abbreviations are ambiguous.
/// </summary>
public sealed class Glossary
{
    private const int LongestForm = 6;
    private static readonly Lazy<Glossary> Shipped = new(() =>
        Read(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Language", "glossary.tsv"))
    );
    private readonly FrozenDictionary<string, GlossaryEntry[]> entries;

    /// <summary>
    /// A form that is one short Vietnamese syllable is skipped: it is far more often that syllable than
    /// the abbreviation (<c>TIN</c>, <c>SE</c>).
    /// </summary>
    private Glossary(IEnumerable<GlossaryEntry> entries) =>
        this.entries = entries
            .SelectMany(entry => entry.Forms.Concat(entry.Vi).Concat(entry.En).Select(form => (Key: Key(form), entry)))
            .Where(pair => pair.Key.Length > 0 && !(pair.Key.Length < 5 && VietnameseSyllables.CouldBe(pair.Key)))
            .GroupBy(pair => pair.Key, pair => pair.entry, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>The glossary that is shipped with the program.</summary>
    public static Glossary Default => Shipped.Value;

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
                        ? new GlossaryEntry(Cells(forms), Cells(vi), Cells(en))
                        : throw new InvalidDataException($"{path}: {line}")
                )
        );

    /// <summary>The meanings of the terms in a text, in one language; meanings that the text already contains are left out.</summary>
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

                // One syllable without its marks is too ambiguous: "phi" is not "phí".
                if (length == 1 && VietnameseSyllables.CouldBe(folded[start]) && !found.Any(entry => entry.HasForm(words[start])))
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

    private sealed record GlossaryEntry(string[] Forms, string[] Vi, string[] En)
    {
        public bool HasForm(string word) =>
            Forms.Concat(Vi).Concat(En).Any(form => string.Equals(VietnameseText.Normalize(form), word, StringComparison.Ordinal));
    }
}
