using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>A statement of an article with its score for a question.</summary>
/// <param name="Overlap">The total weight of the question's words that it contains.</param>
/// <param name="HasWantedKind">Whether it contains a figure or place of the kind that is asked for; true when none is.</param>
/// <param name="MatchedWordCount">The number of the question's words that it contains.</param>
internal sealed record ScoredUnit(EvidenceUnit Unit, double Score, double Overlap, bool HasWantedKind, int MatchedWordCount);

/// <summary>
/// Finds the statement of an article that answers a question: by common words, weighted by their rarity in the article, and by the kind of
/// figure that is asked for.
/// </summary>
internal sealed class EvidenceIndex
{
    /// <summary>Low, because a word of the title is about the whole article and hardly distinguishes its statements.</summary>
    private const double TitleWordWeight = 0.3;
    private const double GeneralWordWeight = 0.4;
    private const double HeadingWordWeight = 0.5;
    private const double GlossaryWordWeight = 0.6;

    /// <summary>The bonus for the kind of figure asked for, in the units of a word's weight.</summary>
    private const double WantedKindBonus = 1.2;

    private readonly FrozenDictionary<(string Article, Lang Lang), Entry> entries;

    public EvidenceIndex(IEnumerable<Article> articles) =>
        entries = (
            from article in articles
            from lang in new[] { Lang.Vi, Lang.En }
            let units = EvidenceUnit.Split(article, lang)
            select KeyValuePair.Create(
                (article.Key, lang),
                new Entry(
                    units,
                    ContentWords.AddPairs(ContentWords.Extract(article.Title[lang], lang)).ToHashSet(StringComparer.Ordinal),
                    units
                        .SelectMany(unit => unit.Words.Union(unit.HeadingWords))
                        .GroupBy(word => word)
                        .ToDictionary(g => g.Key, g => g.Count())
                )
            )
        ).ToFrozenDictionary();

    /// <summary>The article's statements, the best first; empty when it has none.</summary>
    public IReadOnlyList<ScoredUnit> Rank(string article, Lang lang, string message)
    {
        if (!entries.TryGetValue((article, lang), out var entry))
        {
            return [];
        }

        var folded = KnowledgeBase.FoldPhrase(message);
        var wantedKinds = WantedAnswerReader.FindWanted(folded, message);
        var words = ComputeWeights(entry, lang, message);
        return
        [
            .. entry
                .Units.Select(unit =>
                {
                    var overlap = words.Sum(word =>
                        unit.Words.Contains(word.Key) ? word.Value
                        : unit.HeadingWords.Contains(word.Key) ? HeadingWordWeight * word.Value
                        : 0
                    );
                    var hasWantedKind = wantedKinds == AnswerKinds.None || (unit.Kinds & wantedKinds) != AnswerKinds.None;
                    var matchedWordCount = words.Keys.Count(word =>
                        !word.Contains(' ', StringComparison.Ordinal) && unit.Words.Contains(word)
                    );
                    return new ScoredUnit(
                        unit,
                        overlap + (wantedKinds != AnswerKinds.None && hasWantedKind ? WantedKindBonus : 0),
                        overlap,
                        hasWantedKind,
                        matchedWordCount
                    );
                })
                .OrderByDescending(unit => unit.Score),
        ];
    }

    /// <summary>The article's statements in their order.</summary>
    public IReadOnlyList<EvidenceUnit> GetUnits(string article, Lang lang) =>
        entries.TryGetValue((article, lang), out var entry) ? entry.Units : [];

    /// <summary>Whether a statement of the article contains the kind of figure or place that is asked for.</summary>
    public bool Contains(string article, Lang lang, AnswerKinds wantedKinds) =>
        wantedKinds == AnswerKinds.None
        || (entries.TryGetValue((article, lang), out var entry) && entry.Units.Any(unit => (unit.Kinds & wantedKinds) != AnswerKinds.None));

    private static Dictionary<string, double> ComputeWeights(Entry entry, Lang lang, string message)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in ContentWords.AddPairs(ContentWords.ExtractFromQuestion(message, lang)))
        {
            Add(word, 1);
        }

        foreach (var meaning in Glossary.Default.FindMeanings([.. VietnameseText.SplitIntoWords(message)], lang))
        {
            foreach (var word in ContentWords.AddPairs(ContentWords.Extract(meaning, lang)).Where(word => !weights.ContainsKey(word)))
            {
                Add(word, GlossaryWordWeight);
            }
        }

        return weights;

        void Add(string word, double share)
        {
            if (entry.Counts.TryGetValue(word, out var count))
            {
                weights[word] =
                    share
                    * Math.Log(1 + ((double)entry.Units.Count / count))
                    * (entry.Title.Contains(word) ? TitleWordWeight : 1)
                    * (ConversationPolicy.Current.Fields.IsGeneralWord(word) ? GeneralWordWeight : 1);
            }
        }
    }

    private sealed record Entry(IReadOnlyList<EvidenceUnit> Units, HashSet<string> Title, Dictionary<string, int> Counts);
}
