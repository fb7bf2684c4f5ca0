using PolicyAssistantBot.Knowledge.Content;
using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Rules;

/// <summary>The legal basis of a rule's figures: the provision that sets them and how far its text was verified.</summary>
public sealed record RuleBasis
{
    /// <summary>The document's number, such as <c>80/2021/NĐ-CP</c>.</summary>
    public string Document { get; init; } = "";

    /// <summary>The provision (article, clause, point of the law) in Vietnamese, such as <c>Điều 5</c>.</summary>
    public string Clause { get; init; } = "";

    /// <summary>The first day in force, inclusive; null when not known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day in force, inclusive; null when no end is known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How the source was verified.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>The key of the knowledge base's article that explains the rule; not an article of the law.</summary>
    [YamlMember(Alias = "article")]
    public string ArticleKey { get; init; } = "";

    public bool IsInForce(DateOnly day) => new ValidityPeriod(From, Until).Contains(day);
}
