namespace PolicyAssistantBot.Knowledge.Search;

/// <summary>One hit's score taken apart; the shares add up to the score.</summary>
public sealed record Explanation(string PassageId, double Score, DecodedQuery Query, IReadOnlyList<ChannelShare> Channels);

/// <summary>What one channel added.</summary>
/// <param name="Channel">Such as <c>exact-bigram</c>.</param>
/// <param name="Weight">The fusion weight.</param>
/// <param name="Share">Weight × normalised channel score.</param>
public sealed record ChannelShare(string Channel, double Weight, double Share, IReadOnlyList<TermShare> Terms);

/// <summary>What one term added to a channel, in the same units as <see cref="ChannelShare.Share"/>.</summary>
public sealed record TermShare(string Term, double Idf, int Frequency, double Share);
