using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Understanding;
using PolicyAssistantBot.Knowledge.Understanding.Matters;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Knowledge.Answers.Tables;

/// <summary>
/// What is computed from the articles and the phrasings besides the index: each table on first use, or all of them from a snapshot.
/// </summary>
internal sealed class KnowledgeTables
{
    private const string Name = "tables";

    private static readonly Lazy<IReadOnlyList<ForeignQuestion>> ForeignQuestions = new(() =>
        DomainWords.ReadForeign(Path.Combine(AppContext.BaseDirectory, "Knowledge", "Understanding", "foreign.tsv"))
    );

    /// <summary>The articles as they were read.</summary>
    private readonly IReadOnlyList<Article> articles;
    private readonly Lazy<PhrasingIndex> phrasingIndex;
    private readonly Lazy<SectionIndex> sectionIndex;
    private readonly Lazy<ArticleCoverage> articleCoverage;
    private readonly Lazy<MatterCoverage> matterCoverage;
    private readonly Lazy<DomainWords> domainWords;
    private readonly Lazy<EvidenceIndex> evidenceIndex;

    /// <summary>The articles whose phrasings were learnt; null where they are these.</summary>
    private readonly IReadOnlyList<Article>? learntFrom;

    private KnowledgeTables(IReadOnlyList<Article> articles, PhrasingSet phrasings)
    {
        this.articles = articles;
        Articles = ArticlePeriods.Apply(articles);
        phrasingIndex = new(() => new PhrasingIndex([.. GetOwnPhrasings(articles), .. phrasings.All]));
        sectionIndex = new(() => new SectionIndex(articles, CollectPhrasings(articles, phrasings)));
        articleCoverage = new(() => new ArticleCoverage(CollectTexts(articles, phrasings)));
        domainWords = new(() => CreateDomainWords(GetOwnPhrasings(articles), phrasings));
        matterCoverage = new(() => CreateMatterCoverage(articles, phrasings));
        evidenceIndex = new(() => new EvidenceIndex(Articles));
    }

    private KnowledgeTables(
        KnowledgeTables learnt,
        IReadOnlyList<Article> articles,
        PhrasingSet phrasings,
        IReadOnlySet<string> changedKeys
    )
    {
        this.articles = articles;
        learntFrom = learnt.learntFrom ?? learnt.articles;
        var unchanged = new UnchangedArticles(learnt.articles, learnt.Articles);
        Articles = ArticlePeriods.Apply(articles, unchanged);
        var kept = articles
            .Where(article => unchanged.Find(article) is not null)
            .Select(article => article.Key)
            .ToHashSet(StringComparer.Ordinal);
        phrasingIndex = learnt.phrasingIndex;
        sectionIndex = new(() => new SectionIndex(articles, CollectPhrasings(articles, phrasings), learnt.SectionIndex, kept));
        articleCoverage = new(() => new ArticleCoverage(CollectTexts(articles, phrasings), learnt.ArticleCoverage, changedKeys));
        matterCoverage = new(() => CreateMatterCoverage(articles, phrasings, learnt.MatterCoverage, changedKeys));
        domainWords = learnt.domainWords;
        evidenceIndex = new(() => new EvidenceIndex(Articles, learnt.EvidenceIndex, kept));
    }

    /// <summary>What <paramref name="changed"/> has not learnt yet; the rest is its own.</summary>
    private KnowledgeTables(KnowledgeTables changed, PhrasingSet phrasings)
    {
        (articles, Articles) = (changed.articles, changed.Articles);
        (articleCoverage, evidenceIndex) = (changed.articleCoverage, changed.evidenceIndex);
        matterCoverage = changed.matterCoverage;
        sectionIndex = new(() => new SectionIndex(articles, CollectPhrasings(articles, phrasings)));
        List<Phrasing> own = [.. GetOwnPhrasings(articles)];
        if (changed.learntFrom is null || GetOwnPhrasings(changed.learntFrom).SequenceEqual(own))
        {
            (phrasingIndex, domainWords) = (changed.phrasingIndex, changed.domainWords);
            return;
        }

        phrasingIndex = new(() => new PhrasingIndex([.. own, .. phrasings.All]));
        domainWords = new(() => CreateDomainWords(own, phrasings));
    }

