using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>
/// Whether a message that could change a fact of the last rule is about another matter, which wins: who asked about a software contract
/// and now about training is not told of the contract again.
/// </summary>
internal static class MatterChanges
{
    private static MatterWords Words => RuleCues.Default.Matters;

    /// <summary>A message that names a scheme of support is about that one, whatever else it names.</summary>
    public static bool NamesOther(MessageFacts message, RuleState lastRule) =>
        lastRule.Key == SupportRule.Key
            ? message.StatedFacts.SchemeKey is null && Names(message, Words.Training, Words.Loans, Words.Business)
            : IsTax(lastRule.Key) && Names(message, Words.Training, Words.Loans, Words.Support) && !Names(message, Words.Tax);

    /// <summary>A ceiling depends on the size, not on the sector: only a sector that is asked about computes it again.</summary>
    public static bool IsSectorInPassing(MessageFacts message, RuleState lastRule) =>
        lastRule.Key == SupportRule.Key && !message.IsHypothetical && !Names(message, Words.Sector);

    private static bool IsTax(string rule) => rule.StartsWith("cit-", StringComparison.Ordinal) || rule == HouseholdRules.TaxKey;

    private static bool Names(MessageFacts message, params string[] phrases) =>
        phrases.Any(group => PhraseGroups.ContainsAny(group, $" {message.Folded} "));
}
