namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>A section of a published article as search sees it.</summary>
/// <param name="Id">Unique in an index, such as <c>B1-tech#amount/vi</c>.</param>
/// <param name="ArticleKey">Passages of one article share it; the classifier over phrasings and the results group by it.</param>
/// <param name="Phrasings">Ways in which people ask for it, in the passage's language.</param>
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
    /// <summary>More ways of asking for it, from which the classifier learns; they are not indexed.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}
