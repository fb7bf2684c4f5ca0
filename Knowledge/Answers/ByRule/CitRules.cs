using PolicyAssistantBot.Knowledge.Answers.RuleWording;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>Corporate income tax by revenue: rate, exemption, the cut of 2026–2027, and the method by percentage of revenue.</summary>
internal static class CitRules
{
    public const string RateKey = "cit-rate";
    public const string ReductionKey = "cit-cut";
    public const string RevenueMethodKey = "cit-of-revenue";

    private static readonly FactSlot[] RateFacts = [FactSlot.Revenue, FactSlot.Months, FactSlot.Affiliated];

    public static AnswerRule Rate { get; } =
        new(RateKey, ["B9-tax-rates", "B9-tax-1billion", "B9-tax-affiliates"], RateFacts, EvaluateRate);

    public static AnswerRule Reduction { get; } = new(ReductionKey, ["B9-tax-cut30"], [FactSlot.Revenue], EvaluateReduction);

    public static AnswerRule RevenueMethod { get; } =
        new(RevenueMethodKey, ["B9-tax-percent", "B9-tax-rates"], [FactSlot.Revenue, FactSlot.Business], EvaluateRevenueMethod);

    private static RuleOutcome.Decided? EvaluateRate(RuleQuestion question)
    {
        var (facts, lang) = (question.Facts, question.Language);
        var table = CitRateTable.Default;
        if (
            facts.Enterprise is { IsHouseholdBusiness: true }
            || facts.Enterprise.Revenue is not { } revenue
            || !table.Basis.IsInForce(question.Day)
        )
        {
            return null;
        }

        var yearly = facts.RevenueMonths is { } months ? CitReliefs.Annualize(revenue, months) : revenue;
        var annualised = facts.RevenueMonths is > 0 and < 12
            ? RuleTexts.Annualised.With(
                lang,
                Wording.FormatMoney(revenue, lang),
                facts.RevenueMonths,
                Wording.FormatMoney(Math.Round(yearly, 0), lang)
            )
            : null;
        var exemption = CitReliefs.Default.Exemption;
        if (yearly <= exemption.MaxRevenue && facts.IsAffiliated != true && exemption.Basis.IsInForce(question.Day))
        {
            return new RuleOutcome.Decided(
                JoinParagraphs(
                    GetOpening(question, isExempt: true)
                        + RuleTexts.CitExempt.With(
                            lang,
                            Wording.FormatMoney(yearly, lang),
                            Wording.FormatMoney(exemption.MaxRevenue, lang),
                            Wording.FormatBasis(exemption.Basis, lang)
                        ),
                    annualised,
                    RuleTexts.CitExemptNote[lang]
                ),
                "exempt",
                [exemption.Basis, table.Basis],
                exemption.Basis.ArticleKey
            );
        }

        if (CitRates.FindRate(yearly, facts.IsAffiliated ?? false) is not CitRateResult.Rate rate)
        {
            return null;
        }

        var isExcluded = facts.IsAffiliated == true && rate.Basis == table.ExclusionBasis;
        var percent = LocalFormat.Number(rate.Percent, lang);
        var text = isExcluded
            ? RuleTexts.CitAffiliated.With(lang, percent, Wording.FormatBasis(rate.Basis, lang))
            : RuleTexts.CitRate.With(
                lang,
                percent,
                Wording.FormatBasis(rate.Basis, lang),
                Wording.FormatMoney(yearly, lang),
                DescribeBand(yearly, lang)
            );
        return new RuleOutcome.Decided(
            JoinParagraphs(
                GetOpening(question, isExempt: false, rate.Percent) + text,
                annualised,
                isExcluded ? null : RuleTexts.CitRateNote[lang]
            ),
            percent,
            [rate.Basis, table.Basis],
            isExcluded ? "B9-tax-affiliates" : table.Basis.ArticleKey
        );
    }

