namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>A section of a published article, the unit of retrieval.</summary>
/// <param name="Id">The id, unique in an index, such as <c>B1-tech#amount/vi</c>.</param>
/// <param name="ArticleKey">The key of the article, by which the phrasing classifier and the results group passages.</param>
/// <param name="Phrasings">Questions that the passage answers, in the passage's language.</param>
public sealed record Passage(
    string Id,
    string ArticleKey,
    string SectionId,
    Lang Lang,
    string Title,
    string Heading,
    string Text,
    IReadOnlyList<string> Phrasings
)
{
    /// <summary>More such questions that only train the classifier and are not indexed.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}
