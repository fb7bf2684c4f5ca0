using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Knowledge.Search.Learning;

/// <summary>What a classifier of one language is trained on: the phrasings of each article that has any, and its title.</summary>
internal sealed class ClassifierExamples
{
    private readonly List<(int[] Passages, List<string> Phrasings, string Title)> articles;

    private ClassifierExamples(List<(int[] Passages, List<string> Phrasings, string Title)> articles) => this.articles = articles;

    public static ClassifierExamples None { get; } = new([]);

    /// <summary>For each class its passages by their place among the passages of the language.</summary>
    public int[][] Passages => [.. articles.Select(article => article.Passages)];

    /// <param name="docs">The passages of the language.</param>
    public static ClassifierExamples Collect(int[] docs, IReadOnlyList<Passage> passages) =>
        new([
            .. docs.Select((doc, i) => (Passage: passages[doc], Doc: i))
                .GroupBy(one => one.Passage.ArticleKey, StringComparer.Ordinal)
                .Select(group =>
                    (
                        Passages: group
                            .Where(one => one.Passage.Phrasings.Count > 0 || one.Passage.Examples.Count > 0)
                            .Select(one => one.Doc)
                            .ToArray(),
                        Phrasings: group
                            .SelectMany(one => one.Passage.Phrasings.Concat(one.Passage.Examples))
                            .Distinct(StringComparer.Ordinal)
                            .ToList(),
                        group.First().Passage.Title
                    )
                )
                .Where(article => article.Phrasings.Count > 0),
        ]);

    /// <summary>Whether training on the others gives the same classifier, apart from the passages.</summary>
    public bool HasSameTexts(ClassifierExamples other) =>
        articles.Count == other.articles.Count
        && articles
            .Zip(other.articles)
            .All(pair =>
                pair.First.Title == pair.Second.Title && pair.First.Phrasings.SequenceEqual(pair.Second.Phrasings, StringComparer.Ordinal)
            );

    /// <summary>
    /// Trains on all articles with phrasings once half of them have enough, because an article without a class could not be predicted.
    /// </summary>
    /// <returns>Null when fewer have enough.</returns>
    public PhrasingClassifier? Train(Lang lang) =>
        articles.Count(article => article.Phrasings.Count >= PhrasingClassifier.MinPhrasings) * 2 < articles.Count
            ? null
            : PhrasingTrainer.Train([
                .. articles.Select(article =>
                    (
                        article.Passages,
                        (IReadOnlyList<List<QueryWord>>)
                            [.. article.Phrasings.Append(article.Title).Select(text => QueryAnalyzer.SplitIntoWords(lang, text))]
                    )
                ),
            ]);
}
