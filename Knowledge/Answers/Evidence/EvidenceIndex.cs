using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>A statement of an article with its score for a question.</summary>
/// <param name="Overlap">The total weight of the question's words that it contains.</param>
/// <param name="HasWantedKind">Whether it contains a figure or place of the kind that is asked for; true when none is.</param>
/// <param name="MatchedWordCount">The number of the question's words that it contains.</param>
/// <param name="Coverage">The share of the question's words that it contains, weighted like <paramref name="Overlap"/>.</param>
internal readonly record struct ScoredUnit(
    EvidenceUnit Unit,
    double Score,
    double Overlap,
    bool HasWantedKind,
    int MatchedWordCount,
    double Coverage
);

/// <summary>A question, prepared by <see cref="EvidenceIndex.Prepare"/> to be compared with the statements of several articles.</summary>
internal sealed record EvidenceQuestion(Lang Lang, AnswerKinds WantedKinds, Audiences Audiences, IReadOnlyList<EvidenceQuestion.Word> Words)
{
    /// <summary>The total weight of its words that no article contains, without their rarity.</summary>
    public double UnknownWeight { get; init; }

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

    /// <summary>The hashes of all words and pairs of words, sorted; a word's id is its place.</summary>
    private readonly ulong[] wordHashes;
    private readonly Dictionary<(string Article, Lang Lang), EvidenceEntry> entries = [];
    private readonly Dictionary<(string Article, Lang Lang), EvidenceEntry> passageEntries = [];

    public EvidenceIndex(IReadOnlyList<Article> articles)
        : this(articles, null, new HashSet<string>()) { }

    /// <param name="previous">The index of an earlier version.</param>
    /// <param name="unchanged">The articles that are taken over from it.</param>
    public EvidenceIndex(IReadOnlyList<Article> articles, EvidenceIndex? previous, IReadOnlySet<string> unchanged)
    {
        var split = (
            from article in articles
            from lang in new[] { Lang.Vi, Lang.En }
            let isKept = unchanged.Contains(article.Key)
            select (article, lang, isKept, statements: isKept ? [] : StatementSplitter.Split(article, lang))
        ).ToList();
        var known = split
            .Where(one => one.isKept)
            .SelectMany(one => previous!.entries[(one.article.Key, one.lang)].Words)
            .Distinct()
            .Select(id => previous!.wordHashes[id]);
        wordHashes =
        [
            .. split
                .SelectMany(one => one.statements)
                .SelectMany(statement => statement.Words.Concat(statement.HeadingWords))
                .Select(TextHash.Compute)
                .Concat(known)
                .Distinct()
                .Order(),
        ];
        var newIds = previous is null ? [] : Array.ConvertAll(previous.wordHashes, hash => Array.BinarySearch(wordHashes, hash));
        foreach (var (article, lang, isKept, statements) in split)
        {
            var key = (article.Key, lang);
            if (isKept)
            {
                // The order of words stays the same.
                entries[key] = previous!.entries[key].WithWords(newIds);
                passageEntries[key] = previous.passageEntries[key].WithWords(newIds);
                continue;
            }

            var joined = StatementSplitter.JoinShortSections(statements, article, lang);
            entries[key] = EvidenceEntry.Create(article, lang, statements, statements, FindId);
            passageEntries[key] = EvidenceEntry.Create(article, lang, joined, statements, FindId);
        }
    }

    private EvidenceIndex(SnapshotReader reader)
    {
        wordHashes = reader.Read<ulong>();
        var records = new RecordReader(reader);
        for (var count = records.ReadNumber(); count > 0; count--)
        {
            var key = (records.ReadText(), (Lang)records.ReadNumber());
            entries[key] = EvidenceEntry.Load(records);
            passageEntries[key] = EvidenceEntry.Load(records);
        }
    }

    public static EvidenceIndex Load(SnapshotReader reader) => new(reader);

    public void Save(SnapshotWriter writer)
    {
        writer.Write<ulong>(wordHashes);
        var records = new RecordWriter();
        records.Write(entries.Count);
        foreach (var (key, entry) in entries)
        {
            records.Write(key.Article);
            records.Write((int)key.Lang);
            entry.Save(records);
            passageEntries[key].Save(records);
        }

        records.Save(writer);
    }

