using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Understanding.Matters;

/// <summary>The texts of an article in one language.</summary>
internal sealed record MatterTexts(string Article, Lang Lang, IEnumerable<string> Texts);

/// <summary>
/// Measures whether an article speaks about the matter of a question, and not only in its words: which weighty word it lacks, which names,
/// and how much of the question stands together in it as it does there. Words count in their exact form. A word is the weightier the fewer
/// articles contain it and the fewer messages of all kinds do: such messages tell of the asker's day too.
/// </summary>
internal sealed class MatterCoverage
{
    private const double UnseenCount = 0.5;

    /// <summary>The hashes of the words and pairs of each article, sorted.</summary>
    private readonly Dictionary<(string Article, Lang Lang), uint[]> unitsByArticle = [];

    /// <summary>Those of its words in both languages without diacritics.</summary>
    private readonly Dictionary<string, uint[]> foldedByArticle = [];
    private readonly Dictionary<Lang, (int Articles, UnitCounts Counts)> articleCounts = [];
    private readonly Dictionary<Lang, (int Texts, UnitCounts Counts)> generalCounts = [];

    /// <param name="previous">The measure of an earlier version, whose unchanged articles are taken over; null for none.</param>
    /// <param name="changedArticles">The articles that are not taken over.</param>
    /// <param name="general">Messages of any matter: ways of asking for articles, commands, small talk.</param>
    public MatterCoverage(
        IReadOnlyList<MatterTexts> articles,
        IEnumerable<(Lang Lang, string Text)> general,
        MatterCoverage? previous = null,
        IReadOnlySet<string>? changedArticles = null
    )
    {
        foreach (var (article, lang, texts) in articles)
        {
            if (changedArticles?.Contains(article) == false && previous?.unitsByArticle.TryGetValue((article, lang), out var known) == true)
            {
                (unitsByArticle[(article, lang)], foldedByArticle[article]) = (known, previous.foldedByArticle[article]);
                continue;
            }

            List<string> all = [.. texts];
            unitsByArticle[(article, lang)] = [.. all.SelectMany(text => MatterText.GetUnits(lang, text)).Distinct().Order()];
            foldedByArticle[article] =
            [
                .. all.SelectMany(VietnameseText.SplitIntoWords)
                    .SelectMany(word => new[] { word, lang == Lang.En ? WordForms.ToLoose(lang, word) : word })
                    .Select(MatterText.HashFolded)
                    .Concat(foldedByArticle.GetValueOrDefault(article, []))
                    .Distinct()
                    .Order(),
            ];
        }

        generalCounts = previous?.generalCounts ?? [];
        foreach (var texts in (previous is null ? general : []).GroupBy(text => text.Lang, text => text.Text))
        {
            List<string> all = [.. texts];
            generalCounts[texts.Key] = (
                all.Count,
                UnitCounts.Create([
                    .. all.SelectMany(text =>
                        VietnameseText.SplitIntoWords(text).Select(word => MatterText.HashWord(texts.Key, word)).Distinct()
                    ),
                ])
            );
        }

        CountUnits();
    }

    private MatterCoverage(SnapshotReader reader)
    {
        var (articles, languages) = (reader.ReadStrings(), reader.Read<int>());
        for (var i = 0; i < articles.Length; i++)
        {
            unitsByArticle[(articles[i], (Lang)languages[i])] = reader.Read<uint>();
        }

        foreach (var article in reader.ReadStrings())
        {
            foldedByArticle[article] = reader.Read<uint>();
        }

        foreach (var lang in reader.Read<int>())
        {
            generalCounts[(Lang)lang] = (reader.ReadValue<int>(), new(reader.Read<uint>(), reader.Read<int>()));
        }

        CountUnits();
    }

    public static MatterCoverage Load(SnapshotReader reader) => new(reader);

    public void Save(SnapshotWriter writer)
    {
        writer.Write([.. unitsByArticle.Keys.Select(key => key.Article)]);
        writer.Write<int>([.. unitsByArticle.Keys.Select(key => (int)key.Lang)]);
        foreach (var units in unitsByArticle.Values)
        {
            writer.Write<uint>(units);
        }

        writer.Write([.. foldedByArticle.Keys]);
        foreach (var folded in foldedByArticle.Values)
        {
            writer.Write<uint>(folded);
        }

        writer.Write<int>([.. generalCounts.Keys.Select(lang => (int)lang)]);
        foreach (var (texts, counts) in generalCounts.Values)
        {
            writer.Write(texts);
            writer.Write<uint>(counts.Units);
            writer.Write<int>(counts.Counts);
        }
    }

