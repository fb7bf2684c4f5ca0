using PolicyAssistantBot.Knowledge.Content;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>The legal basis of a rule's figures.</summary>
public sealed record RuleBasis
{
    /// <summary>The document's number, such as <c>80/2021/NĐ-CP</c>.</summary>
    public string Document { get; init; } = "";

    /// <summary>The clause in Vietnamese, such as <c>Điều 5</c>.</summary>
    public string Clause { get; init; } = "";

    public DateOnly? From { get; init; }

    /// <summary>The last day in force, inclusive; null when open.</summary>
    public DateOnly? Until { get; init; }

    public Confidence Confidence { get; init; }

    /// <summary>The key of the article that explains the rule.</summary>
    public string Article { get; init; } = "";

    public bool InForce(DateOnly day) => new ValidityPeriod(From, Until).Contains(day);
}
