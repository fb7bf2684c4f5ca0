namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>Every rule that answers from facts, in the order in which they are asked.</summary>
public static class RuleList
{
    public static IReadOnlyList<AnswerRule> All { get; } =
    [
        SizeRule.Rule,
        DueDateRule.Rule,
        CitRules.Reduction,
        CitRules.Rate,
        CitRules.RevenueMethod,
        HouseholdRules.Over,
        HouseholdRules.Invoice,
        HouseholdRules.Tax,
        HouseholdRules.Months,
        PersonRules.WomenOwned,
        PersonRules.OtherEnterprise,
        SupportRule.Rule,
    ];

    public static AnswerRule? Find(string key) => All.FirstOrDefault(rule => rule.Key == key);
}
