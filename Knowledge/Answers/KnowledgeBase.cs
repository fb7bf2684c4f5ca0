using System.Collections.Concurrent;
using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.Indexing;
using PolicyAssistantBot.Knowledge.Search.Snapshots;
using PolicyAssistantBot.Knowledge.Understanding;
using PolicyAssistantBot.Knowledge.Understanding.Acts;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>One published state of the articles, ready to be asked: immutable and replaced whole.</summary>
public sealed class KnowledgeBase
{
    private readonly FrozenDictionary<string, Article> byKey;
    private readonly FrozenDictionary<string, string> keyByPhrasing;
    private readonly ConcurrentDictionary<string, string> revisions = new(StringComparer.Ordinal);

    private readonly Lazy<PhrasingIndex> phrasings;
    private readonly Lazy<ArticleCoverage> coverage;
    private readonly Lazy<PhrasingModels> models;
    private readonly Lazy<DomainWords> domain;
    private readonly Lazy<EvidenceIndex> evidence;

    private KnowledgeBase(IReadOnlyList<Article> articles, SearchIndex index, LegalRegister register, PhrasingSet training)
    {
        phrasings = new(() => new PhrasingIndex([.. Written(articles), .. training.All]));
        coverage = new(() => new ArticleCoverage(Texts(articles, training)));
        models = new(() => training == PhrasingSet.Default ? PhrasingModels.Default : new PhrasingModels(training));
        domain = new(() =>
            new DomainWords(Written(articles).Concat(training.All).Select(phrasing => (phrasing.Language, phrasing.Text)), Foreign.Value)
        );
        evidence = new(() => new EvidenceIndex(articles));
        Register = register;
        Articles = articles;
        Index = index;
        byKey = articles
            .SelectMany(article => article.Keys.Select(key => (Key: key, Article: article)))
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Article, StringComparer.Ordinal);
        keyByPhrasing = Phrasings(articles).ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static KnowledgeBase Empty { get; } = Build([]);

    public IReadOnlyList<Article> Articles { get; }

    public SearchIndex Index { get; }

    public LegalRegister Register { get; }

    /// <summary>Learns now what questions will need, so that no question waits for it.</summary>
    internal void Prepare() =>
        Parallel.Invoke(
            () => _ = phrasings.Value,
            () => _ = coverage.Value,
            () => _ = models.Value,
            () => _ = domain.Value,
            () => _ = evidence.Value,
            () => _ = ActReader.Default
        );

    /// <summary>The phrasings of each article: its own questions and those of the training set.</summary>
    internal PhrasingIndex PhrasingIndex => phrasings.Value;

    /// <summary>The words of each article.</summary>
    internal ArticleCoverage Coverage => coverage.Value;

    /// <summary>The statements of each article.</summary>
    internal EvidenceIndex Evidence => evidence.Value;

    /// <summary>The words of the articles' field.</summary>
    internal DomainWords DomainWords => domain.Value;

