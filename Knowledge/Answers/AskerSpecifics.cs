using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Rules.Formats;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>Applies an article's rule to the known facts of the asker's enterprise and describes the result in a sentence.</summary>
internal static partial class AskerSpecifics
{
    /// <summary>Null when the article has no rule or a deciding fact is not known.</summary>
    public static string? Describe(Article article, Understanding asked)
    {
        var facts = asked.Known;

        if (DescribeTaxCode(article, asked) is { } checkedCode)
        {
            return checkedCode;
        }

        var text =
            DescribeSupport(article, facts, asked, asked.Language)
            ?? DescribeTax(article, facts, asked, asked.Language)
            ?? DescribeInvoice(article, facts, asked, asked.Language);
        return text is null ? null
            : asked.Remembers ? AnswerTexts.FromRememberedFacts.With(asked.Language, text)
            : text;
    }

    /// <summary>Whether a tax code in the question fits its own check digit, where the article is about tax codes.</summary>
    private static string? DescribeTaxCode(Article article, Understanding asked)
    {
        if (
            !article.Key.StartsWith(TaxCodeArticlePrefix, StringComparison.Ordinal)
            || TaxCodeTypedRegex().Match(asked.Text) is not { Success: true } typed
        )
        {
            return null;
        }

        return TaxCode.Parse(typed.Value) switch
        {
            TaxCodeResult.Valid valid => AnswerTexts.TaxCodeValid.With(asked.Language, valid.Normalized),
            TaxCodeResult.Invalid invalid => AnswerTexts.TaxCodeInvalid.With(asked.Language, typed.Value, invalid.Reason[asked.Language]),
            _ => null,
        };
    }

    private const string TaxCodeArticlePrefix = "F2-mst";

    [GeneratedRegex(@"(?<![0-9])[0-9]{10}(-?[0-9]{3})?(?![0-9])")]
    private static partial Regex TaxCodeTypedRegex();

    private static string? DescribeSupport(Article article, AskerFacts facts, Understanding asked, Lang lang)
    {
        if (
            facts.SizeClass is not { } size
            || facts.IsHousehold == true
            || SupportAmounts.All.FirstOrDefault(amount => amount.Basis.ArticleKey == article.Key) is not { SchemeKey: var scheme }
            || SupportAmounts.Calculate(scheme, size, facts.HasPriority == true, null, asked.AskedAbout)
                is not SupportResult.Ceiling ceiling
        )
        {
            return null;
        }

        return FormatCeiling(ceiling, size, asked.Language);
    }

    /// <summary>A ceiling in words, with caveats when its figure is not certain.</summary>
    public static string FormatCeiling(SupportResult.Ceiling ceiling, SmeClass size, Lang lang)
    {
        var amount = ceiling.Amount;
        var text = (amount.CapUnit == SupportCapUnit.Year ? AnswerTexts.CeilingPerYear : AnswerTexts.CeilingPerContract).With(
            lang,
            AnswerTexts.Sizes[size][lang],
            LocalFormat.Number(amount.SharePercent, lang),
            Wording.FormatMoney(amount.Cap, lang),
            Wording.FormatBasis(amount.Basis, lang)
        );
        return string.Join(
            ' ',
            new[]
            {
                text,
                ceiling.NeedsConfirmation ? ConfidenceText.Caveat[lang] : null,
                ceiling.HasUnverifiedHigherAmount ? AnswerTexts.HigherAmountUnverified[lang] : null,
            }.OfType<string>()
        );
    }

    private static string? DescribeTax(Article article, AskerFacts facts, Understanding asked, Lang lang) =>
        article.Key == CitRateTable.Default.Basis.ArticleKey
        && facts is { Revenue: { } revenue, IsHousehold: not true }
        && CitRateTable.Default.Basis.IsInForce(asked.AskedAbout)
        && CitRates.FindRate(revenue, isAffiliated: false) is CitRateResult.Rate rate
            ? AnswerTexts.CitRate.With(
                lang,
                Wording.FormatMoney(revenue, asked.Language),
                LocalFormat.Number(rate.Percent, asked.Language),
                Wording.FormatBasis(rate.Basis, asked.Language)
            )
            : null;

    private static string? DescribeInvoice(Article article, AskerFacts facts, Understanding asked, Lang lang)
    {
        var threshold = HouseholdTable.Default.EInvoice;
        return article.Key == threshold.Basis.ArticleKey && facts.Revenue is { } revenue && threshold.Basis.IsInForce(asked.AskedAbout)
            ? (revenue > threshold.MinRevenue ? AnswerTexts.EInvoiceMandatory : AnswerTexts.EInvoiceOptional).With(
                lang,
                Wording.FormatMoney(revenue, asked.Language),
                Wording.FormatMoney(threshold.MinRevenue, asked.Language),
                Wording.FormatBasis(threshold.Basis, asked.Language)
            )
            : null;
    }
}