    private static RuleOutcome.Decided? EvaluateReduction(RuleQuestion question)
    {
        var (relief, lang) = (CitReliefs.Default.Reduction, question.Language);
        if (question.Facts.Enterprise.Revenue is not { } revenue || !relief.Basis.IsInForce(question.Day))
        {
            return null;
        }

        var isWithinLimit = revenue <= relief.MaxRevenue;
        var text = (isWithinLimit ? RuleTexts.ReductionApplies : RuleTexts.ReductionDoesNotApply).With(
            lang,
            LocalFormat.Number(relief.Percent, lang),
            Wording.FormatMoney(revenue, lang),
            Wording.FormatMoney(relief.MaxRevenue, lang),
            Wording.FormatBasis(relief.Basis, lang)
        );
        return new RuleOutcome.Decided(
            JoinParagraphs(text, isWithinLimit ? RuleTexts.ReductionNote[lang] : null),
            isWithinLimit ? "cut" : "none",
            [relief.Basis],
            relief.Basis.ArticleKey
        );
    }

    private static RuleOutcome.Decided? EvaluateRevenueMethod(RuleQuestion question)
    {
        var (table, lang) = (CitReliefs.Default.RevenueMethod, question.Language);
        var revenue = question.Facts.Enterprise.Revenue;
        if (!table.Basis.IsInForce(question.Day))
        {
            return null;
        }

        var (basis, limit) = (Wording.FormatBasis(table.Basis, lang), Wording.FormatMoney(table.MaxRevenue, lang));
        if (revenue > table.MaxRevenue)
        {
            return Told(RuleTexts.RevenueMethodNotAllowed.With(lang, Wording.FormatMoney(revenue.Value, lang), limit, basis), "none");
        }

        return table.Find(question.Facts.BusinessKey) is { } business
            ? Told(
                RuleTexts.RevenueMethod.With(lang, LocalFormat.Number(business.Percent, lang), business.Name[lang], basis, limit),
                LocalFormat.Number(business.Percent, Lang.En)
            )
            : Told(
                RuleTexts.RevenueMethodAllRates.With(
                    lang,
                    basis,
                    limit,
                    string.Join("; ", table.Rates.Select(rate => $"{rate.Name[lang]} {LocalFormat.Number(rate.Percent, lang)}%"))
                ),
                "all"
            );

        RuleOutcome.Decided Told(string text, string value) => new(text, value, [table.Basis], table.Basis.ArticleKey);
    }

    /// <summary>Describes the revenue band of a rate.</summary>
    private static string DescribeBand(decimal revenue, Lang lang)
    {
        decimal? lowerBound = null;
        foreach (var band in CitRateTable.Default.Bands)
        {
            if (band.MaxRevenue is not { } limit || revenue <= limit)
            {
                return (lowerBound, band.MaxRevenue) switch
                {
                    (null, { } upTo) => RuleTexts.NotAbove.With(lang, Wording.FormatMoney(upTo, lang)),
                    ({ } from, null) => RuleTexts.MoreThan.With(lang, Wording.FormatMoney(from, lang)),
                    var (from, upTo) => RuleTexts.Between.With(
                        lang,
                        Wording.FormatMoney(from!.Value, lang),
                        Wording.FormatMoney(upTo!.Value, lang)
                    ),
                };
            }

            lowerBound = limit;
        }

        return "";
    }

    /// <summary>Yes or no, when the claim is a rate or an exemption.</summary>
    private static string GetOpening(RuleQuestion question, bool isExempt, decimal? percent = null)
    {
        if (question.Claim is not { } claim)
        {
            return "";
        }

        bool? isClaimTrue =
            claim.Figures.Any(figure => figure is 15 or 17 or 20) ? claim.Figures.Contains(percent ?? -1)
            : RuleTexts.ExemptWords.IsContainedIn(claim.Folded) ? isExempt
            : RuleTexts.DueWords.IsContainedIn(claim.Folded) ? !isExempt
            : null;
        return YesOrNo.GetOpening(isClaimTrue, claim, question.Language);
    }

    private static string JoinParagraphs(params ReadOnlySpan<string?> parts) => string.Join("\n\n", parts.ToArray().OfType<string>());
}
