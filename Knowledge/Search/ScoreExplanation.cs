namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>An explanation of one hit's score; the shares add up to the score.</summary>
public sealed record ScoreExplanation(string PassageId, double Score, DecodedQuery Query, IReadOnlyList<ChannelShare> Channels);

/// <summary>The contribution of one channel to a score.</summary>
/// <param name="Channel">The name of the channel, such as <c>exact-bigram</c>.</param>
/// <param name="Weight">The fusion weight.</param>
/// <param name="Share">The weight times the normalised score of the channel.</param>
public sealed record ChannelShare(string Channel, double Weight, double Share, IReadOnlyList<TermShare> Terms);

/// <summary>The contribution of one term to a channel, in the units of <see cref="ChannelShare.Share"/>.</summary>
public sealed record TermShare(string Term, double Idf, int Frequency, double Share);
