using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Understanding;

/// <summary>
/// Measures how typical a question's words are for the domain of the articles: the logarithm of how much more often a word occurs in
/// phrasings of the articles than in foreign questions, which are questions about other matters.
/// </summary>
internal sealed class DomainWords
{
    private const double MaxLogRatio = 4;
    private const double MinLogRatio = -2;

    private readonly Dictionary<(string Word, Lang Lang), (int Domain, int Foreign)> countsByWord = [];
    private readonly Dictionary<Lang, (int Domain, int Foreign)> textCounts = [];

    /// <summary>The foreign training questions: one of them is not counted as evidence about itself.</summary>
    private readonly HashSet<string> trainingTexts = [];

    public DomainWords(IEnumerable<(Lang Lang, string Text)> domainTexts, IEnumerable<(Lang Lang, string Text)> foreignTexts)
    {
        foreach (var (lang, text) in domainTexts)
        {
            AddText(lang, text, 1, 0);
        }

        foreach (var (lang, text) in foreignTexts)
        {
            AddText(lang, text, 0, 1);
            trainingTexts.Add(text);
        }
    }

    /// <summary>Reads questions about other matters from a file with the columns language, kind and text.</summary>
    public static IReadOnlyList<(Lang Lang, string Text)> ReadForeign(string path) =>
        [
            .. File.ReadLines(path)
                .Select(line => line.Split('\t'))
                .Where(columns => columns is ["vi" or "en", _, _])
                .Select(columns => (columns[0] == "en" ? Lang.En : Lang.Vi, columns[2])),
        ];

    /// <returns>The mean and the highest log ratio of its words.</returns>
    public (double Mean, double Highest) ComputeLogRatios(Lang lang, string text)
    {
        var ownCount = trainingTexts.Contains(text) ? 1 : 0;
        if (!textCounts.TryGetValue(lang, out var total))
        {
            return (0, 0);
        }

        double sum = 0,
            highest = 0;
        var wordCount = 0;
        foreach (var word in GetUnits(lang, text))
        {
            var (domainCount, foreignCount) = countsByWord.GetValueOrDefault((word, lang));
            foreignCount = Math.Max(0, foreignCount - ownCount);
            var ratio = Math.Log((domainCount + 0.5) / (total.Domain + 1)) - Math.Log((foreignCount + 0.5) / (total.Foreign + 1));
            ratio = domainCount + foreignCount == 0 ? MinLogRatio : Math.Clamp(ratio, MinLogRatio, MaxLogRatio);
            sum += ratio;
            highest = Math.Max(highest, ratio);
            wordCount++;
        }

        return wordCount == 0 ? (0, 0) : (sum / wordCount, highest);
    }

    private void AddText(Lang lang, string text, int domainIncrement, int foreignIncrement)
    {
        var total = textCounts.GetValueOrDefault(lang);
        textCounts[lang] = (total.Domain + domainIncrement, total.Foreign + foreignIncrement);
        foreach (var word in GetUnits(lang, text))
        {
            var previous = countsByWord.GetValueOrDefault((word, lang));
            countsByWord[(word, lang)] = (previous.Domain + domainIncrement, previous.Foreign + foreignIncrement);
        }
    }

    /// <summary>The content words; for Vietnamese also pairs of adjacent syllables, which say more than a single one.</summary>
    private static HashSet<string> GetUnits(Lang lang, string text)
    {
        var units = new HashSet<string>(StringComparer.Ordinal);
        string? previous = null;
        foreach (var word in VietnameseText.SplitIntoWords(text))
        {
            if (StopWords.GetWeight(lang, WordForms.ToExact(lang, word)) < 1 || word.All(char.IsAsciiDigit))
            {
                previous = null;
                continue;
            }

            var loose = WordForms.ToLoose(lang, word);
            units.Add(loose);
            if (lang == Lang.Vi && previous is not null)
            {
                units.Add($"{previous} {loose}");
            }

            previous = loose;
        }

        return units;
    }
}