    private KnowledgeTables(IReadOnlyList<Article> articles, SnapshotReader reader)
    {
        this.articles = articles;
        Articles = ArticlePeriods.Load(articles, reader);
        phrasingIndex = new(PhrasingIndex.Load(reader));
        sectionIndex = new(SectionIndex.Load(reader));
        articleCoverage = new(ArticleCoverage.Load(reader));
        matterCoverage = new(MatterCoverage.Load(reader));
        domainWords = new(DomainWords.Load(reader));
        evidenceIndex = new(EvidenceIndex.Load(reader));
    }

    /// <summary>The articles with the periods of their statements, so that no question waits for them to be read.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>The phrasings of each article: its own questions and those of the training set.</summary>
    public PhrasingIndex PhrasingIndex => phrasingIndex.Value;

    /// <summary>The words of the sections of each article and of the phrasings that ask for them.</summary>
    public SectionIndex SectionIndex => sectionIndex.Value;

    /// <summary>The words of each article.</summary>
    public ArticleCoverage ArticleCoverage => articleCoverage.Value;

    /// <summary>The words, word pairs and names of each article.</summary>
    public MatterCoverage MatterCoverage => matterCoverage.Value;

    /// <summary>The words that are typical of the articles' domain.</summary>
    public DomainWords DomainWords => domainWords.Value;

    /// <summary>The statements of each article.</summary>
    public EvidenceIndex EvidenceIndex => evidenceIndex.Value;

    /// <summary>Loads the tables of these articles; without a snapshot each is computed on first use.</summary>
    public static KnowledgeTables Open(IReadOnlyList<Article> articles, PhrasingSet phrasings, SnapshotStore snapshots) =>
        snapshots.Find(Name, ComputeKey(articles, phrasings), reader => new KnowledgeTables(articles, reader))
        ?? new KnowledgeTables(articles, phrasings);

    /// <summary>Loads the tables of these articles, or computes and writes them.</summary>
    public static KnowledgeTables OpenOrWrite(IReadOnlyList<Article> articles, PhrasingSet phrasings, SnapshotStore snapshots) =>
        snapshots
            .Open(
                Name,
                ComputeKey(articles, phrasings),
                reader => new KnowledgeTables(articles, reader),
                () => new KnowledgeTables(articles, phrasings).ComputeAll(),
                (tables, writer) => tables.Save(writer)
            )
            .Value;

    /// <summary>The tables after a change of articles, without learning from it.</summary>
    public KnowledgeTables CreateNext(IReadOnlyList<Article> articles, PhrasingSet phrasings, IReadOnlySet<string> changedKeys) =>
        new(this, articles, phrasings, changedKeys);

    /// <summary>Learns what <see cref="CreateNext"/> left out, and writes the tables.</summary>
    public KnowledgeTables Learn(PhrasingSet phrasings, SnapshotStore snapshots) =>
        snapshots
            .Open(
                Name,
                ComputeKey(articles, phrasings),
                reader => new KnowledgeTables(articles, reader),
                () => new KnowledgeTables(this, phrasings).ComputeAll(),
                (tables, writer) => tables.Save(writer)
            )
            .Value;

    /// <summary>Computes every table now, so that no question waits for one.</summary>
    public KnowledgeTables ComputeAll()
    {
        ParallelWork.Invoke(
            () => _ = PhrasingIndex,
            () => _ = SectionIndex,
            () => _ = ArticleCoverage,
            () => _ = MatterCoverage,
            () => _ = DomainWords,
            () => _ = EvidenceIndex
        );
        return this;
    }

