using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.CommandLine;

/// <summary>A passage that might have answered, with its score taken apart: the channels' shares and <paramref name="Adjusted"/> add up to
/// it.</summary>
/// <param name="Adjusted">What was added after the search, for a document named by its number or for what the conversation was
/// about.</param>
/// <param name="Channels">Those that added something, the largest first.</param>
internal sealed record ExplainedCandidate(
    string ArticleKey,
    string SectionId,
    double Score,
    double Adjusted,
    IReadOnlyList<ChannelShare> Channels
)
{
    /// <summary>Below this a difference is rounding.</summary>
    private const double Rounding = 1e-6;

    public static IReadOnlyList<ExplainedCandidate> Of(Answer answer, IReadOnlyList<Explanation> explanations) =>
        [
            .. answer.Trace.Candidates.Select(candidate =>
            {
                var explained = explanations.FirstOrDefault(e =>
                    e.PassageId.StartsWith($"{candidate.ArticleKey}#{candidate.SectionId}/", StringComparison.Ordinal)
                );
                var rest = candidate.Score - (explained?.Score ?? 0);
                return new ExplainedCandidate(
                    candidate.ArticleKey,
                    candidate.SectionId,
                    candidate.Score,
                    Math.Abs(rest) < Rounding ? 0 : rest,
                    [.. (explained?.Channels ?? []).Where(channel => channel.Share > 0).OrderByDescending(channel => channel.Share)]
                );
            }),
        ];
}
