namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>Every rule that answers from facts, in the order in which they are asked.</summary>
public static class RuleList
{
    public static IReadOnlyList<AnswerRule> All { get; } =
    [
        SizeRule.Rule,
        DueDayRule.Rule,
        CitRules.Cut,
        CitRules.OfRevenue,
        CitRules.Rate,
        HouseholdRules.Invoice,
        HouseholdRules.Tax,
        HouseholdRules.Months,
        PersonRules.Women,
        PersonRules.Other,
        SupportRule.Rule,
    ];

    public static AnswerRule? Find(string key) => All.FirstOrDefault(rule => rule.Key == key);
}
