using System.Globalization;
using PolicyAssistantBot.Knowledge.Answers.RuleWording;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>The duties of a household business by its revenue: tax, e-invoices, notices. Decree 68/2026/NĐ-CP as amended by Decree
/// 141/2026/NĐ-CP.</summary>
internal static class HouseholdRules
{
    public const string TaxKey = "household-tax";
    public const string InvoiceKey = "household-invoice";
    public const string MonthsKey = "household-months";
    public const string OverKey = "household-over";

    /// <summary>The minimum number of months of uninterrupted activity before the registration as an enterprise.</summary>
    private const int MinMonths = 12;

    public static AnswerRule Tax { get; } =
        new(
            TaxKey,
            ["A7-hkd", "A7-hkd-methods", "A7-hkd-rates", "A7-hkd-khoan-ended", "A7-hkd-notice"],
            [FactSlot.Revenue, FactSlot.Business],
            EvaluateTax
        );

    public static AnswerRule Invoice { get; } = new(InvoiceKey, ["A7-hkd-invoice", "A7-hkd-over"], [FactSlot.Revenue], EvaluateInvoice);

    /// <summary>How long the household must have been active before it becomes an enterprise.</summary>
    public static AnswerRule Months { get; } =
        new(MonthsKey, ["A8-hkd-to-dn", "A8-hkd-to-dn-tax"], [FactSlot.HouseholdMonths], EvaluateMonths);

    /// <summary>
    /// Until when it registers for e-invoices after its revenue of the year exceeded the threshold in a month: counted from the last day of
    /// the tax period, which is a month or a quarter.
    /// </summary>
    public static AnswerRule Over { get; } = new(OverKey, ["A7-hkd-over"], [FactSlot.Crossed, FactSlot.Filing], EvaluateOver);

    private static RuleOutcome.Decided? EvaluateTax(RuleQuestion question)
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

