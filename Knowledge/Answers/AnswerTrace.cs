namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>What was understood, what was found and why this outcome.</summary>
/// <param name="Understood">The folded question, with what a follow-up left out.</param>
public sealed record AnswerTrace(string Understood, DateOnly AskedAbout, IReadOnlyList<TracedCandidate> Candidates, string Reason)
{
    /// <summary>The article that answers; null where none does.</summary>
    public string? ArticleKey { get; init; }

    /// <summary>What was searched for; null where nothing had to be.</summary>
    public string? Searched { get; init; }

    public static AnswerTrace Empty { get; } = new("", default, [], "");
}

/// <param name="Score">As search gave it.</param>
public sealed record TracedCandidate(string ArticleKey, string SectionId, double Score);
