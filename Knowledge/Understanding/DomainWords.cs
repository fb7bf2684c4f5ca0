using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Understanding;

/// <summary>A question that no article answers.</summary>
/// <param name="IsNeighbouring">Whether enterprises ask it, of another body or of a matter next to an article's.</param>
internal sealed record ForeignQuestion(Lang Language, string Text, bool IsNeighbouring)
{
    /// <summary>The kind of questions that have nothing to do with enterprises or offices.</summary>
    public const string WhollyOther = "foreign";
}

/// <summary>
/// Measures how typical a question's words are for the domain of the articles: the logarithm of how much more often a word occurs in
/// phrasings of the articles than in foreign questions, which are questions about other matters.
/// </summary>
internal sealed class DomainWords
{
    private const double MaxLogRatio = 4;
    private const double MinLogRatio = -2;

    private readonly Dictionary<Lang, WordCounts> countsByLang = [];

    /// <summary>The hashes of the foreign training questions, sorted: one of them is not counted as evidence about itself.</summary>
    private readonly ulong[] trainingTexts;

    public DomainWords(IReadOnlyList<(Lang Lang, string Text)> domainTexts, IReadOnlyList<ForeignQuestion> foreign)
    {
        List<(Lang Lang, string Text)> foreignTexts = [.. foreign.Select(question => (question.Language, question.Text))];
        foreach (var lang in domainTexts.Concat(foreignTexts).Select(text => text.Lang).Distinct())
        {
            countsByLang[lang] = WordCounts.Create(lang, GetTexts(domainTexts, lang), GetTexts(foreignTexts, lang));
        }

        trainingTexts = [.. foreignTexts.Select(text => TextHash.Compute(text.Text)).Order()];

        static List<string> GetTexts(IReadOnlyList<(Lang Lang, string Text)> texts, Lang lang) =>
            [.. texts.Where(text => text.Lang == lang).Select(text => text.Text)];
    }

    private DomainWords(SnapshotReader reader)
    {
        trainingTexts = reader.Read<ulong>();
        foreach (var lang in reader.Read<int>())
        {
            countsByLang[(Lang)lang] = new(
                reader.ReadValue<int>(),
                reader.ReadValue<int>(),
                reader.Read<ulong>(),
                reader.Read<int>(),
                reader.Read<int>()
            );
        }
    }

    public static DomainWords Load(SnapshotReader reader) => new(reader);

    public void Save(SnapshotWriter writer)
    {
        writer.Write<ulong>(trainingTexts);
        writer.Write<int>([.. countsByLang.Keys.Select(lang => (int)lang)]);
        foreach (var counts in countsByLang.Values)
        {
            writer.Write(counts.DomainTexts);
            writer.Write(counts.ForeignTexts);
            writer.Write<ulong>(counts.Words);
            writer.Write<int>(counts.DomainCounts);
            writer.Write<int>(counts.ForeignCounts);
        }
    }

    /// <summary>Reads questions about other matters from a file with the columns language, kind and text.</summary>
    public static IReadOnlyList<ForeignQuestion> ReadForeign(string path) =>
        [
            .. File.ReadLines(path)
                .Select(line => line.Split('\t'))
                .Where(columns => columns is ["vi" or "en", _, _])
                .Select(columns => new ForeignQuestion(
                    columns[0] == "en" ? Lang.En : Lang.Vi,
                    columns[2],
                    columns[1] != ForeignQuestion.WhollyOther
                )),
        ];

    /// <returns>The mean and the highest log ratio of its words.</returns>
    public (double Mean, double Highest) ComputeLogRatios(Lang lang, string text)
    {
        var ownCount = Array.BinarySearch(trainingTexts, TextHash.Compute(text)) >= 0 ? 1 : 0;
        if (!countsByLang.TryGetValue(lang, out var counts))
        {
            return (0, 0);
        }

        double sum = 0,
            highest = 0;
        var wordCount = 0;
        foreach (var word in GetUnits(lang, text))
        {
            var (domainCount, foreignCount) = counts.Find(word);
            foreignCount = Math.Max(0, foreignCount - ownCount);
            var ratio =
                Math.Log((domainCount + 0.5) / (counts.DomainTexts + 1)) - Math.Log((foreignCount + 0.5) / (counts.ForeignTexts + 1));
            ratio = domainCount + foreignCount == 0 ? MinLogRatio : Math.Clamp(ratio, MinLogRatio, MaxLogRatio);
            sum += ratio;
            highest = Math.Max(highest, ratio);
            wordCount++;
        }

        return wordCount == 0 ? (0, 0) : (sum / wordCount, highest);
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

    /// <summary>In how many texts of one language each word occurs.</summary>
    /// <param name="Words">The hashes of the words, sorted.</param>
    private sealed record WordCounts(int DomainTexts, int ForeignTexts, ulong[] Words, int[] DomainCounts, int[] ForeignCounts)
    {
        public static WordCounts Create(Lang lang, List<string> domainTexts, List<string> foreignTexts)
        {
            var countsByWord = new SortedDictionary<ulong, (int Domain, int Foreign)>();
            Count(domainTexts, 1, 0);
            Count(foreignTexts, 0, 1);
            return new(
                domainTexts.Count,
                foreignTexts.Count,
                [.. countsByWord.Keys],
                [.. countsByWord.Values.Select(counts => counts.Domain)],
                [.. countsByWord.Values.Select(counts => counts.Foreign)]
            );

            void Count(List<string> texts, int domainIncrement, int foreignIncrement)
            {
                foreach (var word in texts.SelectMany(text => GetUnits(lang, text)).Select(TextHash.Compute))
                {
                    var previous = countsByWord.GetValueOrDefault(word);
                    countsByWord[word] = (previous.Domain + domainIncrement, previous.Foreign + foreignIncrement);
                }
            }
        }

        public (int Domain, int Foreign) Find(string word) =>
            Array.BinarySearch(Words, TextHash.Compute(word)) is var index and >= 0 ? (DomainCounts[index], ForeignCounts[index]) : default;
    }
}