        var (money, basis) = (Wording.FormatMoney(revenue, lang), Wording.FormatBasis(band.Basis, lang));
        var text = band.Key switch
        {
            "below" => RuleTexts.HouseholdBelow.With(lang, money, Wording.FormatMoney(threshold, lang), basis),
            "choice" => RuleTexts.HouseholdChoice.With(
                lang,
                money,
                Wording.FormatMoney(threshold, lang),
                Wording.FormatMoney(band.MaxRevenue!.Value, lang),
                basis
            ),
            _ => RuleTexts.HouseholdIncome.With(lang, money, LocalFormat.Number(band.IncomeTaxPercent!.Value, lang), basis),
        };
        var trade = band.Key == "choice" ? DescribeTradeTax(question.Facts.BusinessKey, revenue, threshold, lang) : null;
        var caveat = band.Basis.Confidence.NeedsConfirmation ? $"\n\n{ConfidenceText.Caveat[lang]}" : "";
        var note = band.Key == "below" ? RuleTexts.HouseholdStillNotifies[lang] : RuleTexts.HouseholdMustInvoice[lang];
        bool? isClaimTrue =
            question.Claim is not { } claim ? null
            : RuleTexts.ExemptWords.IsContainedIn(claim.Folded) ? band.Key == "below"
            : null;
        return new RuleOutcome.Decided(
            $"{YesOrNo.GetOpening(isClaimTrue, question.Claim, lang)}{text}{trade}{caveat}\n\n{note}",
            band.Key,
            [band.Basis, HouseholdTable.Default.EInvoice.Basis],
            trade is null ? band.Basis.ArticleKey : HouseholdTable.Default.RevenueMethod.Basis.ArticleKey
        );
    }

    /// <summary>Calculates the tax on the revenue of a trade; null when its percentages are not known.</summary>
    private static string? DescribeTradeTax(string? business, decimal revenue, decimal threshold, Lang lang)
    {
        if (HouseholdTable.Default.RevenueMethod.Find(business) is not { } trade)
        {
            return null;
        }

        var tax = trade.CalculateTax(revenue, threshold);
        var text = RuleTexts.HouseholdRevenueMethod.With(
            lang,
            CitReliefs.Default.RevenueMethod.Find(trade.Key)!.Name[lang],
            LocalFormat.Number(trade.VatPercent, lang),
            Wording.FormatMoney(revenue, lang),
            Wording.FormatMoney(tax.Vat, lang),
            LocalFormat.Number(trade.IncomeTaxPercent, lang),
            Wording.FormatMoney(revenue - threshold, lang),
            Wording.FormatMoney(tax.IncomeTax, lang),
            Wording.FormatMoney(tax.Vat + tax.IncomeTax, lang)
        );
        return $"\n\n{text}";
    }

    private static RuleOutcome.Decided? EvaluateInvoice(RuleQuestion question)
    {
        var (threshold, lang) = (HouseholdTable.Default.EInvoice, question.Language);
        if (question.Facts.Enterprise.Revenue is not { } revenue || !threshold.Basis.IsInForce(question.Day))
        {
            return null;
        }

        var isMandatory = revenue > threshold.MinRevenue;
        return new RuleOutcome.Decided(
            (isMandatory ? RuleTexts.InvoiceMandatory : RuleTexts.InvoiceOptional).With(
                lang,
                Wording.FormatMoney(revenue, lang),
                Wording.FormatMoney(threshold.MinRevenue, lang),
                Wording.FormatBasis(threshold.Basis, lang)
            ),
            isMandatory ? "must" : "may",
            [threshold.Basis],
            threshold.Basis.ArticleKey
        );
    }

    private static RuleOutcome.Decided? EvaluateMonths(RuleQuestion question)
    {
        var (basis, lang) = (HouseholdTable.Default.ConversionBasis, question.Language);
        return question.Facts.HouseholdMonths is not { } months
            ? null
            : new RuleOutcome.Decided(
                (months >= MinMonths ? RuleTexts.HouseholdOldEnough : RuleTexts.HouseholdTooYoung).With(
                    lang,
                    months,
                    MinMonths,
                    Wording.FormatBasis(basis, lang)
                ),
                months >= MinMonths ? "enough" : "short",
                [basis],
                basis.ArticleKey
            );
    }

    private const int MonthsOfQuarter = 3;

    private static RuleOutcome.Decided? EvaluateOver(RuleQuestion question)
    {
        var (term, threshold, lang) = (Deadlines.Find("e-invoice"), HouseholdTable.Default.EInvoice, question.Language);
        if (question.Facts.CrossedMonth is not { } crossed || term is null || !threshold.Basis.IsInForce(crossed))
        {
            return null;
        }

        int[] periods = question.Facts.FilingMonths is { } one ? [one] : [1, MonthsOfQuarter];
        var ends = periods.Select(months => FindEnd(crossed, months)).ToList();
        var due = ends.ConvertAll(end => end.AddDays(term.UnitCount));
        var text = RuleTexts.CrossedThreshold.With(
            lang,
            Wording.FormatMoney(threshold.MinRevenue, lang),
            $"{crossed.Month}/{crossed.Year}",
            term.UnitCount,
            Wording.FormatBasis(threshold.Basis, lang)
        );
        var lines = periods.Select(
            (months, i) =>
                (months == 1 ? RuleTexts.DueByMonth : RuleTexts.DueByQuarter).With(
                    lang,
                    LocalFormat.Day(ends[i], lang),
                    LocalFormat.Day(due[i], lang)
                )
        );
        var passed = due[^1] < question.Today ? $"\n\n{RuleTexts.DuePassed.With(lang, LocalFormat.Day(question.Today, lang))}" : "";
        return new RuleOutcome.Decided(
            $"{text}\n\n{string.Join('\n', lines)}{passed}",
            string.Join(' ', due.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
            [threshold.Basis],
            Over.ArticleKeys[0]
        );
    }

    /// <summary>The last day of the period of so many months in which a month lies.</summary>
    private static DateOnly FindEnd(DateOnly month, int months)
    {
        var last = ((month.Month - 1) / months * months) + months;
        return new DateOnly(month.Year, last, DateTime.DaysInMonth(month.Year, last));
    }
}
