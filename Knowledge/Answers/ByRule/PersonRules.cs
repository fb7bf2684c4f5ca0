using PolicyAssistantBot.Knowledge.Answers.RuleWording;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>Rules about the people of an enterprise: women-owned, and the roles elsewhere that rule out the tax exemptions of new
/// enterprises.</summary>
internal static class PersonRules
{
    public const string WomenKey = "women-owned";
    public const string OtherKey = "other-enterprise";

    /// <summary>A role in a dissolved enterprise counts for so many months.</summary>
    private const int Months = 12;

    public static AnswerRule Women { get; } = new(WomenKey, ["A2-women"], [FactSlot.WomenShare], TellWomen);

    public static AnswerRule Other { get; } =
        new(
            OtherKey,
            ["B9-tax-3years-exclusions", "B9-tax-3years", "A8-hkd-to-dn-tax"],
            [FactSlot.OtherEnterprise, FactSlot.DissolvedMonths],
            TellOther
        );

    private static RuleOutcome.Told? TellWomen(RuleQuestion question)
    {
        if (question.Facts.WomenShare is not { } share)
        {
            return null;
        }

        var (bound, lang) = (WomenOwnershipTable.Default.WomenOwned, question.Language);
        var enough = share >= bound.MinSharePercent;
        return new RuleOutcome.Told(
            (enough ? RuleTexts.WomenEnough : RuleTexts.WomenTooFew).With(
                lang,
                LocalFormat.Number(share, lang),
                LocalFormat.Number(bound.MinSharePercent, lang),
                Wording.Basis(bound.Basis, lang)
            ),
            enough ? "yes" : "no",
            [bound.Basis],
            bound.Basis.ArticleKey
        );
    }

    private static RuleOutcome.Told? TellOther(RuleQuestion question)
    {
        var basis = Checklists.Find("cit-3-years")!.Basis;
        var lang = question.Language;
        return question.Facts switch
        {
            { DissolvedMonths: { } months } => new RuleOutcome.Told(
                (months >= Months ? RuleTexts.DissolvedLongAgo : RuleTexts.DissolvedRecently).With(
                    lang,
                    months,
                    Months,
                    Wording.Basis(basis, lang)
                ),
                months >= Months ? "open" : "excluded",
                [basis],
                "B9-tax-3years-exclusions"
            ),
            { OtherEnterprise: true } => new RuleOutcome.Told(
                RuleTexts.OtherActive.With(lang, Months, Wording.Basis(basis, lang)),
                "excluded",
                [basis],
                "B9-tax-3years-exclusions"
            ),
            _ => null,
        };
    }
}
