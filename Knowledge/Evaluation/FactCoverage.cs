using System.Globalization;
using System.Text;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>One fact that an article should explain.</summary>
/// <param name="ReasonForNone">The reason why no article explains it; empty when one must.</param>
public sealed record FactKey(string Key, LocalizedText Title, string ReasonForNone);

/// <param name="QuestionCount">The number of questions of the product's question set that expect the article.</param>
public sealed record CoveredArticle(Article Article, int QuestionCount);

/// <param name="Articles">The articles whose key is the fact's key, or begins with it and a hyphen.</param>
public sealed record CoveredFact(FactKey Fact, IReadOnlyList<CoveredArticle> Articles)
{
    public bool IsMissing => Articles.Count == 0 && Fact.ReasonForNone.Length == 0;
}

/// <summary>Which articles explain which facts, and how many questions measure each article.</summary>
public sealed record FactCoverage(IReadOnlyList<CoveredFact> Facts, IReadOnlyList<Article> ArticlesWithoutFact)
{
    /// <summary>The number of questions that should measure each article.</summary>
    public const int MinQuestions = 5;

    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Knowledge", "Evaluation");

    /// <summary>The product's question set in the build output.</summary>
    public static string DefaultQuestionsFile { get; } = Path.Combine(Folder, "questions.tsv");

    public static IReadOnlyList<FactKey> ReadFacts() =>
        [
            .. File.ReadLines(Path.Combine(Folder, "facts.tsv"))
                .Skip(1)
                .Select(line => line.Split('\t'))
                .Where(cells => cells.Length >= 3)
                .Select(cells => new FactKey(cells[0], new LocalizedText(cells[1], cells[2]), cells.ElementAtOrDefault(3) ?? "")),
        ];

    public static FactCoverage Create(
        IReadOnlyList<Article> articles,
        IReadOnlyList<FactKey> facts,
        IReadOnlyList<ExpectedQuestion> questions
    )
    {
        var questionCounts = questions
            .SelectMany(question => question.ExpectedKeys)
            .GroupBy(key => key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        var articlesByFact = articles.ToLookup(article => facts.Where(fact => BelongsTo(article, fact)).MaxBy(fact => fact.Key.Length));
        return new FactCoverage(
            [
                .. facts.Select(fact => new CoveredFact(
                    fact,
                    [
                        .. articlesByFact[fact]
                            .OrderBy(article => article.Key, StringComparer.Ordinal)
                            .Select(article => new CoveredArticle(article, questionCounts.GetValueOrDefault(article.Key))),
                    ]
                )),
            ],
            [.. articlesByFact[null]]
        );
    }

    /// <summary>A Markdown page for editors.</summary>
    public string ToMarkdown()
    {
        var page = new StringBuilder();
        var articles = Facts.SelectMany(fact => fact.Articles).ToList();
        page.AppendLine("# Coverage").AppendLine();
        page.AppendLine(
                "Written by `knowledge coverage --out docs/coverage.md`. For each key of the facts: the articles that explain it, or "
                    + "the reason why none does."
            )
            .AppendLine();
        page.AppendLine(
                CultureInfo.InvariantCulture,
                $"{Facts.Count} keys, {articles.Count} articles, {articles.Sum(article => article.QuestionCount)} questions; "
                    + $"{Facts.Count(fact => fact.IsMissing)} keys without an article or a reason, "
                    + $"{articles.Count(article => article.QuestionCount < MinQuestions)} articles with fewer "
                    + $"than {MinQuestions} questions."
            )
            .AppendLine();
        page.AppendLine("| key | fact | articles (confidence, questions) |").AppendLine("|---|---|---|");
        foreach (var fact in Facts)
        {
            var explanation =
                fact.Articles.Count > 0
                    ? string.Join(
                        ", ",
                        fact.Articles.Select(article =>
                            $"{article.Article.Key} ({ConfidenceText.Format(article.Article.Confidence)}, {article.QuestionCount})"
                        )
                    )
                : fact.IsMissing ? "**missing**"
                : fact.Fact.ReasonForNone;
            page.AppendLine(CultureInfo.InvariantCulture, $"| {fact.Fact.Key} | {fact.Fact.Title.En} | {explanation} |");
        }

        foreach (var stray in ArticlesWithoutFact)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"\nThe article {stray.Key} belongs to no fact.");
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static bool BelongsTo(Article article, FactKey fact) =>
        article.Keys.Any(key => key == fact.Key || key.StartsWith($"{fact.Key}-", StringComparison.Ordinal));
}
