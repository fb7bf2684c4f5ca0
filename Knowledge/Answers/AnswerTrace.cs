namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>How a question was interpreted, what was found, and the reason for the outcome.</summary>
/// <param name="UnderstoodQuestion">The folded question; a follow-up is completed.</param>
public sealed record AnswerTrace(string UnderstoodQuestion, DateOnly AskedAbout, IReadOnlyList<TracedCandidate> Candidates, string Reason)
{
    /// <summary>The key of the article that answers; null when none does.</summary>
    public string? ArticleKey { get; init; }

    /// <summary>The text that was searched for; null when no search was needed.</summary>
    public string? SearchText { get; init; }

    public static AnswerTrace Empty { get; } = new("", default, [], "");
}

/// <param name="Score">The search score.</param>
public sealed record TracedCandidate(string ArticleKey, string SectionId, double Score);
