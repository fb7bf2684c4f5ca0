using System.Buffers;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Understanding.Matters;

namespace PolicyAssistantBot.Knowledge.Understanding;

/// <summary>How much of a question one article covers, as shares of the question's total weight from 0 to 1.</summary>
/// <param name="Words">Words of the question that the article contains.</param>
/// <param name="UnknownWords">Words that no article contains.</param>
/// <param name="Pairs">Pairs of adjacent words that the article contains.</param>
/// <param name="UnknownPairs">Pairs of adjacent words that no article contains.</param>
internal readonly record struct CoverageShares(double Words, double UnknownWords, double Pairs, double UnknownPairs);

/// <summary>A word or a pair of adjacent words of a question.</summary>
/// <param name="IsUnknown">Whether no article contains it.</param>
internal readonly record struct WeightedUnit(uint Hash, bool IsPair, double Weight, bool IsUnknown);

/// <summary>A question, prepared by <see cref="ArticleCoverage.Weigh"/>.</summary>
internal sealed record WeightedQuestion(Lang Lang, List<WeightedUnit> Units);

/// <summary>
/// Measures how much of a question an article covers: rare words weigh more, and words that no article contains weigh most. A question
/// about a matter that is in no article is covered by none, although it shares common words with some. A single Vietnamese syllable says
/// little, so pairs of adjacent syllables count as well.
/// </summary>
internal sealed class ArticleCoverage
{
    private const double UnseenUnitCount = 0.5;

    /// <summary>The hashes of each article's units, sorted.</summary>
    private readonly Dictionary<(string Article, Lang Lang), uint[]> unitsByArticle = [];
    private readonly Dictionary<Lang, int> articleCountByLang = [];
    private readonly Dictionary<Lang, UnitCounts> countsByLang = [];

    /// <param name="articles">For each article and language all texts that belong to it.</param>
    /// <param name="previous">The measure of an earlier version, whose unchanged articles are taken over; null for none.</param>
    /// <param name="changedArticles">The articles that are not taken over.</param>
    public ArticleCoverage(
        IEnumerable<(string Article, Lang Lang, IEnumerable<string> Texts)> articles,
        ArticleCoverage? previous = null,
        IReadOnlySet<string>? changedArticles = null
    )
    {
        foreach (var (article, lang, texts) in articles)
        {
            var known = changedArticles?.Contains(article) == false ? previous?.unitsByArticle.GetValueOrDefault((article, lang)) : null;
            unitsByArticle[(article, lang)] =
                known ?? [.. texts.SelectMany(text => SplitIntoUnits(lang, text)).Select(unit => unit.Hash).Distinct().Order()];
        }

        CountUnits();
    }

    private ArticleCoverage(SnapshotReader reader)
    {
        var (articles, languages) = (reader.ReadStrings(), reader.Read<int>());
        for (var i = 0; i < articles.Length; i++)
        {
            unitsByArticle[(articles[i], (Lang)languages[i])] = reader.Read<uint>();
        }

        CountUnits();
    }

    public static ArticleCoverage Load(SnapshotReader reader) => new(reader);

    public void Save(SnapshotWriter writer)
    {
        writer.Write([.. unitsByArticle.Keys.Select(key => key.Article)]);
        writer.Write<int>([.. unitsByArticle.Keys.Select(key => (int)key.Lang)]);
        foreach (var units in unitsByArticle.Values)
        {
            writer.Write<uint>(units);
        }
    }

    private void CountUnits()
    {
        foreach (var articles in unitsByArticle.GroupBy(article => article.Key.Lang, article => article.Value))
        {
            articleCountByLang[articles.Key] = articles.Count();
            countsByLang[articles.Key] = UnitCounts.Create([.. articles.SelectMany(units => units)]);
        }
    }

    /// <param name="text">The question with corrected spelling.</param>
    public CoverageShares ComputeShares(string article, Lang lang, string text) => ComputeShares(article, Weigh(lang, text));

