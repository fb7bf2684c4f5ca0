using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>What a search found.</summary>
/// <param name="Hits">Best first; empty when nothing shares a word with the question.</param>
/// <param name="Confidence">The calibrated probability, 0 to 1, that the first hit is the right one, given that a right one exists.</param>
/// <param name="Relevance">
/// The fused score of the first hit, 0 to 1: how much of the question the passage covers. A low value means
/// that the question is outside the domain.
/// </param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, double Confidence, double Relevance, DecodedQuery Query);

/// <summary>A passage and its fused score, comparable within and across queries, 0 to about 1.</summary>
public sealed record SearchHit(Passage Passage, double Score);

/// <summary>The question as search understood it.</summary>
/// <param name="Decoded">With the marks that were probably meant.</param>
/// <param name="Changes">Each word that was read as another.</param>
public sealed record DecodedQuery(string Original, string Decoded, DetectedLanguage Language, IReadOnlyList<WordChange> Changes);

/// <summary>A typed word and how it was read.</summary>
public sealed record WordChange(string Typed, string Read);