    private void CountUnits()
    {
        foreach (var articles in unitsByArticle.GroupBy(article => article.Key.Lang, article => article.Value))
        {
            articleCounts[articles.Key] = (articles.Count(), UnitCounts.Create([.. articles.SelectMany(units => units)]));
        }
    }

    /// <param name="text">The question with corrected spelling.</param>
    /// <param name="message">As typed, whose capitals tell names.</param>
    public MatterQuestion Prepare(Lang lang, string text, string message)
    {
        var words = VietnameseText
            .SplitIntoWords(text)
            .Select(word =>
            {
                var hash = MatterText.HashWord(lang, word);
                var isContent = MatterText.IsContent(lang, word);
                var (rarity, isUnknown) = isContent ? Weigh(lang, hash) : default;
                return new MatterWord(
                    hash,
                    isContent && MatterText.IsForeign(lang, word) ? MatterText.HashFolded(word) : 0,
                    isContent,
                    rarity * (isContent ? GetRarityInMessages(lang, hash) : 0),
                    isUnknown
                );
            })
            .ToArray();
        var pairs = words
            .Zip(words.Skip(1))
            .Where(pair => pair.First.IsContent && pair.Second.IsContent)
            .Select(pair => MatterText.Pair(pair.First.Hash, pair.Second.Hash))
            .Distinct()
            .Select(hash => Weigh(lang, hash) is var (rarity, isUnknown) ? new MatterWord(hash, 0, true, rarity, isUnknown) : default)
            .ToArray();
        return new(lang, words, pairs, [.. MatterText.FindNames(lang, message).Distinct()]);
    }

    public MatterShares Compare(string article, MatterQuestion question)
    {
        if (!unitsByArticle.TryGetValue((article, question.Lang), out var units))
        {
            return default;
        }

        var folded = foldedByArticle[article];
        var words = question.Words;
        double total = 0,
            held = 0,
            inContext = 0,
            lostKnown = 0,
            lostUnknown = 0,
            weightiest = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (!word.IsContent || Array.FindIndex(words, one => one.Hash == word.Hash) < i)
            {
                continue;
            }

            total += word.Weight;
            var isForeignHeld = word.Folded != 0 && Contains(folded, word.Folded);
            if (isForeignHeld || Contains(units, word.Hash))
            {
                held += word.Weight;
                weightiest = Math.Max(weightiest, word.Weight);
                var isNext =
                    (i > 0 && Contains(units, MatterText.Pair(words[i - 1].Hash, word.Hash)))
                    || (i + 1 < words.Length && Contains(units, MatterText.Pair(word.Hash, words[i + 1].Hash)));
                inContext += isForeignHeld || isNext ? word.Weight : 0;
            }
            else if (word.IsUnknown)
            {
                lostUnknown = Math.Max(lostUnknown, word.Weight);
            }
            else
            {
                lostKnown = Math.Max(lostKnown, word.Weight);
            }
        }

        var names = question.Names.Count(name => Contains(folded, name));
        var pairs = question.Pairs.Sum(pair => pair.Weight);
        return new(
            total == 0 ? 1 : held / total,
            total == 0 ? 1 : inContext / total,
            lostKnown,
            lostUnknown,
            weightiest,
            names,
            question.Names.Length - names,
            pairs == 0 ? 0 : question.Pairs.Where(pair => pair.IsUnknown).Sum(pair => pair.Weight) / pairs
        );
    }

    /// <summary>How few articles contain a unit, 0 to 1.</summary>
    private (double Rarity, bool IsUnknown) Weigh(Lang lang, uint unit)
    {
        if (!articleCounts.TryGetValue(lang, out var inLanguage))
        {
            return (1, true); // Nothing is written in this language.
        }

        var (articles, counts) = inLanguage;
        var count = counts.Find(unit);
        return (Math.Log(1 + (articles / Math.Max(count, UnseenCount))) / Math.Log(1 + (articles / UnseenCount)), count == 0);
    }

    private double GetRarityInMessages(Lang lang, uint word) =>
        generalCounts.TryGetValue(lang, out var general)
            ? Math.Log((general.Texts + 1.0) / (general.Counts.Find(word) + 1)) / Math.Log(general.Texts + 1.0)
            : 1;

    private static bool Contains(uint[] sorted, uint hash) => Array.BinarySearch(sorted, hash) >= 0;
}