    private static readonly Lazy<IReadOnlyList<(Lang Lang, string Text)>> Foreign = new(() =>
        DomainWords.ReadForeign(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Understanding", "foreign.tsv"))
    );

    /// <summary>What the training phrasings teach of any message.</summary>
    internal PhrasingModels Models => models.Value;

    /// <param name="register">Without one, the register beside the program.</param>
    /// <param name="phrasings">Training phrasings; without them, those beside the program.</param>
    public static KnowledgeBase Build(IReadOnlyList<Article> articles, LegalRegister? register = null, PhrasingSet? phrasings = null)
    {
        ArgumentNullException.ThrowIfNull(articles);
        phrasings ??= PhrasingSet.Default;
        return new(
            WithPeriods(articles),
            SearchIndex.Build([.. articles.SelectMany(article => Passages(article, phrasings))]),
            register ?? LegalRegister.Default,
            phrasings
        );
    }

    /// <summary>The next state; an index that would be the same is kept, else it is taken from the snapshot or built.</summary>
    internal static (KnowledgeBase Next, SnapshotOutcome Outcome) After(
        KnowledgeBase before,
        IReadOnlyList<Article> articles,
        string? snapshot
    )
    {
        List<Passage> passages = [.. articles.SelectMany(article => Passages(article, PhrasingSet.Default))];
        var (index, outcome) = IndexChanges.Compare(before.Index.Passages, passages).IsEmpty
            ? (before.Index, SnapshotOutcome.None)
            : SearchSnapshot.Open(passages, snapshot);
        var next = new KnowledgeBase(WithPeriods(articles), index, LegalRegister.Default, PhrasingSet.Default);
        next.Prepare();
        next.Index.StartTraining();
        return (next, outcome);
    }

    /// <summary>Statements have their periods from here on, so that no question waits for them to be read.</summary>
    private static List<Article> WithPeriods(IReadOnlyList<Article> articles) => [.. articles.Select(StatementPeriods.Apply)];

    /// <summary>An article by its key, or by one that it had before articles were merged.</summary>
    public Article? Find(string? key) => key is not null && byKey.TryGetValue(key, out var article) ? article : null;

    /// <summary>The revision of a published article; null when there is no such article.</summary>
    public string? RevisionOf(string? key) => Find(key) is { } article ? revisions.GetOrAdd(article.Key, _ => article.Revision) : null;

    /// <summary>The article one of whose titles or questions is exactly this, folded; null when none is.</summary>
    internal Article? FindByPhrasing(string folded) =>
        keyByPhrasing.TryGetValue(folded, out var key) ? byKey[key] : Find(ConversationPolicy.Current.Fields.FindArticleKey(folded));

    internal static string FoldPhrase(string text) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));

    internal static string PassageId(string articleKey, string sectionId, Lang lang) => $"{articleKey}#{sectionId}/{lang.Code()}";

    /// <summary>One passage for each section and language; the phrasings stand with the short answer, which they ask for.</summary>
    internal static IEnumerable<Passage> Passages(Article article, PhrasingSet phrasings) =>
        from lang in new[] { Lang.Vi, Lang.En }
        from section in article.Sections(lang)
        select new Passage(
            PassageId(article.Key, section.Id, lang),
            article.Key,
            section.Id,
            lang,
            article.Title[lang],
            section.Heading,
            section.Markdown,
            section.Id == AnswerSections.Short ? article.Questions(lang) : []
        )
        {
            Examples =
            [
                .. phrasings
                    .FindByArticle(article.Key)
                    .Where(phrasing => phrasing.Language == lang && phrasing.SectionId == section.Id && !phrasing.IsFollowUp)
                    .Select(phrasing => phrasing.Text),
            ],
        };

    /// <summary>The titles and questions that editors wrote, as phrasings of the short answer.</summary>
    private static IEnumerable<Phrasing> Written(IReadOnlyList<Article> articles) =>
        from article in articles
        from lang in new[] { Lang.Vi, Lang.En }
        from text in article.Questions(lang).Append(article.Title[lang])
        select new Phrasing("", article.Key, AnswerSections.Short, false, lang, text);

    private static IEnumerable<(string Article, Lang Lang, IEnumerable<string> Texts)> Texts(
        IReadOnlyList<Article> articles,
        PhrasingSet training
    ) =>
        from article in articles
        from lang in new[] { Lang.Vi, Lang.En }
        select (
            article.Key,
            lang,
            article
                .Sections(lang)
                .SelectMany(section => new[] { section.Heading, section.Markdown })
                .Concat(article.Questions(lang))
                .Append(article.Title[lang])
                .Concat(training.FindByArticle(article.Key).Where(phrasing => phrasing.Language == lang).Select(phrasing => phrasing.Text))
        );

    private static IEnumerable<KeyValuePair<string, string>> Phrasings(IReadOnlyList<Article> articles) =>
        from article in articles
        from phrase in article.QuestionsVi.Concat(article.QuestionsEn).Append(article.Title.Vi).Append(article.Title.En)
        group article.Key by FoldPhrase(phrase) into same
        let keys = same.Distinct(StringComparer.Ordinal).ToList()
        where keys.Count == 1
        select KeyValuePair.Create(same.Key, keys[0]);
}

/// <summary>The section ids that the pipeline knows by name.</summary>
internal static class AnswerSections
{
    /// <summary>The short answer, the first section of every article.</summary>
    public const string Short = "answer";

    /// <summary>What sources do not confirm.</summary>
    public const string Unconfirmed = "unconfirmed";
}
