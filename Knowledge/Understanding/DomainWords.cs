using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Understanding;

/// <summary>
/// How much a question speaks the language of the articles rather than that of other matters: the logarithm of how much more often its
/// words stand in phrasings of the articles than in foreign questions.
/// </summary>
internal sealed class DomainWords
{
    private const double Most = 4;
    private const double Least = -2;

    private readonly Dictionary<(string Word, Lang Lang), (int Ours, int Foreign)> counts = [];
    private readonly Dictionary<Lang, (int Ours, int Foreign)> texts = [];

    public DomainWords(IEnumerable<(Lang Lang, string Text)> ours, IEnumerable<(Lang Lang, string Text)> foreign)
    {
        foreach (var (lang, text) in ours)
        {
            Count(lang, text, 1, 0);
        }

        foreach (var (lang, text) in foreign)
        {
            Count(lang, text, 0, 1);
        }
    }

    /// <summary>Questions on other matters, beside the program: language, kind and text.</summary>
    public static IReadOnlyList<(Lang Lang, string Text)> ReadForeign(string path) =>
        [
            .. File.ReadLines(path)
                .Select(line => line.Split('\t'))
                .Where(columns => columns.Length == 3)
                .Select(columns => (columns[0] == "en" ? Lang.En : Lang.Vi, columns[2])),
        ];

    /// <param name="isForeign">The text is one of those learnt from as foreign: it is not counted against itself.</param>
    /// <returns>The mean over its words, and the highest.</returns>
    public (double Mean, double Highest) Of(Lang lang, string text, bool isForeign = false)
    {
        var own = isForeign ? 1 : 0;
        if (!texts.TryGetValue(lang, out var all))
        {
            return (0, 0);
        }

        double sum = 0,
            highest = 0;
        var n = 0;
        foreach (var word in Words(lang, text))
        {
            var (ours, foreign) = counts.GetValueOrDefault((word, lang));
            foreign = Math.Max(0, foreign - own);
            var ratio = Math.Log((ours + 0.5) / (all.Ours + 1)) - Math.Log((foreign + 0.5) / (all.Foreign + 1));
            ratio = ours + foreign == 0 ? Least : Math.Clamp(ratio, Least, Most);
            sum += ratio;
            highest = Math.Max(highest, ratio);
            n++;
        }

        return n == 0 ? (0, 0) : (sum / n, highest);
    }

    private void Count(Lang lang, string text, int ours, int foreign)
    {
        var all = texts.GetValueOrDefault(lang);
        texts[lang] = (all.Ours + ours, all.Foreign + foreign);
        foreach (var word in Words(lang, text))
        {
            var before = counts.GetValueOrDefault((word, lang));
            counts[(word, lang)] = (before.Ours + ours, before.Foreign + foreign);
        }
    }

    /// <summary>Words, and for Vietnamese neighbouring syllables, which tell more than one alone.</summary>
    private static HashSet<string> Words(Lang lang, string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        string? before = null;
        foreach (var word in VietnameseText.SplitIntoWords(text))
        {
            if (StopWords.GetWeight(lang, WordForms.ToExact(lang, word)) < 1 || word.All(char.IsAsciiDigit))
            {
                before = null;
                continue;
            }

            var loose = WordForms.ToLoose(lang, word);
            found.Add(loose);
            if (lang == Lang.Vi && before is not null)
            {
                found.Add($"{before} {loose}");
            }

            before = loose;
        }

        return found;
    }
}
