using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>A statement with how well it answers a question.</summary>
/// <param name="Overlap">The weight of the question's words that it holds.</param>
/// <param name="IsKind">It holds a figure or a place of the kind that is asked for; true where none is asked for.</param>
/// <param name="Words">How many of its words it holds.</param>
internal sealed record ScoredUnit(EvidenceUnit Unit, double Score, double Overlap, bool IsKind, int Words);

/// <summary>
/// Finds the statement of an article that answers a question: by the words they share, weighted by how few statements of the article
/// hold them, and by the kind of figure that is asked for.
/// </summary>
internal sealed class EvidenceIndex
{
    /// <summary>A word of the title stands for the whole article and hardly tells one statement from another.</summary>
    private const double OfTitle = 0.3;
    private const double General = 0.4;
    private const double OfHeading = 0.5;
    private const double OfMeaning = 0.6;

    /// <summary>What the kind of figure asked for is worth, in words.</summary>
    private const double Kind = 1.2;

    private readonly FrozenDictionary<(string Article, Lang Lang), Entry> entries;

    public EvidenceIndex(IEnumerable<Article> articles) =>
        entries = (
            from article in articles
            from lang in new[] { Lang.Vi, Lang.En }
            let units = EvidenceUnit.Of(article, lang)
            select KeyValuePair.Create(
                (article.Key, lang),
                new Entry(
                    units,
                    ContentWords.WithPairs(ContentWords.Of(article.Title[lang], lang)).ToHashSet(StringComparer.Ordinal),
                    units
                        .SelectMany(unit => unit.Words.Union(unit.HeadingWords))
                        .GroupBy(word => word)
                        .ToDictionary(g => g.Key, g => g.Count())
                )
            )
        ).ToFrozenDictionary();

    /// <summary>The article's statements, the best first; empty where it has none.</summary>
    public IReadOnlyList<ScoredUnit> Rank(string article, Lang lang, string message)
    {
        if (!entries.TryGetValue((article, lang), out var entry))
        {
            return [];
        }

        var folded = KnowledgeBase.FoldPhrase(message);
        var wanted = WantedAnswer.Of(folded, message);
        var words = Weights(entry, lang, message);
        return
        [
            .. entry
                .Units.Select(unit =>
                {
                    var overlap = words.Sum(word =>
                        unit.Words.Contains(word.Key) ? word.Value
                        : unit.HeadingWords.Contains(word.Key) ? OfHeading * word.Value
                        : 0
                    );
                    var isKind = wanted == WantedAnswers.None || (unit.Holds & wanted) != WantedAnswers.None;
                    var held = words.Keys.Count(word => !word.Contains(' ', StringComparison.Ordinal) && unit.Words.Contains(word));
                    return new ScoredUnit(unit, overlap + (wanted != WantedAnswers.None && isKind ? Kind : 0), overlap, isKind, held);
                })
                .OrderByDescending(unit => unit.Score),
        ];
    }

    /// <summary>The article's statements in their order.</summary>
    public IReadOnlyList<EvidenceUnit> Units(string article, Lang lang) =>
        entries.TryGetValue((article, lang), out var entry) ? entry.Units : [];

    /// <summary>Some statement of the article holds what is asked for.</summary>
    public bool Holds(string article, Lang lang, WantedAnswers wanted) =>
        wanted == WantedAnswers.None
        || (entries.TryGetValue((article, lang), out var entry) && entry.Units.Any(unit => (unit.Holds & wanted) != WantedAnswers.None));

    private static Dictionary<string, double> Weights(Entry entry, Lang lang, string message)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in ContentWords.WithPairs(ContentWords.OfQuestion(message, lang)))
        {
            Add(word, 1);
        }

        foreach (var meaning in Glossary.Default.FindMeanings([.. VietnameseText.SplitIntoWords(message)], lang))
        {
            foreach (var word in ContentWords.WithPairs(ContentWords.Of(meaning, lang)).Where(word => !weights.ContainsKey(word)))
            {
                Add(word, OfMeaning);
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
                    * (entry.Title.Contains(word) ? OfTitle : 1)
                    * (ConversationPolicy.Current.Fields.IsGeneralWord(word) ? General : 1);
            }
        }
    }

    private sealed record Entry(IReadOnlyList<EvidenceUnit> Units, HashSet<string> Title, Dictionary<string, int> Counts);
}
