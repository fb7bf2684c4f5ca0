using System.Collections.Frozen;
using System.Runtime.InteropServices;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>A statement of an article with its score for a question.</summary>
/// <param name="Overlap">The total weight of the question's words that it contains.</param>
/// <param name="HasWantedKind">Whether it contains a figure or place of the kind that is asked for; true when none is.</param>
/// <param name="MatchedWordCount">The number of the question's words that it contains.</param>
internal readonly record struct ScoredUnit(EvidenceUnit Unit, double Score, double Overlap, bool HasWantedKind, int MatchedWordCount);

/// <summary>A question, prepared by <see cref="EvidenceIndex.Prepare"/> to be compared with the statements of several articles.</summary>
internal sealed record EvidenceQuestion(Lang Lang, AnswerKinds WantedKinds, IReadOnlyList<EvidenceQuestion.Word> Words)
{
    /// <param name="Id">The id of a word or of a pair of words.</param>
    /// <param name="Share">1 for a word of the question, less for one from the glossary.</param>
    /// <param name="GeneralFactor">Less than 1 for a word that says little about the matter.</param>
    public readonly record struct Word(int Id, bool IsPair, double Share, double GeneralFactor);
}

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

    private readonly Dictionary<string, int> wordIds = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<(string Article, Lang Lang), Entry> entries;
    private readonly FrozenDictionary<(string Article, Lang Lang), Entry> passageEntries;

    public EvidenceIndex(IReadOnlyList<Article> articles)
    {
        var split = (
            from article in articles
            from lang in new[] { Lang.Vi, Lang.En }
            select (article, lang, units: EvidenceUnit.Split(article, lang))
        ).ToList();
        entries = split.ToFrozenDictionary(
            one => (one.article.Key, one.lang),
            one => CreateEntry(one.article, one.lang, one.units, one.units)
        );
        passageEntries = split.ToFrozenDictionary(
            one => (one.article.Key, one.lang),
            one => CreateEntry(one.article, one.lang, EvidenceUnit.JoinShortSections(one.units, one.article, one.lang), one.units)
        );
    }

    /// <summary>The words and the kind of figure by which a message is compared with statements.</summary>
    public EvidenceQuestion Prepare(Lang lang, string message)
    {
        var words = new List<EvidenceQuestion.Word>();
        var seen = new HashSet<int>();
        Add(ContentWords.ExtractFromQuestion(message, lang), 1);
        foreach (var meaning in Glossary.Default.FindMeanings(VietnameseText.SplitIntoWords(message), lang))
        {
            Add(ContentWords.Extract(meaning, lang), GlossaryWordWeight);
        }

        return new(lang, WantedAnswerReader.FindWanted(KnowledgeBase.FoldPhrase(message), message), words);

        void Add(IEnumerable<string> added, double share)
        {
            foreach (var word in ContentWords.AddPairs(added))
            {
                if (wordIds.TryGetValue(word, out var id) && seen.Add(id))
                {
                    words.Add(
                        new(
                            id,
                            word.Contains(' ', StringComparison.Ordinal),
                            share,
                            ConversationPolicy.Current.Fields.IsGeneralWord(word) ? GeneralWordWeight : 1
                        )
                    );
                }
            }
        }
    }

    /// <summary>The article's statements, the best first; empty when it has none.</summary>
    public IReadOnlyList<ScoredUnit> Rank(string article, EvidenceQuestion question) => Rank(entries, article, question);

    /// <summary>The same with each short section of sentences as one statement.</summary>
    public IReadOnlyList<ScoredUnit> RankPassages(string article, EvidenceQuestion question) => Rank(passageEntries, article, question);

    private static IReadOnlyList<ScoredUnit> Rank(
        FrozenDictionary<(string Article, Lang Lang), Entry> entries,
        string article,
        EvidenceQuestion question
    ) =>
        entries.TryGetValue((article, question.Lang), out var entry)
            ? [.. Enumerable.Range(0, entry.Units.Count).Select(new Scores(entry, question).GetUnit).OrderByDescending(unit => unit.Score)]
            : [];

    /// <summary>The article's best statement; null when it has none.</summary>
    public ScoredUnit? FindBest(string article, EvidenceQuestion question)
    {
        if (!entries.TryGetValue((article, question.Lang), out var entry) || entry.Units.Count == 0)
        {
            return null;
        }

        var scores = new Scores(entry, question);
        var best = scores.GetUnit(0);
        for (var i = 1; i < entry.Units.Count; i++)
        {
            if (scores.GetUnit(i) is var unit && unit.Score > best.Score)
            {
                best = unit;
            }
        }

        return best;
    }

    /// <summary>The article's statements in their order.</summary>
    public IReadOnlyList<EvidenceUnit> GetUnits(string article, Lang lang) =>
        entries.TryGetValue((article, lang), out var entry) ? entry.Units : [];

    /// <summary>The same with each short section of sentences as one statement.</summary>
    public IReadOnlyList<EvidenceUnit> GetPassages(string article, Lang lang) =>
        passageEntries.TryGetValue((article, lang), out var entry) ? entry.Units : [];

    /// <summary>Whether a statement of the article contains the kind of figure or place that is asked for.</summary>
    public bool Contains(string article, Lang lang, AnswerKinds wantedKinds) =>
        wantedKinds == AnswerKinds.None
        || (entries.TryGetValue((article, lang), out var entry) && (entry.Kinds & wantedKinds) != AnswerKinds.None);

    /// <param name="counted">The statements in which the rarity of words is counted.</param>
    private Entry CreateEntry(Article article, Lang lang, IReadOnlyList<EvidenceUnit> units, IReadOnlyList<EvidenceUnit> counted)
    {
        var title = ContentWords.AddPairs(ContentWords.Extract(article.Title[lang], lang)).ToHashSet(StringComparer.Ordinal);
        var matches = new Dictionary<string, List<Match>>(StringComparer.Ordinal);
        foreach (var (i, unit) in units.Index())
        {
            foreach (var word in unit.Words.Union(unit.HeadingWords))
            {
                ref var unitsOfWord = ref CollectionsMarshal.GetValueRefOrAddDefault(matches, word, out _);
                (unitsOfWord ??= []).Add(new(i, !unit.Words.Contains(word)));
            }
        }

        var counts = counted
            .SelectMany(unit => unit.Words.Union(unit.HeadingWords))
            .CountBy(word => word, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return new(
            units,
            units.Aggregate(AnswerKinds.None, (kinds, unit) => kinds | unit.Kinds),
            matches.ToDictionary(
                word => GetOrAddId(word.Key),
                word => new WordMatches(
                    Math.Log(1 + ((double)counted.Count / counts[word.Key])),
                    title.Contains(word.Key) ? TitleWordWeight : 1,
                    [.. word.Value]
                )
            )
        );
    }

    private int GetOrAddId(string word)
    {
        if (!wordIds.TryGetValue(word, out var id))
        {
            wordIds.Add(word, id = wordIds.Count);
        }

        return id;
    }

    /// <summary>The scores of an article's statements for a question.</summary>
    private readonly struct Scores
    {
        private readonly Entry entry;
        private readonly AnswerKinds wantedKinds;
        private readonly double[] overlaps;
        private readonly int[] matchedWordCounts;

        public Scores(Entry entry, EvidenceQuestion question)
        {
            (this.entry, wantedKinds) = (entry, question.WantedKinds);
            (overlaps, matchedWordCounts) = (new double[entry.Units.Count], new int[entry.Units.Count]);
            foreach (var word in question.Words)
            {
                if (!entry.Words.TryGetValue(word.Id, out var matches))
                {
                    continue;
                }

                var weight = word.Share * matches.Rarity * matches.TitleFactor * word.GeneralFactor;
                foreach (var match in matches.Units)
                {
                    overlaps[match.Unit] += match.IsInHeading ? HeadingWordWeight * weight : weight;
                    matchedWordCounts[match.Unit] += word.IsPair || match.IsInHeading ? 0 : 1;
                }
            }
        }

        public ScoredUnit GetUnit(int index)
        {
            var unit = entry.Units[index];
            var hasWantedKind = wantedKinds == AnswerKinds.None || (unit.Kinds & wantedKinds) != AnswerKinds.None;
            return new(
                unit,
                overlaps[index] + (wantedKinds != AnswerKinds.None && hasWantedKind ? WantedKindBonus : 0),
                overlaps[index],
                hasWantedKind,
                matchedWordCounts[index]
            );
        }
    }

    /// <param name="Kinds">The kinds of figures and places of all statements.</param>
    /// <param name="Words">By word id.</param>
    private sealed record Entry(IReadOnlyList<EvidenceUnit> Units, AnswerKinds Kinds, Dictionary<int, WordMatches> Words);

    /// <summary>The statements that contain a word.</summary>
    private sealed record WordMatches(double Rarity, double TitleFactor, Match[] Units);

    /// <param name="Unit">The index of the statement.</param>
    /// <param name="IsInHeading">Whether only the heading of its section contains the word.</param>
    private readonly record struct Match(int Unit, bool IsInHeading);
}
