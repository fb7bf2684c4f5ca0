using PolicyAssistantBot.Knowledge.Answers.RuleWording;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>Corporate income tax by revenue: rate, exemption, the cut of 2026–2027, and the method by percentage of revenue.</summary>
internal static class CitRules
{
    public const string RateKey = "cit-rate";
    public const string CutKey = "cit-cut";
    public const string OfRevenueKey = "cit-of-revenue";

    private static readonly FactSlot[] RateTakes = [FactSlot.Revenue, FactSlot.Months, FactSlot.Affiliated];

    public static AnswerRule Rate { get; } = new(RateKey, ["B9-tax-rates", "B9-tax-1billion", "B9-tax-affiliates"], RateTakes, TellRate);

    public static AnswerRule Cut { get; } = new(CutKey, ["B9-tax-cut30"], [FactSlot.Revenue], TellCut);

    public static AnswerRule OfRevenue { get; } =
        new(OfRevenueKey, ["B9-tax-rates", "B9-tax-percent"], [FactSlot.Revenue, FactSlot.Business], TellOfRevenue);

    private static RuleOutcome.Told? TellRate(RuleQuestion question)
    {
        var (facts, lang) = (question.Facts, question.Language);
        var table = CitRateTable.Default;
        if (facts.Enterprise is { Household: true } || facts.Enterprise.Revenue is not { } revenue || !table.Basis.IsInForce(question.Day))
        {
            return null;
        }

        var yearly = facts.Months is { } months ? CitReliefs.Annualize(revenue, months) : revenue;
        var annualised = facts.Months is > 0 and < 12
            ? RuleTexts.Annualised.With(lang, Wording.Money(revenue, lang), facts.Months, Wording.Money(Math.Round(yearly, 0), lang))
            : null;
        var exemption = CitReliefs.Default.Exemption;
        if (yearly <= exemption.MaxRevenue && facts.Affiliated != true && exemption.Basis.IsInForce(question.Day))
        {
            return new RuleOutcome.Told(
                Joined(
                    Opening(question, exempt: true)
                        + RuleTexts.CitExempt.With(
                            lang,
                            Wording.Money(yearly, lang),
                            Wording.Money(exemption.MaxRevenue, lang),
                            Wording.Basis(exemption.Basis, lang)
                        ),
                    annualised,
                    RuleTexts.CitExemptNote[lang]
                ),
                "exempt",
                [exemption.Basis, table.Basis],
                exemption.Basis.ArticleKey
            );
        }

        if (CitRates.FindRate(yearly, facts.Affiliated ?? false) is not CitRateResult.Rate rate)
        {
            return null;
        }

        var excluded = facts.Affiliated == true && rate.Basis == table.ExclusionBasis;
        var percent = LocalFormat.Number(rate.Percent, lang);
        var told = excluded
            ? RuleTexts.CitAffiliated.With(lang, percent, Wording.Basis(rate.Basis, lang))
            : RuleTexts.CitRate.With(lang, percent, Wording.Basis(rate.Basis, lang), Wording.Money(yearly, lang), Band(yearly, lang));
        return new RuleOutcome.Told(
            Joined(Opening(question, exempt: false, rate.Percent) + told, annualised, excluded ? null : RuleTexts.CitRateNote[lang]),
            percent,
            [rate.Basis, table.Basis],
            excluded ? "B9-tax-affiliates" : table.Basis.ArticleKey
        );
    }

    private static RuleOutcome.Told? TellCut(RuleQuestion question)
    {
        var (relief, lang) = (CitReliefs.Default.Reduction, question.Language);
        if (question.Facts.Enterprise.Revenue is not { } revenue || !relief.Basis.IsInForce(question.Day))
        {
            return null;
        }

        var within = revenue <= relief.MaxRevenue;
        var told = (within ? RuleTexts.CutApplies : RuleTexts.CutDoesNot).With(
            lang,
            LocalFormat.Number(relief.Percent, lang),
            Wording.Money(revenue, lang),
            Wording.Money(relief.MaxRevenue, lang),
            Wording.Basis(relief.Basis, lang)
        );
        return new RuleOutcome.Told(
            Joined(told, within ? RuleTexts.CutNote[lang] : null),
            within ? "cut" : "none",
            [relief.Basis],
            relief.Basis.ArticleKey
        );
    }

    private static RuleOutcome.Told? TellOfRevenue(RuleQuestion question)
    {
        var (table, lang) = (CitReliefs.Default.RevenueMethod, question.Language);
        var revenue = question.Facts.Enterprise.Revenue;
        if (!table.Basis.IsInForce(question.Day))
        {
            return null;
        }

        var (basis, limit) = (Wording.Basis(table.Basis, lang), Wording.Money(table.MaxRevenue, lang));
        if (revenue > table.MaxRevenue)
        {
            return Told(RuleTexts.OfRevenueAbove.With(lang, Wording.Money(revenue.Value, lang), limit, basis), "none");
        }

        return table.Find(question.Facts.Business) is { } business
            ? Told(
                RuleTexts.OfRevenue.With(lang, LocalFormat.Number(business.Percent, lang), business.Name[lang], basis, limit),
                LocalFormat.Number(business.Percent, Lang.En)
            )
            : Told(
                RuleTexts.OfRevenueAll.With(
                    lang,
                    basis,
                    limit,
                    string.Join("; ", table.Rates.Select(rate => $"{rate.Name[lang]} {LocalFormat.Number(rate.Percent, lang)}%"))
                ),
                "all"
            );

        RuleOutcome.Told Told(string text, string value) => new(text, value, [table.Basis], table.Basis.ArticleKey);
    }

    /// <summary>The band that the revenue lies in, in words.</summary>
    private static string Band(decimal revenue, Lang lang)
    {
        decimal? above = null;
        foreach (var band in CitRateTable.Default.Bands)
        {
            if (band.MaxRevenue is not { } limit || revenue <= limit)
            {
                return (above, band.MaxRevenue) switch
                {
                    (null, { } upTo) => RuleTexts.NotAbove.With(lang, Wording.Money(upTo, lang)),
                    ({ } from, null) => RuleTexts.MoreThan.With(lang, Wording.Money(from, lang)),
                    var (from, upTo) => RuleTexts.Between.With(lang, Wording.Money(from!.Value, lang), Wording.Money(upTo!.Value, lang)),
                };
            }

            above = limit;
        }

        return "";
    }

    /// <summary>Yes or no, where the claim is a rate or an exemption.</summary>
    private static string Opening(RuleQuestion question, bool exempt, decimal? percent = null)
    {
        if (question.Claim is not { } claim)
        {
            return "";
        }

        bool? holds =
            claim.Figures.Any(figure => figure is 15 or 17 or 20) ? claim.Figures.Contains(percent ?? -1)
            : RuleTexts.ExemptWords.IsIn(claim.Folded) ? exempt
            : RuleTexts.DueWords.IsIn(claim.Folded) ? !exempt
            : null;
        return YesOrNo.Opening(holds, question.Language);
    }

    private static string Joined(params ReadOnlySpan<string?> parts) => string.Join("\n\n", parts.ToArray().OfType<string>());
}
