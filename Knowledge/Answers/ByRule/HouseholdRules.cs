using PolicyAssistantBot.Knowledge.Answers.RuleWording;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>What a household business owes by its revenue: tax, e-invoices, notices. Decree 68/2026/NĐ-CP as amended by Decree
/// 141/2026/NĐ-CP.</summary>
internal static class HouseholdRules
{
    public const string TaxKey = "household-tax";
    public const string InvoiceKey = "household-invoice";
    public const string MonthsKey = "household-months";

    /// <summary>Months of activity without a break before the first registration as an enterprise.</summary>
    private const int LeastMonths = 12;

    public static AnswerRule Tax { get; } =
        new(
            TaxKey,
            ["A7-hkd", "A7-hkd-methods", "A7-hkd-rates", "A7-hkd-khoan-ended", "A7-hkd-notice"],
            [FactSlot.Revenue, FactSlot.Business],
            TellTax
        );

    public static AnswerRule Invoice { get; } = new(InvoiceKey, ["A7-hkd-invoice", "A7-hkd-over"], [FactSlot.Revenue], TellInvoice);

    /// <summary>How long the household must have been active before it becomes an enterprise.</summary>
    public static AnswerRule Months { get; } = new(MonthsKey, ["A8-hkd-to-dn", "A8-hkd-to-dn-tax"], [FactSlot.HouseholdMonths], TellMonths);

    private static RuleOutcome.Told? TellTax(RuleQuestion question)
    {
        var lang = question.Language;
        if (
            question.Facts.Enterprise.Revenue is not { } revenue
            || HouseholdThresholds.FindBand(revenue, question.Day) is not { } band
            || HouseholdTable.Default.Bands[0].MaxRevenue is not { } threshold
        )
        {
            return null;
        }

        var (money, basis) = (Wording.Money(revenue, lang), Wording.Basis(band.Basis, lang));
        var told = band.Key switch
        {
            "below" => RuleTexts.HouseholdBelow.With(lang, money, Wording.Money(threshold, lang), basis),
            "choice" => RuleTexts.HouseholdChoice.With(
                lang,
                money,
                Wording.Money(threshold, lang),
                Wording.Money(band.MaxRevenue!.Value, lang),
                basis
            ),
            _ => RuleTexts.HouseholdIncome.With(lang, money, LocalFormat.Number(band.IncomeTaxPercent!.Value, lang), basis),
        };
        var trade = band.Key == "choice" ? OfTrade(question.Facts.Business, revenue, threshold, lang) : null;
        var caveat = band.Basis.Confidence.NeedsConfirmation ? $"\n\n{ConfidenceText.Caveat[lang]}" : "";
        var note = band.Key == "below" ? RuleTexts.HouseholdStillNotifies[lang] : RuleTexts.HouseholdMustInvoice[lang];
        bool? holds =
            question.Claim is not { } claim ? null
            : RuleTexts.ExemptWords.IsIn(claim.Folded) ? band.Key == "below"
            : null;
        return new RuleOutcome.Told(
            $"{YesOrNo.Opening(holds, lang)}{told}{trade}{caveat}\n\n{note}",
            band.Key,
            [band.Basis, HouseholdTable.Default.EInvoice.Basis],
            trade is null ? band.Basis.ArticleKey : HouseholdTable.Default.RevenueMethod.Basis.ArticleKey
        );
    }

    /// <summary>The tax on revenue of a trade, worked out; null where its percentages are not known.</summary>
    private static string? OfTrade(string? business, decimal revenue, decimal threshold, Lang lang)
    {
        if (HouseholdTable.Default.RevenueMethod.Find(business) is not { } trade)
        {
            return null;
        }

        var tax = trade.CalculateTax(revenue, threshold);
        var told = RuleTexts.HouseholdOfRevenue.With(
            lang,
            CitReliefs.Default.RevenueMethod.Find(trade.Key)!.Name[lang],
            LocalFormat.Number(trade.VatPercent, lang),
            Wording.Money(revenue, lang),
            Wording.Money(tax.Vat, lang),
            LocalFormat.Number(trade.IncomeTaxPercent, lang),
            Wording.Money(revenue - threshold, lang),
            Wording.Money(tax.IncomeTax, lang),
            Wording.Money(tax.Vat + tax.IncomeTax, lang)
        );
        return $"\n\n{told}";
    }

    private static RuleOutcome.Told? TellInvoice(RuleQuestion question)
    {
        var (bound, lang) = (HouseholdTable.Default.EInvoice, question.Language);
        if (question.Facts.Enterprise.Revenue is not { } revenue || !bound.Basis.IsInForce(question.Day))
        {
            return null;
        }

        var must = revenue > bound.MinRevenue;
        return new RuleOutcome.Told(
            (must ? RuleTexts.InvoiceMust : RuleTexts.InvoiceMay).With(
                lang,
                Wording.Money(revenue, lang),
                Wording.Money(bound.MinRevenue, lang),
                Wording.Basis(bound.Basis, lang)
            ),
            must ? "must" : "may",
            [bound.Basis],
            bound.Basis.ArticleKey
        );
    }

    private static RuleOutcome.Told? TellMonths(RuleQuestion question)
    {
        var (basis, lang) = (HouseholdTable.Default.ConversionBasis, question.Language);
        return question.Facts.HouseholdMonths is not { } months
            ? null
            : new RuleOutcome.Told(
                (months >= LeastMonths ? RuleTexts.HouseholdOldEnough : RuleTexts.HouseholdTooYoung).With(
                    lang,
                    months,
                    LeastMonths,
                    Wording.Basis(basis, lang)
                ),
                months >= LeastMonths ? "enough" : "short",
                [basis],
                basis.ArticleKey
            );
    }
}
