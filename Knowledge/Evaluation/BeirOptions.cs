namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>Options of an evaluation on a BEIR folder.</summary>
public sealed record BeirOptions
{
    /// <summary>The file of queries, such as <c>queries.nodia.jsonl</c>.</summary>
    public string QueriesFile { get; init; } = "queries.jsonl";

    /// <summary>The language of the passages; detected when null.</summary>
    public Lang? Lang { get; init; }

    /// <summary>The share of the queries whose relevant passages are excluded, 0 to 1, to measure unanswerable questions.</summary>
    public double ExcludedShare { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>The retriever weights; null for those that are shipped with the program.</summary>
    public Search.Scoring.Fusion? Fusion { get; init; }
}
