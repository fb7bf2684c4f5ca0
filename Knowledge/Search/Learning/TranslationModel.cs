using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search.Learning;

/// <summary>
/// Word translation probabilities between the two languages: IBM Model 1 (Brown et al., 1993), trained by expectation maximisation on the
/// articles in both languages and on the glossary.
/// </summary>
internal sealed class TranslationModel
{
    private const int Iterations = 6;

    /// <summary>
    /// The most word pairs in one pair of texts; longer texts say little about which words correspond and take most of the training time.
    /// </summary>
    private const int MaxWordPairs = 400;

    private const int MaxWords = 400;
    private const int MaxTranslations = 4;
    private const double MinProbability = 0.06;
    private readonly Dictionary<string, (string Word, double Probability)[]> translationsByWord;

    private TranslationModel(Dictionary<string, (string, double)[]> best) => this.translationsByWord = best;

    public static TranslationModel Empty { get; } = new([]);

    /// <summary>The estimated memory use in bytes.</summary>
    public long ByteSize => translationsByWord.Count * 200L;

    /// <param name="pairs">Texts in the language of the question with their translations in the language of the passages.</param>
    public static TranslationModel Train(IEnumerable<(string From, string To)> pairs, Lang sourceLang, Lang targetLang)
    {
        WordIds sourceWords = new(),
            targetWords = new();
        List<(int[] From, int[] To)> texts =
        [
            .. pairs
                .Select(p =>
                    (
                        From: SplitIntoDistinctWords(p.From, word => WordForms.ToLoose(sourceLang, word)),
                        To: SplitIntoDistinctWords(p.To, word => WordForms.ToExact(targetLang, word))
                    )
                )
                .Where(p => p.From.Length > 0 && p.To.Length > 0 && p.From.Length * p.To.Length <= MaxWordPairs)
                .Select(p => (sourceWords.GetIds(p.From), targetWords.GetIds(p.To))),
        ];
        if (texts.Count == 0)
        {
            return Empty;
        }

        // t(from | to) and t(to | from): a pair must be likely in both directions,
        // otherwise every word translates to the most frequent one.
        var (wordPairs, pairIds) = NumberWordPairs(texts);
        var forward = Estimate(texts, pairIds, wordPairs, isReverse: false);
        var backward = Estimate(texts, pairIds, wordPairs, isReverse: true);
        return new TranslationModel(
            wordPairs
                .Select((pair, i) => (pair.From, To: targetWords.Words[pair.To], P: Math.Sqrt(forward[i] * backward[i])))
                .Where(pair => pair.P >= MinProbability)
                .GroupBy(pair => pair.From)
                .ToDictionary(
                    group => sourceWords.Words[group.Key],
                    group =>
                        group
                            .OrderByDescending(pair => pair.P)
                            .ThenBy(pair => pair.To, StringComparer.Ordinal)
                            .Take(MaxTranslations)
                            .Select(pair => (pair.To, pair.P))
                            .ToArray(),
                    StringComparer.Ordinal
                )
        );
    }

    /// <param name="looseForm">The loose form of a word in the question.</param>
    public IEnumerable<(string Exact, double Probability)> Translate(string looseForm) =>
        translationsByWord.GetValueOrDefault(looseForm, []);

    public void Save(SnapshotWriter writer)
    {
        var words = translationsByWord.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        writer.Write([.. words.Select(entry => entry.Key)]);
        writer.Write<int>([.. words.Select(entry => entry.Value.Length)]);
        writer.Write([.. words.SelectMany(entry => entry.Value).Select(translation => translation.Word)]);
        writer.Write<double>([.. words.SelectMany(entry => entry.Value).Select(translation => translation.Probability)]);
    }

    public static TranslationModel Load(SnapshotReader reader)
    {
        var (words, counts) = (reader.ReadStrings(), reader.Read<int>());
        var (translations, probabilities) = (reader.ReadStrings(), reader.Read<double>());
        var translationsByWord = new Dictionary<string, (string, double)[]>(words.Length, StringComparer.Ordinal);
        var start = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var first = start;
            start += counts[i];
            translationsByWord.Add(words[i], [.. Enumerable.Range(first, counts[i]).Select(n => (translations[n], probabilities[n]))]);
        }

