namespace PolicyAssistantBot.Knowledge.Search.Outside;

/// <summary>How well a passage fits a question, as a channel outside the index sees it.</summary>
/// <param name="Score">0 to 1; 0 for what fits no better than any other text.</param>
public readonly record struct OutsideHit(string PassageId, double Score);

/// <summary>How much a channel outside counts.</summary>
/// <param name="Weight">
/// What the best score adds to a passage; a passage with all words of a question has a score of about 1 without it.
/// </param>
/// <param name="Floor">Scores up to here add nothing, so that a question outside the field stays outside it.</param>
public readonly record struct OutsideWeight(double Weight, double Floor)
{
    public double ShareOf(double score) => double.IsFinite(score) ? Weight * Math.Clamp((score - Floor) / (1 - Floor), 0, 1) : 0;
}

/// <summary>What channels outside the index add to the scores of passages for one question. Immutable.</summary>
public sealed class OutsideScores
{
    private readonly Dictionary<string, List<ChannelShare>> byPassage = new(StringComparer.Ordinal);

    private OutsideScores() { }

    public bool IsEmpty => byPassage.Count == 0;

    /// <summary>Each passage with what is added to its score.</summary>
    internal IEnumerable<(string PassageId, double Share)> Shares =>
        byPassage.Select(pair => (pair.Key, pair.Value.Sum(share => share.Share)));

    /// <param name="found">What each channel found; of a passage found twice by one channel the best counts.</param>
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

    /// <summary>What was added to one passage's score, by channel.</summary>
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
