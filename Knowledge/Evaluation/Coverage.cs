using System.Globalization;
using System.Text;
using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>One key of the facts that the articles are written from.</summary>
/// <param name="WhyNone">Why no article covers the fact; empty when an article must.</param>
public sealed record FactKey(string Key, LocalizedText Title, string WhyNone);

/// <param name="Questions">How many questions of the own set expect the article.</param>
public sealed record CoveredArticle(Article Article, int Questions);

/// <param name="Articles">Those whose key is the fact's, or begins with it and a hyphen.</param>
public sealed record CoveredFact(FactKey Fact, IReadOnlyList<CoveredArticle> Articles)
{
    public bool IsMissing => Articles.Count == 0 && Fact.WhyNone.Length == 0;
}

/// <summary>Reports which articles cover which facts, and how many evaluation questions each article has.</summary>
public sealed record Coverage(IReadOnlyList<CoveredFact> Facts, IReadOnlyList<Article> Strays)
{
    /// <summary>The least number of questions that an article should be measured by.</summary>
    public const int LeastQuestions = 5;

    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Knowledge", "Evaluation");

    /// <summary>The question set next to the program.</summary>
    public static string OwnQuestions { get; } = Path.Combine(Folder, "questions.tsv");

    public static IReadOnlyList<FactKey> Keys() =>
        [
            .. File.ReadLines(Path.Combine(Folder, "facts.tsv"))
                .Skip(1)
                .Select(line => line.Split('\t'))
                .Where(cells => cells.Length >= 3)
                .Select(cells => new FactKey(cells[0], new LocalizedText(cells[1], cells[2]), cells.ElementAtOrDefault(3) ?? "")),
        ];

    public static Coverage Of(IReadOnlyList<Article> articles, IReadOnlyList<FactKey> facts, IReadOnlyList<ExpectedQuestion> questions)
    {
        var asked = questions
            .SelectMany(question => question.ExpectedKeys)
            .GroupBy(key => key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        var owner = articles.ToLookup(article => facts.Where(fact => Belongs(article, fact)).MaxBy(fact => fact.Key.Length));
        return new Coverage(
            [
                .. facts.Select(fact => new CoveredFact(
                    fact,
                    [
                        .. owner[fact]
                            .OrderBy(article => article.Key, StringComparer.Ordinal)
                            .Select(article => new CoveredArticle(article, asked.GetValueOrDefault(article.Key))),
                    ]
                )),
            ],
            [.. owner[null]]
        );
    }

    /// <summary>A Markdown page for editors.</summary>
    public string ToMarkdown()
    {
        var page = new StringBuilder();
        var articles = Facts.SelectMany(fact => fact.Articles).ToList();
        page.AppendLine("# Coverage").AppendLine();
        page.AppendLine(
                "Written by `knowledge coverage --out docs/coverage.md`. For each key of the facts: the articles "
                    + "that tell it, or the reason why none does."
            )
            .AppendLine();
        var questions = articles.Sum(article => article.Questions);
        var missing = Facts.Count(fact => fact.IsMissing);
        var few = articles.Count(article => article.Questions < LeastQuestions);
        page.AppendLine(
                CultureInfo.InvariantCulture,
                $"{Facts.Count} keys, {articles.Count} articles, {questions} questions; {missing} keys without an article or a reason, "
                    + $"{few} articles with fewer than {LeastQuestions} questions."
            )
            .AppendLine();
        page.AppendLine("| key | matter | articles (confidence, questions) |").AppendLine("|---|---|---|");
        foreach (var fact in Facts)
        {
            var told =
                fact.Articles.Count > 0
                    ? string.Join(
                        ", ",
                        fact.Articles.Select(article =>
                            $"{article.Article.Key} ({ConfidenceText.Write(article.Article.Confidence)}, {article.Questions})"
                        )
                    )
                : fact.IsMissing ? "**missing**"
                : fact.Fact.WhyNone;
            page.AppendLine(CultureInfo.InvariantCulture, $"| {fact.Fact.Key} | {fact.Fact.Title.En} | {told} |");
        }

        foreach (var stray in Strays)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"\nThe article {stray.Key} belongs to no key.");
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static bool Belongs(Article article, FactKey fact) =>
        article.Keys.Any(key => key == fact.Key || key.StartsWith($"{fact.Key}-", StringComparison.Ordinal));
}
