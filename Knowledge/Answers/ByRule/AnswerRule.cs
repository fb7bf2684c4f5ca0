using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>A rule that tells a verdict from facts. Pure: the same question always gives the same outcome.</summary>
/// <param name="Key">Stable: conversations remember it.</param>
/// <param name="Articles">The articles whose matter it decides; the first explains it.</param>
/// <param name="Takes">The facts that change its outcome.</param>
/// <param name="Tell">Null where the rule has nothing to say to the question.</param>
public sealed record AnswerRule(
    string Key,
    IReadOnlyList<string> Articles,
    IReadOnlyList<FactSlot> Takes,
    Func<RuleQuestion, RuleOutcome?> Tell
);

/// <summary>What a rule is asked.</summary>
/// <param name="Day">The day whose law counts.</param>
/// <param name="Claim">What the asker takes to be so, where the question is yes or no.</param>
public sealed record RuleQuestion(RuleFacts Facts, DateOnly Day, DateOnly Today, Lang Language, Claim? Claim = null);

/// <summary>What the asker takes to be so and wants confirmed.</summary>
/// <param name="Folded">The message, lower case, without diacritics and punctuation.</param>
/// <param name="IsAssertion">States it and wants it confirmed ("… đúng không?", "… hả?"), where "có … không?" only asks.</param>
public sealed record Claim(string Folded, bool IsAssertion)
{
    /// <summary>The size class that is claimed; null when none is, or several.</summary>
    public SmeClass? Size { get; init; }

    /// <summary>Figures in the message that are no facts of the enterprise, as typed: 70, 17.</summary>
    public IReadOnlyList<decimal> Figures { get; init; } = [];
}

/// <summary>What a rule comes to.</summary>
public abstract record RuleOutcome
{
    private RuleOutcome() { }

    /// <param name="Text">The verdict first, then why, then the clause. Markdown.</param>
    /// <param name="Value">The verdict for programs and tests, such as <c>small</c> or <c>17</c>; the same in both languages.</param>
    /// <param name="Basis">What it rests on, the first deciding.</param>
    public sealed record Told(string Text, string Value, IReadOnlyList<RuleBasis> Basis, string ArticleKey, bool OffersRequest = false)
        : RuleOutcome
    {
        /// <summary>The article's own short answer follows the verdict.</summary>
        public bool ShowsArticle { get; init; }
    }

    /// <summary>A fact that decides is missing.</summary>
    /// <param name="Text">What is certain already, and the one question.</param>
    public sealed record Missing(string Text, FactSlot Slot, IReadOnlyList<RuleBasis> Basis, string ArticleKey) : RuleOutcome;
}

/// <summary>A rule that was told, with the facts it was told from, so that a new figure can recompute it.</summary>
public sealed record RuleState(string Key, RuleFacts Facts)
{
    /// <summary>The fact that was asked for, which a bare value answers.</summary>
    public FactSlot? Pending { get; init; }

    /// <summary>The facts without what was only supposed since; null where nothing was.</summary>
    public RuleFacts? Real { get; init; }

    /// <summary>The rule that was told before this one, to which a message may go back.</summary>
    public RuleState? Before { get; init; }

    /// <summary>The facts that the asker gave last, which a bare value replaces.</summary>
    public IReadOnlyList<FactSlot> Latest { get; init; } = [];
}
