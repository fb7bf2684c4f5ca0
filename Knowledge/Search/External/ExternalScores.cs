namespace PolicyAssistantBot.Knowledge.Search.External;

/// <summary>The relevance of a passage according to an external retriever.</summary>
/// <param name="Score">The relevance, 0 to 1; 0 for a passage that fits no better than a random text.</param>
public readonly record struct ExternalHit(string PassageId, double Score);

/// <summary>The weight of an external retriever.</summary>
/// <param name="Weight">
/// The contribution of the best score to a passage; a passage that contains all words of the question scores about 1 without it.
/// </param>
/// <param name="MinScore">Scores up to this value contribute nothing, so that questions outside the domain still find nothing.</param>
public readonly record struct ExternalWeight(double Weight, double MinScore)
{
    public double ComputeShare(double score) => double.IsFinite(score) ? Weight * Math.Clamp((score - MinScore) / (1 - MinScore), 0, 1) : 0;
}

/// <summary>The contributions of external retrievers to the scores of passages for one question. Immutable.</summary>
public sealed class ExternalScores
{
    private readonly Dictionary<string, List<RetrieverShare>> sharesByPassage = new(StringComparer.Ordinal);

    private ExternalScores() { }

    public bool IsEmpty => sharesByPassage.Count == 0;

    /// <summary>Each passage with the sum of its contributions.</summary>
    internal IEnumerable<(string PassageId, double Share)> PassageShares =>
        sharesByPassage.Select(pair => (pair.Key, pair.Value.Sum(share => share.Share)));

    /// <param name="retrieverHits">The hits of each retriever; when one found a passage more than once, its best score counts.</param>
    public static ExternalScores Create(
        IEnumerable<(string Retriever, ExternalWeight Weight, IReadOnlyList<ExternalHit> Hits)> retrieverHits
    )
    {
        ArgumentNullException.ThrowIfNull(retrieverHits);
        var scores = new ExternalScores();
        foreach (var (retriever, weight, hits) in retrieverHits)
        {
            foreach (var hit in hits.GroupBy(hit => hit.PassageId, StringComparer.Ordinal).Select(same => same.MaxBy(hit => hit.Score)))
            {
                if (weight.ComputeShare(hit.Score) is var share and > 0)
                {
                    scores.Add(
                        hit.PassageId,
                        new RetrieverShare(retriever, weight.Weight, share, [new TermShare($"({retriever})", 0, 1, share)])
                    );
                }
            }
        }

        return scores;
    }

    /// <summary>The contributions to one passage's score by retriever.</summary>
    internal IReadOnlyList<RetrieverShare> Explain(string passageId) => sharesByPassage.GetValueOrDefault(passageId, []);

    private void Add(string passageId, RetrieverShare share)
    {
        if (!sharesByPassage.TryGetValue(passageId, out var shares))
        {
            sharesByPassage[passageId] = shares = [];
        }

        shares.Add(share);
    }
}
