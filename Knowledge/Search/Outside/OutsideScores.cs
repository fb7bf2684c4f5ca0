namespace PolicyAssistantBot.Knowledge.Search.Outside;

/// <summary>The relevance of a passage according to an external channel.</summary>
/// <param name="Score">The relevance, 0 to 1; 0 for a passage that fits no better than a random text.</param>
public readonly record struct OutsideHit(string PassageId, double Score);

/// <summary>The weight of an external channel.</summary>
/// <param name="Weight">
/// The contribution of the best score to a passage; a passage that contains all words of the question scores about 1 without it.
/// </param>
/// <param name="Floor">Scores up to this value contribute nothing, so that questions outside the domain still find nothing.</param>
public readonly record struct OutsideWeight(double Weight, double Floor)
{
    public double ShareOf(double score) => double.IsFinite(score) ? Weight * Math.Clamp((score - Floor) / (1 - Floor), 0, 1) : 0;
}

/// <summary>The contributions of external channels to the scores of passages for one question. Immutable.</summary>
public sealed class OutsideScores
{
    private readonly Dictionary<string, List<ChannelShare>> byPassage = new(StringComparer.Ordinal);

    private OutsideScores() { }

    public bool IsEmpty => byPassage.Count == 0;

    /// <summary>Each passage with the sum of its contributions.</summary>
    internal IEnumerable<(string PassageId, double Share)> Shares =>
        byPassage.Select(pair => (pair.Key, pair.Value.Sum(share => share.Share)));

    /// <param name="found">The hits of each channel; when a channel found a passage more than once, its best score counts.</param>
    public static OutsideScores Of(IEnumerable<(string Channel, OutsideWeight Weight, IReadOnlyList<OutsideHit> Hits)> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var scores = new OutsideScores();
        foreach (var (channel, weight, hits) in found)
        {
            foreach (var hit in hits.GroupBy(hit => hit.PassageId, StringComparer.Ordinal).Select(same => same.MaxBy(hit => hit.Score)))
            {
                if (weight.ShareOf(hit.Score) is var share and > 0)
                {
                    scores.Add(
                        hit.PassageId,
                        new ChannelShare(channel, weight.Weight, share, [new TermShare($"({channel})", 0, 1, share)])
                    );
                }
            }
        }

        return scores;
    }

    /// <summary>The contributions to one passage's score by channel.</summary>
    internal IReadOnlyList<ChannelShare> Explain(string passageId) => byPassage.GetValueOrDefault(passageId, []);

    private void Add(string passageId, ChannelShare share)
    {
        if (!byPassage.TryGetValue(passageId, out var shares))
        {
            byPassage[passageId] = shares = [];
        }

        shares.Add(share);
    }
}
