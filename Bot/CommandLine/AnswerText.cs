using System.Globalization;
using System.Text;
using PolicyAssistantBot.Knowledge.Answers;

namespace PolicyAssistantBot.CommandLine;

/// <summary>An answer for a person at a terminal.</summary>
internal static class AnswerText
{
    public static string Write(Answer answer, bool explain)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"[{answer.GetType().Name}]").AppendLine().AppendLine(answer.Text);
        if (answer.Meant is { } meant)
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

        if (explain)
        {
            text.AppendLine(answer.Trace.Reason);
            foreach (var candidate in answer.Trace.Candidates)
            {
                text.Append(CultureInfo.InvariantCulture, $"{candidate.Score:0.000} {candidate.ArticleKey}#{candidate.SectionId}").AppendLine();
            }
        }

        return text.ToString().TrimEnd();
    }
}