    /// <summary>The content words and pairs of a question with their weights, to be compared with several articles.</summary>
    public WeightedQuestion Weigh(Lang lang, string text)
    {
        var articleCount = articleCountByLang.GetValueOrDefault(lang);
        var units = new List<WeightedUnit>();
        foreach (var (hash, isPair, isContent) in SplitIntoUnits(lang, text).Distinct())
        {
            if (isContent)
            {
                var count = CountArticles(hash, lang);
                units.Add(new(hash, isPair, Math.Log(1 + (articleCount / Math.Max(count, UnseenUnitCount))), count == 0));
            }
        }

        return new(lang, units);
    }

    /// <returns>A question without content words is fully covered.</returns>
    public CoverageShares ComputeShares(string article, WeightedQuestion question)
    {
        if (!unitsByArticle.TryGetValue((article, question.Lang), out var articleUnits))
        {
            return new(0, 1, 0, 1);
        }

        WeightedSum words = default,
            pairs = default;
        foreach (var unit in question.Units)
        {
            var isCovered = Array.BinarySearch(articleUnits, unit.Hash) >= 0;
            if (unit.IsPair)
            {
                pairs.Add(unit.Weight, isCovered, unit.IsUnknown);
            }
            else
            {
                words.Add(unit.Weight, isCovered, unit.IsUnknown);
            }
        }

        return new(words.CoveredShare, words.UnknownShare, pairs.CoveredShare, pairs.UnknownShare);
    }

    /// <summary>Characters after which a sentence or a quotation can begin.</summary>
    private static readonly SearchValues<char> SentenceStarts = SearchValues.Create(".?!:\n\"“(");

    /// <summary>
    /// Counts the names in a text that no article contains: capitalised words within a sentence, alone or with the word before. Most
    /// questions about other matters name a person or a place.
    /// </summary>
    public int CountUnknownNames(Lang lang, string text)
    {
        var unknownCount = 0;
        var previousEnd = 0;
        uint previous = 0;
        var isFirst = true;
        foreach (var range in new WordRanges(text))
        {
            var gap = text.AsSpan(previousEnd, range.Start.Value - previousEnd);
            isFirst = isFirst && previousEnd == 0 || gap.ContainsAny(SentenceStarts);
            previousEnd = range.End.Value;
            var word = text[range];
            var isName = !isFirst && word.Length > 1 && char.IsUpper(word[0]) && !word.All(c => char.IsUpper(c) || char.IsDigit(c));
            var hash = Hash(WordForms.ToLoose(lang, VietnameseText.Normalize(word)));
            if (isName && (!IsKnown(hash) || (previous != 0 && !IsKnown((previous * 31) ^ hash))))
            {
                unknownCount++;
            }

            previous = isName ? hash : 0;
            isFirst = false;
        }

        return unknownCount;
    }

    private bool IsKnown(uint unit) => CountArticles(unit, Lang.Vi) > 0 || CountArticles(unit, Lang.En) > 0;

    private int CountArticles(uint unit, Lang lang) => countsByLang.TryGetValue(lang, out var counts) ? counts.Find(unit) : 0;

    /// <summary>The words of a text and the pairs of adjacent words; function words and numbers are no content.</summary>
    private static IEnumerable<(uint Hash, bool IsPair, bool IsContent)> SplitIntoUnits(Lang lang, string text)
    {
        uint previous = 0;
        var isPreviousContent = false;
        foreach (var word in VietnameseText.SplitIntoWords(text))
        {
            var hash = Hash(WordForms.ToLoose(lang, word));
            var isContent = StopWords.GetWeight(lang, WordForms.ToExact(lang, word)) >= 1 && !word.All(char.IsAsciiDigit);
            yield return (hash, false, isContent);
            if (previous != 0)
            {
                yield return ((previous * 31) ^ hash, true, isContent && isPreviousContent);
            }

            (previous, isPreviousContent) = (hash, isContent);
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

    private struct WeightedSum
    {
        private double total;
        private double covered;
        private double unknown;

        public readonly double CoveredShare => total == 0 ? 1 : covered / total;

        public readonly double UnknownShare => total == 0 ? 0 : unknown / total;

        public void Add(double weight, bool isCovered, bool isUnknown)
        {
            total += weight;
            covered += isCovered ? weight : 0;
            unknown += isUnknown ? weight : 0;
        }
    }
}
