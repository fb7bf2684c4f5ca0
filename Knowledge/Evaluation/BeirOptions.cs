namespace PolicyAssistantBot.Knowledge.Evaluation;

/// <summary>What of a BEIR folder to measure, and how.</summary>
public sealed record BeirOptions
{
    /// <summary>The file of questions, such as <c>queries.nodia.jsonl</c>.</summary>
    public string Queries { get; init; } = "queries.jsonl";

    /// <summary>The language of the passages; detected from their words when null.</summary>
    public Lang? Lang { get; init; }

    /// <summary>For this share of the questions the right passage is taken away, 0 to 1.</summary>
    public double Removed { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>Weights other than those shipped, while training.</summary>
    public Search.Scoring.Fusion? Fusion { get; init; }
}
