namespace PolicyAssistantBot.Knowledge.Understanding;

/// <summary>The evidence on whether the articles cover the matter of a question at all.</summary>
/// <param name="UnknownWords">The share of its words, by weight, that no article contains.</param>
/// <param name="Score">The best article's search score.</param>
/// <param name="Margin">The share of the best article's matter in the scores of all candidates.</param>
/// <param name="PhrasingSimilarity">The similarity of the most similar phrasing of the articles found.</param>
/// <param name="Domain">How typical its words are for the domain (<see cref="DomainWords"/>).</param>
/// <param name="UnknownNames">The number of names in it that no article contains.</param>
/// <param name="WordCount">The number of words: a long question about another matter shares more words by chance.</param>
internal sealed record FloorEvidence(
    double UnknownWords,
    double Score,
    double Margin,
    double PhrasingSimilarity,
    (double Mean, double Highest) Domain,
    int UnknownNames,
    int WordCount
)
{
    private const int MaxNames = 2;
    private const double MaxWords = 12;

    public double[] Features =>
        [
            UnknownWords,
            Score,
            Margin,
            PhrasingSimilarity,
            Domain.Mean / 4,
            Domain.Highest / 4,
            Math.Min(MaxNames, UnknownNames),
            Math.Min(1, WordCount / MaxWords),
        ];
}