    /// <summary>The words and the kind of figure by which a message is compared with statements.</summary>
    /// <param name="audiences">For whom it asks.</param>
    public EvidenceQuestion Prepare(Lang lang, string message, Audiences audiences)
    {
        var words = new List<EvidenceQuestion.Word>();
        var unknownWeight = 0.0;
        var seen = new HashSet<int>();
        Add(ContentWords.ExtractFromQuestion(message, lang), 1);
        foreach (var meaning in Glossary.Default.FindMeanings(VietnameseText.SplitIntoWords(message), lang))
        {
            Add(ContentWords.Extract(meaning, lang), GlossaryWordWeight);
        }

        return new(lang, WantedAnswerReader.FindWanted(VietnameseText.FoldWords(message), message), audiences, words)
        {
            UnknownWeight = unknownWeight,
        };

        void Add(IEnumerable<string> added, double share)
        {
            foreach (var word in ContentWords.AddPairs(added))
            {
                var isPair = word.Contains(' ', StringComparison.Ordinal);
                if (FindId(word) is not (var id and >= 0))
                {
                    unknownWeight += share < 1 || isPair ? 0 : GetGeneralFactor(word);
                }
                else if (seen.Add(id))
                {
                    words.Add(new(id, isPair, share, GetGeneralFactor(word)));
                }
            }
        }
    }

    private static double GetGeneralFactor(string word) => ConversationPolicy.Current.Fields.IsGeneralWord(word) ? GeneralWordWeight : 1;

    /// <summary>The article's statements, the best first; empty when it has none.</summary>
    public IReadOnlyList<ScoredUnit> Rank(string article, EvidenceQuestion question) => Rank(entries, article, question);

    /// <summary>The same with each short section of sentences as one statement.</summary>
    public IReadOnlyList<ScoredUnit> RankPassages(string article, EvidenceQuestion question) => Rank(passageEntries, article, question);

    private static IReadOnlyList<ScoredUnit> Rank(
        Dictionary<(string Article, Lang Lang), EvidenceEntry> entries,
        string article,
        EvidenceQuestion question
    ) =>
        entries.TryGetValue((article, question.Lang), out var entry)
            ? [.. Enumerable.Range(0, entry.Units.Length).Select(new Scores(entry, question).GetUnit).OrderByDescending(unit => unit.Score)]
            : [];

    /// <summary>The article's best statement; null when it has none.</summary>
    public ScoredUnit? FindBest(string article, EvidenceQuestion question)
    {
        if (!entries.TryGetValue((article, question.Lang), out var entry) || entry.Units.Length == 0)
        {
            return null;
        }

        var scores = new Scores(entry, question);
        var best = scores.GetUnit(0);
        for (var i = 1; i < entry.Units.Length; i++)
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

    /// <returns>Negative when no statement contains it.</returns>
    private int FindId(string word) => Array.BinarySearch(wordHashes, TextHash.Compute(word));

    /// <summary>The scores of an article's statements for a question.</summary>
    private readonly struct Scores
    {
        private readonly EvidenceEntry entry;
        private readonly AnswerKinds wantedKinds;
        private readonly Audiences audiences;
        private readonly AudiencePolicy policy = ConversationPolicy.Current.Audiences;
        private readonly double[] overlaps;
        private readonly int[] matchedWordCounts;
        private readonly double[] matchedWeights;
        private readonly double totalWeight;

        public Scores(EvidenceEntry entry, EvidenceQuestion question)
        {
            (this.entry, wantedKinds, audiences) = (entry, question.WantedKinds, question.Audiences);
            (overlaps, matchedWordCounts) = (new double[entry.Units.Length], new int[entry.Units.Length]);
            matchedWeights = new double[entry.Units.Length];
            var unmatchedRarity = Math.Log(1 + entry.Units.Length);
            totalWeight = question.UnknownWeight * unmatchedRarity;
            foreach (var word in question.Words)
            {
                var counts = word is { IsPair: false, Share: 1 };
                if (entry.FindWord(word.Id) is not (var index and >= 0))
                {
                    totalWeight += counts ? word.GeneralFactor * unmatchedRarity : 0;
                    continue;
                }

                var weight = word.Share * entry.GetRarity(index) * (entry.IsInTitle(index) ? TitleWordWeight : 1) * word.GeneralFactor;
                totalWeight += counts ? weight : 0;
                foreach (var match in entry.GetMatches(index))
                {
                    var (unit, isInHeading) = (match >> 1, (match & 1) != 0);
                    matchedWeights[unit] += counts ? weight : 0;
                    overlaps[unit] += isInHeading ? HeadingWordWeight * weight : weight;
                    matchedWordCounts[unit] += word.IsPair || isInHeading ? 0 : 1;
                }
            }
        }

        public ScoredUnit GetUnit(int index)
        {
            var unit = entry.Units[index];
            var hasWantedKind = wantedKinds == AnswerKinds.None || (unit.Kinds & wantedKinds) != AnswerKinds.None;
            var (told, subject) = unit.FindAudiences(policy);
            var fit = AudienceFit.GetStatementFactor(audiences, told, subject);
            return new(
                unit,
                fit * (overlaps[index] + (wantedKinds != AnswerKinds.None && hasWantedKind ? WantedKindBonus : 0)),
                fit * overlaps[index],
                hasWantedKind,
                matchedWordCounts[index],
                totalWeight == 0 ? 0 : matchedWeights[index] / totalWeight
            );
        }
    }
}
