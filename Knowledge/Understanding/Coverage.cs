using System.Buffers;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Understanding;

/// <summary>How much of a text's content the texts of one article hold, as shares of weight from 0 to 1.</summary>
/// <param name="Words">Of its words that the article holds.</param>
/// <param name="UnknownWords">Of its words that no article holds.</param>
/// <param name="Pairs">Of its neighbouring words that the article holds side by side.</param>
/// <param name="UnknownPairs">Of its neighbouring words that no article holds side by side.</param>
internal readonly record struct CoveredShare(double Words, double UnknownWords, double Pairs, double UnknownPairs);

/// <summary>
/// How much of a question's content the texts of an article hold: rare words count more, and words that no article holds count most. A
/// question on a matter that the articles do not speak about is covered by none of them, whatever common words it shares. A Vietnamese
/// syllable alone tells little, so neighbouring syllables are counted too.
/// </summary>
internal sealed class Coverage
{
    private const double NoArticle = 0.5;

    private readonly Dictionary<(string Article, Lang Lang), HashSet<uint>> units = [];
    private readonly Dictionary<(uint Unit, Lang Lang), int> counts = [];
    private readonly Dictionary<Lang, int> articles = [];

    /// <param name="texts">Everything that belongs to each article in a language.</param>
    public Coverage(IEnumerable<(string Article, Lang Lang, IEnumerable<string> Texts)> texts)
    {
        foreach (var (article, lang, all) in texts)
        {
            var own = all.SelectMany(text => Units(lang, text)).Select(unit => unit.Hash).ToHashSet();
            units[(article, lang)] = own;
            articles[lang] = articles.GetValueOrDefault(lang) + 1;
            foreach (var unit in own)
            {
                counts[(unit, lang)] = counts.GetValueOrDefault((unit, lang)) + 1;
            }
        }
    }

    /// <param name="text">The question, with its typing slips mended.</param>
    /// <returns>A question without content is wholly covered.</returns>
    public CoveredShare Of(string article, Lang lang, string text)
    {
        if (!units.TryGetValue((article, lang), out var own))
        {
            return new(0, 1, 0, 1);
        }

        Sum words = new(),
            pairs = new();
        foreach (var (hash, isPair, tells) in Units(lang, text).Distinct())
        {
            if (tells)
            {
                var count = counts.GetValueOrDefault((hash, lang));
                (isPair ? pairs : words).Add(Math.Log(1 + (articles[lang] / Math.Max(count, NoArticle))), own.Contains(hash), count == 0);
            }
        }

        return new(words.CoveredShare, words.UnknownShare, pairs.CoveredShare, pairs.UnknownShare);
    }

    /// <summary>What a sentence, or a quotation, may begin after.</summary>
    private static readonly SearchValues<char> SentenceStarts = SearchValues.Create(".?!:\n\"“(");

    /// <summary>
    /// The names in a text that no article holds: words with a capital letter within a sentence, alone or with the one before. Most
    /// questions on other matters ask about somebody or somewhere.
    /// </summary>
    public int UnknownNames(Lang lang, string text)
    {
        var unknown = 0;
        var end = 0;
        uint before = 0;
        var isFirst = true;
        foreach (var range in new WordRanges(text))
        {
            var gap = text.AsSpan(end, range.Start.Value - end);
            isFirst = isFirst && end == 0 || gap.ContainsAny(SentenceStarts);
            end = range.End.Value;
            var word = text[range];
            var isName = !isFirst && word.Length > 1 && char.IsUpper(word[0]) && !word.All(c => char.IsUpper(c) || char.IsDigit(c));
            var hash = Hash(WordForms.ToLoose(lang, VietnameseText.Normalize(word)));
            if (isName && (!Knows(hash) || (before != 0 && !Knows((before * 31) ^ hash))))
            {
                unknown++;
            }

            before = isName ? hash : 0;
            isFirst = false;
        }

        return unknown;
    }

    private bool Knows(uint unit) => counts.ContainsKey((unit, Lang.Vi)) || counts.ContainsKey((unit, Lang.En));

    /// <summary>A text's words and neighbouring words; a word of function alone, or a number, tells no matter.</summary>
    private static IEnumerable<(uint Hash, bool IsPair, bool Tells)> Units(Lang lang, string text)
    {
        uint before = 0;
        var beforeTells = false;
        foreach (var word in VietnameseText.SplitIntoWords(text))
        {
            var hash = Hash(WordForms.ToLoose(lang, word));
            var tells = StopWords.GetWeight(lang, WordForms.ToExact(lang, word)) >= 1 && !word.All(char.IsAsciiDigit);
            yield return (hash, false, tells);
            if (before != 0)
            {
                yield return ((before * 31) ^ hash, true, tells && beforeTells);
            }

            (before, beforeTells) = (hash, tells);
        }
    }

    /// <summary>FNV-1a.</summary>
    private static uint Hash(string word)
    {
        var hash = 2166136261;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash;
    }

    private sealed class Sum
    {
        private double all;
        private double covered;
        private double unknown;

        public double CoveredShare => all == 0 ? 1 : covered / all;

        public double UnknownShare => all == 0 ? 0 : unknown / all;

        public void Add(double weight, bool isCovered, bool isUnknown)
        {
            all += weight;
            covered += isCovered ? weight : 0;
            unknown += isUnknown ? weight : 0;
        }
    }
}
