using System.Text.Json.Serialization;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>A rule that computes an outcome from facts. Pure: the same question always gives the same outcome.</summary>
/// <param name="Key">Stable, because conversations store it.</param>
/// <param name="ArticleKeys">The keys of the articles about its matter; the first explains the rule.</param>
/// <param name="UsedFacts">The facts that its outcome depends on.</param>
/// <param name="Evaluate">The function that computes the outcome; null when the rule does not apply to the question.</param>
public sealed record AnswerRule(
    string Key,
    IReadOnlyList<string> ArticleKeys,
    IReadOnlyList<FactSlot> UsedFacts,
    Func<RuleQuestion, RuleOutcome?> Evaluate
);

/// <summary>The input of a rule.</summary>
/// <param name="Day">The day as of which the law is applied.</param>
/// <param name="Claim">What the asker assumes, in a yes-or-no question; else null.</param>
public sealed record RuleQuestion(RuleFacts Facts, DateOnly Day, DateOnly Today, Lang Language, AskerClaim? Claim = null);

/// <summary>What the asker assumes and wants confirmed.</summary>
/// <param name="Folded">The message, lower case, without diacritics and punctuation.</param>
/// <param name="IsAssertion">Whether it is stated for confirmation ("… đúng không?", "… hả?"); "có … không?" only asks.</param>
public sealed record AskerClaim(string Folded, bool IsAssertion)
{
    /// <summary>The claimed size class; null when there is none or several.</summary>
    public SmeClass? SizeClass { get; init; }

    /// <summary>Figures in the message that are not facts about the enterprise, as typed: 70, 17.</summary>
    public IReadOnlyList<decimal> Figures { get; init; } = [];
}

/// <summary>The outcome of a rule.</summary>
public abstract record RuleOutcome
{
    private RuleOutcome() { }

    /// <param name="Text">Markdown: first the verdict, then the reason, then the clause.</param>
    /// <param name="Value">The verdict for programs and tests, such as <c>small</c> or <c>17</c>; the same in both languages.</param>
    /// <param name="Basis">The legal basis; the first entry decides.</param>
    public sealed record Decided(string Text, string Value, IReadOnlyList<RuleBasis> Basis, string ArticleKey, bool OffersRequest = false)
        : RuleOutcome
    {
        /// <summary>Whether the article's short answer is shown after the verdict.</summary>
        public bool ShowsArticle { get; init; }
    }

    /// <summary>A deciding fact is missing.</summary>
    /// <param name="Text">What is already certain, and the question for the missing fact.</param>
    public sealed record FactMissing(string Text, FactSlot Slot, IReadOnlyList<RuleBasis> Basis, string ArticleKey) : RuleOutcome;
}

/// <summary>A rule that was applied, with its facts, so that a new figure can recompute it. Stored with the conversation.</summary>
public sealed record RuleState(string Key, RuleFacts Facts)
{
    /// <summary>The fact that the assistant asked for; a bare value answers it.</summary>
    [JsonPropertyName("pending")]
    public FactSlot? PendingSlot { get; init; }

    /// <summary>The facts without later hypothetical values; null when there are none.</summary>
    [JsonPropertyName("real")]
    public RuleFacts? FactsWithoutAssumption { get; init; }

    /// <summary>The rule that was applied before this one, to which a message can return.</summary>
    [JsonPropertyName("before")]
    public RuleState? Previous { get; init; }

    /// <summary>The facts that the asker gave last; a bare value replaces one of them.</summary>
    [JsonPropertyName("latest")]
    public IReadOnlyList<FactSlot> LatestSlots { get; init; } = [];
}
