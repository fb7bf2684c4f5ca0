namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>How a question was interpreted, what was found, and the reason for the outcome.</summary>
/// <param name="UnderstoodQuestion">The folded question; a follow-up is completed.</param>
public sealed record AnswerTrace(string UnderstoodQuestion, DateOnly AskedAbout, IReadOnlyList<TracedCandidate> Candidates, string Reason)
{
    /// <summary>The key of the article that answers; null when none does.</summary>
    public string? ArticleKey { get; init; }

    /// <summary>The text that was searched for; null when no search was needed.</summary>
    public string? SearchText { get; init; }

    /// <summary>What the message may have meant, most likely first; empty where that was plain. Kept in memory only.</summary>
    public IReadOnlyList<TracedReading> Readings { get; init; } = [];

    public static AnswerTrace Empty { get; } = new("", default, [], "");
}

/// <param name="Score">The search score.</param>
public sealed record TracedCandidate(string ArticleKey, string SectionId, double Score);

/// <param name="ArticleKey">The article asked for; null for a command or courtesy, and for nothing that articles tell.</param>
/// <param name="Act">The command or courtesy; null for the others.</param>
/// <param name="Features">In the order of the ranker's features.</param>
public sealed record TracedReading(string? ArticleKey, string? Act, IReadOnlyList<double> Features, double Probability);
