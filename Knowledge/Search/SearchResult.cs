using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>The result of a search.</summary>
/// <param name="Hits">The hits, best first; empty when no passage has a word in common with the question.</param>
/// <param name="Confidence">
/// The calibrated probability, 0 to 1, that the first hit is relevant, given that a relevant passage exists.
/// </param>
/// <param name="Relevance">
/// The first hit's fused score, 0 to 1: how much of the question the passage covers. Low for questions outside the domain.
/// </param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, double Confidence, double Relevance, DecodedQuery Query);

/// <summary>A passage and its fused score, comparable within and across queries, 0 to about 1.</summary>
public sealed record SearchHit(Passage Passage, double Score);

/// <summary>The question as the search interpreted it.</summary>
/// <param name="Decoded">The question with corrected spelling and restored diacritics.</param>
/// <param name="Changes">The words that were corrected.</param>
public sealed record DecodedQuery(string Original, string Decoded, DetectedLanguage Language, IReadOnlyList<WordChange> Changes);

/// <summary>A typed word and its correction.</summary>
public sealed record WordChange(string Typed, string Corrected);
