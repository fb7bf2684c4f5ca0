using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.CommandLine;

/// <summary>
/// A candidate passage with the parts of its score: the shares of the retrievers and <paramref name="Adjusted"/> add up to it.
/// </summary>
/// <param name="Adjusted">
/// What was added after the search because a document was named by its number or because of the conversation.
/// </param>
/// <param name="Retrievers">The retrievers with a positive share, the largest first.</param>
internal sealed record ExplainedCandidate(
    string ArticleKey,
    string SectionId,
    double Score,
    double Adjusted,
    IReadOnlyList<RetrieverShare> Retrievers
)
{
    /// <summary>Smaller differences are rounding errors.</summary>
    private const double RoundingTolerance = 1e-6;

    public static IReadOnlyList<ExplainedCandidate> Of(Answer answer, IReadOnlyList<ScoreExplanation> explanations) =>
        [
            .. answer.Trace.Candidates.Select(candidate =>
            {
                var explained = explanations.FirstOrDefault(e =>
                    e.PassageId.StartsWith($"{candidate.ArticleKey}#{candidate.SectionId}/", StringComparison.Ordinal)
                );
                var adjustment = candidate.Score - (explained?.Score ?? 0);
                return new ExplainedCandidate(
                    candidate.ArticleKey,
                    candidate.SectionId,
                    candidate.Score,
                    Math.Abs(adjustment) < RoundingTolerance ? 0 : adjustment,
                    [
                        .. (explained?.Retrievers ?? [])
                            .Where(retriever => retriever.Share > 0)
                            .OrderByDescending(retriever => retriever.Share),
                    ]
                );
            }),
        ];
}
