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
    public static string? Describe(Article article, Understanding understanding)
    {
        var facts = understanding.KnownFacts;

        if (DescribeTaxCode(article, understanding) is { } checkedCode)
        {
            return checkedCode;
        }

        var text =
            DescribeSupport(article, facts, understanding, understanding.Language)
            ?? DescribeTax(article, facts, understanding, understanding.Language)
            ?? DescribeInvoice(article, facts, understanding, understanding.Language);
        return text is null ? null
            : understanding.UsesRememberedFacts ? AnswerTexts.FromRememberedFacts.With(understanding.Language, text)
            : text;
    }

    /// <summary>Whether a tax code in the question fits its own check digit, where the article is about tax codes.</summary>
    private static string? DescribeTaxCode(Article article, Understanding understanding)
    {
        if (
            !article.Key.StartsWith(TaxCodeArticlePrefix, StringComparison.Ordinal)
            || TaxCodeTypedRegex().Match(understanding.Text) is not { Success: true } taxCodeMatch
        )
        {
            return null;
        }

        return TaxCode.Parse(taxCodeMatch.Value) switch
        {
            TaxCodeResult.Valid valid => AnswerTexts.TaxCodeValid.With(understanding.Language, valid.Normalized),
            TaxCodeResult.Invalid invalid => AnswerTexts.TaxCodeInvalid.With(
                understanding.Language,
                taxCodeMatch.Value,
                invalid.Reason[understanding.Language]
            ),
            _ => null,
        };
    }

    private const string TaxCodeArticlePrefix = "F2-mst";

    [GeneratedRegex(@"(?<![0-9])[0-9]{10}(-?[0-9]{3})?(?![0-9])")]
    private static partial Regex TaxCodeTypedRegex();

    private static string? DescribeSupport(Article article, AskerFacts facts, Understanding understanding, Lang lang)
    {
        if (
            facts.SizeClass is not { } size
            || facts.IsHouseholdBusiness == true
            || SupportAmounts.All.FirstOrDefault(amount => amount.Basis.ArticleKey == article.Key) is not { SchemeKey: var scheme }
            || SupportAmounts.Calculate(scheme, size, facts.HasPriority == true, null, understanding.AskedAbout)
                is not SupportResult.Ceiling ceiling
        )
        {
            return null;
        }

        return FormatCeiling(ceiling, size, understanding.Language);
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

    private static string? DescribeTax(Article article, AskerFacts facts, Understanding understanding, Lang lang) =>
        article.Key == CitRateTable.Default.Basis.ArticleKey
        && facts is { Revenue: { } revenue, IsHouseholdBusiness: not true }
        && CitRateTable.Default.Basis.IsInForce(understanding.AskedAbout)
        && CitRates.FindRate(revenue, isAffiliated: false) is CitRateResult.Rate rate
            ? AnswerTexts.CitRate.With(
                lang,
                Wording.FormatMoney(revenue, understanding.Language),
                LocalFormat.Number(rate.Percent, understanding.Language),
                Wording.FormatBasis(rate.Basis, understanding.Language)
            )
            : null;

    private static string? DescribeInvoice(Article article, AskerFacts facts, Understanding understanding, Lang lang)
    {
        var threshold = HouseholdTable.Default.EInvoice;
        return
            article.Key == threshold.Basis.ArticleKey && facts.Revenue is { } revenue && threshold.Basis.IsInForce(understanding.AskedAbout)
            ? (revenue > threshold.MinRevenue ? AnswerTexts.EInvoiceMandatory : AnswerTexts.EInvoiceOptional).With(
                lang,
                Wording.FormatMoney(revenue, understanding.Language),
                Wording.FormatMoney(threshold.MinRevenue, understanding.Language),
                Wording.FormatBasis(threshold.Basis, understanding.Language)
            )
            : null;
    }
}