        return new TranslationModel(translationsByWord);
    }

    private static string[] SplitIntoDistinctWords(string text, Func<string, string> toForm) =>
        [.. VietnameseText.SplitIntoWords(text).Take(MaxWords).Select(toForm).Distinct(StringComparer.Ordinal)];

    /// <summary>Numbers the pairs of words that occur together, so that the estimation only reads and writes arrays.</summary>
    /// <returns>The pairs, and for each text the numbers of its pairs: for each source word those with all target words.</returns>
    private static (List<(int From, int To)> Pairs, int[][] PairIds) NumberWordPairs(List<(int[] From, int[] To)> texts)
    {
        var pairs = new List<(int From, int To)>();
        var idByPair = new Dictionary<long, int>();
        var pairIds = new int[texts.Count][];
        for (var t = 0; t < texts.Count; t++)
        {
            var (source, target) = texts[t];
            var ids = pairIds[t] = new int[source.Length * target.Length];
            for (var i = 0; i < ids.Length; i++)
            {
                var pair = (From: source[i / target.Length], To: target[i % target.Length]);
                ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(
                    idByPair,
                    ((long)pair.From << 32) | (uint)pair.To,
                    out var exists
                );
                if (!exists)
                {
                    id = pairs.Count;
                    pairs.Add(pair);
                }

                ids[i] = id;
            }
        }

        return (pairs, pairIds);
    }

    /// <summary>Estimates t(from | to), or t(to | from), of each pair of words by expectation maximisation.</summary>
    private static double[] Estimate(List<(int[] From, int[] To)> texts, int[][] pairIds, List<(int From, int To)> pairs, bool isReverse)
    {
        var conditions = pairs.ConvertAll(pair => isReverse ? pair.From : pair.To).ToArray();
        var probabilities = new double[pairs.Count];
        Array.Fill(probabilities, 1);
        var counts = new double[pairs.Count];
        var totals = new double[conditions.Max() + 1];
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            Array.Clear(counts);
            Array.Clear(totals);
            for (var t = 0; t < texts.Count; t++)
            {
                var (rows, columns) = (texts[t].From.Length, texts[t].To.Length);
                var (outer, inner) = isReverse ? (columns, rows) : (rows, columns);
                var (outerStep, innerStep) = isReverse ? (1, columns) : (columns, 1);
                for (var a = 0; a < outer; a++)
                {
                    AddCounts(pairIds[t], a * outerStep, inner, innerStep);
                }
            }

            for (var i = 0; i < probabilities.Length; i++)
            {
                var probability = counts[i] / totals[conditions[i]];
                probabilities[i] = probability > 1e-4 ? probability : 0;
            }
        }

        return probabilities;

        void AddCounts(int[] ids, int start, int count, int step)
        {
            var sum = 0.0;
            for (var i = 0; i < count; i++)
            {
                sum += probabilities[ids[start + (i * step)]];
            }

            for (var i = 0; sum > 0 && i < count; i++)
            {
                var id = ids[start + (i * step)];
                var share = probabilities[id] / sum;
                if (share >= 1e-5)
                {
                    counts[id] += share;
                    totals[conditions[id]] += share;
                }
            }
        }
    }

    /// <summary>Numbers words in the order of their first occurrence.</summary>
    private sealed class WordIds
    {
        private readonly Dictionary<string, int> idByWord = new(StringComparer.Ordinal);

        public List<string> Words { get; } = [];

        public int[] GetIds(string[] words)
        {
            var ids = new int[words.Length];
            for (var i = 0; i < words.Length; i++)
            {
                ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(idByWord, words[i], out var exists);
                if (!exists)
                {
                    id = Words.Count;
                    Words.Add(words[i]);
                }

                ids[i] = id;
            }

            return ids;
        }
    }
}