    private void Save(SnapshotWriter writer)
    {
        ArticlePeriods.Save(Articles, writer);
        PhrasingIndex.Save(writer);
        SectionIndex.Save(writer);
        ArticleCoverage.Save(writer);
        MatterCoverage.Save(writer);
        DomainWords.Save(writer);
        EvidenceIndex.Save(writer);
    }

    /// <summary>A hash of everything that the tables depend on.</summary>
    private static byte[] ComputeKey(IReadOnlyList<Article> articles, PhrasingSet phrasings)
    {
        using var key = new SnapshotKey();
        foreach (var folder in new[] { "Content", "Language", "Understanding", "Policy" })
        {
            key.AddFiles(Path.Combine(YamlData.Folder, folder));
        }

        key.AddFiles(TypedMessages.ActsFolder);
        phrasings.AddTo(key);
        ArticleSnapshot.AddTo(key, articles);
        return key.GetHash();
    }

    private static IEnumerable<Phrasing> CollectPhrasings(IReadOnlyList<Article> articles, PhrasingSet phrasings) =>
        GetOwnPhrasings(articles).Concat(phrasings.All).Concat(phrasings.OfSections);

    private static DomainWords CreateDomainWords(IEnumerable<Phrasing> own, PhrasingSet phrasings) =>
        new([.. own.Concat(phrasings.All).Select(phrasing => (phrasing.Language, phrasing.Text))], ForeignQuestions.Value);

    /// <summary>The titles and questions that editors wrote, as phrasings of the short answer.</summary>
    private static IEnumerable<Phrasing> GetOwnPhrasings(IReadOnlyList<Article> articles) =>
        from article in articles
        from lang in new[] { Lang.Vi, Lang.En }
        from text in article.GetQuestions(lang).Append(article.Title[lang])
        select new Phrasing("", article.Key, AnswerSections.Short, false, lang, text);

    private static MatterCoverage CreateMatterCoverage(
        IReadOnlyList<Article> articles,
        PhrasingSet phrasings,
        MatterCoverage? learnt = null,
        IReadOnlySet<string>? changedKeys = null
    ) =>
        new(
            [
                .. from article in articles
                from lang in new[] { Lang.Vi, Lang.En }
                select new MatterTexts(
                    article.Key,
                    lang,
                    article
                        .GetSections(lang)
                        .Concat(AnswerSections.GapPassage(article, lang))
                        .SelectMany(section => new[] { section.Heading, section.Markdown })
                        .Concat(article.GetQuestions(lang))
                        .Append(article.Title[lang])
                        .Concat(
                            phrasings
                                .FindByArticle(article.Key)
                                .Concat(phrasings.OfSections.Where(phrasing => phrasing.ArticleKey == article.Key))
                                .Where(phrasing => phrasing.Language == lang)
                                .Select(phrasing => phrasing.Text)
                        )
                ),
            ],
            [
                .. phrasings.All.Select(phrasing => (phrasing.Language, phrasing.Text)),
                .. TypedMessages.ReadFolder(TypedMessages.ActsFolder),
            ],
            learnt,
            changedKeys
        );

    private static IEnumerable<(string Article, Lang Lang, IEnumerable<string> Texts)> CollectTexts(
        IReadOnlyList<Article> articles,
        PhrasingSet trainingPhrasings
    ) =>
        from article in articles
        from lang in new[] { Lang.Vi, Lang.En }
        select (
            article.Key,
            lang,
            AnswerSections
                .Searched(article, lang)
                .SelectMany(section => new[] { section.Heading, section.Markdown })
                .Concat(article.GetQuestions(lang))
                .Append(article.Title[lang])
                .Concat(
                    trainingPhrasings
                        .FindByArticle(article.Key)
                        .Where(phrasing => phrasing.Language == lang)
                        .Select(phrasing => phrasing.Text)
                )
        );
}
