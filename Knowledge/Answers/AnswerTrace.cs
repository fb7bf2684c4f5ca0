namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>What was understood, what was found and why this outcome.</summary>
public sealed record AnswerTrace(
    string Understood,
    DateOnly AskedAbout,
    IReadOnlyList<TracedCandidate> Candidates,
    string Reason)
{
    public static AnswerTrace Empty { get; } = new("", default, [], "");
}

/// <param name="Score">As search gave it.</param>
public sealed record TracedCandidate(string ArticleKey, string SectionId, double Score);
