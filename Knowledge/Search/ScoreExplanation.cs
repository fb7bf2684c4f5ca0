namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>An explanation of one hit's score; the shares add up to the score.</summary>
public sealed record ScoreExplanation(string PassageId, double Score, DecodedQuery Query, IReadOnlyList<RetrieverShare> Retrievers);

/// <summary>The contribution of one retriever to a score.</summary>
/// <param name="Retriever">The name of the retriever, such as <c>exact-bigram</c>.</param>
/// <param name="Weight">The fusion weight.</param>
/// <param name="Share">The weight times the normalised score of the retriever.</param>
public sealed record RetrieverShare(string Retriever, double Weight, double Share, IReadOnlyList<TermShare> Terms);

/// <summary>The contribution of one term to a retriever, in the units of <see cref="RetrieverShare.Share"/>.</summary>
public sealed record TermShare(string Term, double Idf, int Frequency, double Share);
