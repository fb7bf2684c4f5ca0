using System.Runtime.InteropServices;
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
        var texts = pairs
            .Select(p =>
                (
                    From: VietnameseText
                        .SplitIntoWords(p.From)
                        .Take(400)
                        .Select(w => WordForms.ToLoose(sourceLang, w))
                        .Distinct(StringComparer.Ordinal)
                        .ToArray(),
                    To: VietnameseText
                        .SplitIntoWords(p.To)
                        .Take(400)
                        .Select(w => WordForms.ToExact(targetLang, w))
                        .Distinct(StringComparer.Ordinal)
                        .ToArray()
                )
            )
            .Where(p => p.From.Length > 0 && p.To.Length > 0 && p.From.Length * p.To.Length <= MaxWordPairs)
            .ToList();
        if (texts.Count == 0)
        {
            return Empty;
        }

        // t(from | to) and t(to | from): a pair must be likely in both directions,
        // otherwise every word translates to the most frequent one.
        var forward = Estimate([.. texts.Select(probabilities => (probabilities.From, probabilities.To))]);
        var backward = Estimate([.. texts.Select(probabilities => (probabilities.To, probabilities.From))]);
        return new TranslationModel(
            forward
                .GroupBy(p => p.Key.A, StringComparer.Ordinal)
                .ToDictionary(
                    group => group.Key,
                    group =>
                        group
                            .Select(p => (p.Key.B, P: Math.Sqrt(p.Value * backward.GetValueOrDefault((p.Key.B, p.Key.A)))))
                            .Where(p => p.P >= MinProbability)
                            .OrderByDescending(p => p.P)
                            .ThenBy(p => p.B, StringComparer.Ordinal)
                            .Take(MaxTranslations)
                            .ToArray(),
                    StringComparer.Ordinal
                )
        );
    }

    /// <param name="looseForm">The loose form of a word in the question.</param>
    public IEnumerable<(string Exact, double Probability)> Translate(string looseForm) =>
        translationsByWord.GetValueOrDefault(looseForm, []);

    /// <summary>Estimates t(a | b) by expectation maximisation; a pair of word ids is one 64-bit key.</summary>
    private static Dictionary<(string A, string B), double> Estimate(List<(string[] A, string[] B)> texts)
    {
        var words = new List<string>();
        var idByWord = new Dictionary<string, int>(StringComparer.Ordinal);
        List<(int[] A, int[] B)> textIds = [.. texts.Select(text => (ToIds(text.A), ToIds(text.B)))];
        var probabilities = new Dictionary<long, double>();
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var counts = new Dictionary<long, double>(probabilities.Count);
            var totals = new double[words.Count];
            foreach (var (sourceWords, targetWords) in textIds)
            {
                foreach (var a in sourceWords)
                {
                    var sum = iteration == 0 ? targetWords.Length : targetWords.Sum(b => probabilities.GetValueOrDefault(Key(a, b)));
                    if (sum <= 0)
                    {
                        continue;
                    }

                    foreach (var b in targetWords)
                    {
                        var share = (iteration == 0 ? 1 : probabilities.GetValueOrDefault(Key(a, b))) / sum;
                        if (share < 1e-5)
                        {
                            continue;
                        }

                        CollectionsMarshal.GetValueRefOrAddDefault(counts, Key(a, b), out _) += share;
                        totals[b] += share;
                    }
                }
            }

            probabilities = counts
                .Where(c => c.Value / totals[(int)c.Key] > 1e-4)
                .ToDictionary(c => c.Key, c => c.Value / totals[(int)c.Key]);
        }

        return probabilities.ToDictionary(pair => (words[(int)(pair.Key >> 32)], words[(int)pair.Key]), pair => pair.Value);

        static long Key(int a, int b) => ((long)a << 32) | (uint)b;

        int[] ToIds(string[] text)
        {
            var result = new int[text.Length];
            for (var i = 0; i < text.Length; i++)
            {
                ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(idByWord, text[i], out var exists);
                if (!exists)
                {
                    id = words.Count;
                    words.Add(text[i]);
                }

                result[i] = id;
            }

            return result;
        }
    }
}
