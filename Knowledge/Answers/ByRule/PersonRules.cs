using PolicyAssistantBot.Knowledge.Answers.RuleWording;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>Rules about the people of an enterprise: women-owned, and the roles elsewhere that rule out the tax exemptions of new
/// enterprises.</summary>
internal static class PersonRules
{
    public const string WomenKey = "women-owned";
    public const string OtherEnterpriseKey = "other-enterprise";

    /// <summary>The number of months for which a role in a dissolved enterprise counts.</summary>
    private const int MinMonthsSinceDissolution = 12;

    public static AnswerRule WomenOwned { get; } = new(WomenKey, ["A2-women"], [FactSlot.WomenShare], EvaluateWomen);

    public static AnswerRule OtherEnterprise { get; } =
        new(
            OtherEnterpriseKey,
            ["B9-tax-3years-exclusions", "B9-tax-3years", "A8-hkd-to-dn-tax"],
            [FactSlot.OtherEnterprise, FactSlot.DissolvedMonths],
            EvaluateOtherEnterprise
        );

    private static RuleOutcome.Decided? EvaluateWomen(RuleQuestion question)
    {
        if (question.Facts.WomenShare is not { } share)
        {
            return null;
        }

        var (bound, lang) = (WomenOwnershipTable.Default.WomenOwned, question.Language);
        var isEnough = share >= bound.MinSharePercent;
        return new RuleOutcome.Decided(
            (isEnough ? RuleTexts.WomenEnough : RuleTexts.WomenTooFew).With(
                lang,
                LocalFormat.Number(share, lang),
                LocalFormat.Number(bound.MinSharePercent, lang),
                Wording.FormatBasis(bound.Basis, lang)
            ),
            isEnough ? "yes" : "no",
            [bound.Basis],
            bound.Basis.ArticleKey
        );
    }

    private static RuleOutcome.Decided? EvaluateOtherEnterprise(RuleQuestion question)
    {
        var basis = Checklists.Find("cit-3-years")!.Basis;
        var lang = question.Language;
        return question.Facts switch
        {
            { DissolvedMonths: { } months } => new RuleOutcome.Decided(
                (months >= MinMonthsSinceDissolution ? RuleTexts.DissolvedLongAgo : RuleTexts.DissolvedRecently).With(
                    lang,
                    months,
                    MinMonthsSinceDissolution,
                    Wording.FormatBasis(basis, lang)
                ),
                months >= MinMonthsSinceDissolution ? "open" : "excluded",
                [basis],
                "B9-tax-3years-exclusions"
            ),
            { HasOtherEnterprise: true } => new RuleOutcome.Decided(
                RuleTexts.OtherActive.With(lang, MinMonthsSinceDissolution, Wording.FormatBasis(basis, lang)),
                "excluded",
                [basis],
                "B9-tax-3years-exclusions"
            ),
            _ => null,
        };
    }
}
