using System.Globalization;
using System.Text;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.CommandLine;

/// <summary>Formats an answer for a terminal.</summary>
internal static class AnswerText
{
    /// <summary>The number of candidates whose scores are explained; of the others only the score is printed.</summary>
    private const int MaxExplainedCandidates = 3;

    private const int MaxTerms = 8;

    /// <param name="explain">Explains the scores of the answer; null omits the explanation.</param>
    public static string Write(Answer answer, Func<Answer, IReadOnlyList<ScoreExplanation>>? explain)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"[{answer.GetType().Name}]")
            .AppendLine()
            .AppendLine(answer.Text);
        if (answer.UnderstoodQuestion is { } meant)
        {
            text.Insert(0, $"({meant}){Environment.NewLine}");
        }

        foreach (var citation in answer.Citations)
        {
            text.Append("- ").AppendLine(citation.Clause is null ? citation.Document : $"{citation.Document}, {citation.Clause}");
        }

        var next = answer is Answer.Clarify clarify ? clarify.Choices : answer.FollowUps;
        foreach (var followUp in next)
        {
            text.Append("> ").AppendLine(followUp.Question);
        }

        if (explain is not null)
        {
            AppendExplanation(text, answer, explain(answer));
        }

        return text.ToString().TrimEnd();
    }

    private static void AppendExplanation(StringBuilder text, Answer answer, IReadOnlyList<ScoreExplanation> explanations)
    {
        text.AppendLine(answer.Trace.Reason);
        if (explanations.Count > 0)
        {
            text.Append("searched: ").AppendLine(answer.Trace.SearchText).Append("read as: ").AppendLine(explanations[0].Query.Decoded);
        }

        foreach (var (rank, candidate) in ExplainedCandidate.Of(answer, explanations).Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{candidate.Score:0.000} {candidate.ArticleKey}#{candidate.SectionId}").AppendLine();
            foreach (var retriever in rank < MaxExplainedCandidates ? candidate.Retrievers : [])
            {
                text.Append(
                        CultureInfo.InvariantCulture,
                        $"    {retriever.Share:0.000} {retriever.Retriever} (weight {retriever.Weight:0.##}){FormatTerms(retriever.Terms)}"
                    )
                    .AppendLine();
            }

            if (rank < MaxExplainedCandidates && candidate.Adjusted != 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {candidate.Adjusted:+0.000;-0.000} after the search").AppendLine();
            }
        }
    }

    /// <summary>The terms with the largest shares; none for a retriever without terms.</summary>
    private static string FormatTerms(IReadOnlyList<TermShare> terms)
    {
        var formatted = terms
            .Where(term => term.Idf > 0)
            .OrderByDescending(term => term.Share)
            .Take(MaxTerms)
            .Select(term =>
                string.Create(CultureInfo.InvariantCulture, $"{term.Term} {term.Share:0.000} (idf {term.Idf:0.0}, {term.Frequency}×)")
            )
            .ToList();
        return formatted.Count == 0 ? "" : ": " + string.Join(", ", formatted);
    }
}
