using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Rules.Formats;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>What an article's rule comes to for the enterprise that is asked about, as far as its facts are known: a sentence that the
/// rule's own table gives.</summary>
internal static partial class ForAsker
{
    /// <summary>Null when no rule belongs to the article, or a fact that decides is not known.</summary>
    public static string? Tell(Article article, Understanding asked)
    {
        var facts = asked.Known;

        if (TypedTaxCode(article, asked) is { } checkedCode)
        {
            return checkedCode;
        }

        var told =
            Support(article, facts, asked, asked.Language)
            ?? Tax(article, facts, asked, asked.Language)
            ?? Invoice(article, facts, asked, asked.Language);
        return told is null ? null
            : asked.Remembers ? AnswerTexts.AsRemembered.With(asked.Language, told)
            : told;
    }

    /// <summary>Whether a tax code in the question fits its own check digit, where the article is about tax codes.</summary>
    private static string? TypedTaxCode(Article article, Understanding asked)
    {
        if (
            !article.Key.StartsWith(TaxCodeArticles, StringComparison.Ordinal)
            || TaxCodeTypedRegex().Match(asked.Text) is not { Success: true } typed
        )
        {
            return null;
        }

        return TaxCode.Parse(typed.Value) switch
        {
            TaxCodeResult.Valid valid => AnswerTexts.TaxCodeFits.With(asked.Language, valid.Normalized),
            TaxCodeResult.Invalid invalid => AnswerTexts.TaxCodeUnfit.With(asked.Language, typed.Value, invalid.Reason[asked.Language]),
            _ => null,
        };
    }

    private const string TaxCodeArticles = "F2-mst";

    [GeneratedRegex(@"(?<![0-9])[0-9]{10}(-?[0-9]{3})?(?![0-9])")]
    private static partial Regex TaxCodeTypedRegex();

    private static string? Support(Article article, AskerFacts facts, Understanding asked, Lang lang)
    {
        if (
            facts.Class is not { } size
            || facts.Household == true
            || SupportAmounts.All.FirstOrDefault(amount => amount.Basis.ArticleKey == article.Key) is not { SchemeKey: var scheme }
            || SupportAmounts.Calculate(scheme, size, facts.Priority == true, null, asked.AskedAbout) is not SupportResult.Ceiling ceiling
        )
        {
            return null;
        }

        return Ceiling(ceiling, size, asked.Language);
    }

    /// <summary>A ceiling in words; with what must be said where its figure is not certain.</summary>
    public static string Ceiling(SupportResult.Ceiling ceiling, SmeClass size, Lang lang)
    {
        var amount = ceiling.Amount;
        var text = (amount.CapUnit == SupportCapUnit.Year ? AnswerTexts.CeilingPerYear : AnswerTexts.CeilingPerContract).With(
            lang,
            AnswerTexts.Sizes[size][lang],
            LocalFormat.Number(amount.SharePercent, lang),
            Wording.Money(amount.Cap, lang),
            Wording.Basis(amount.Basis, lang)
        );
        return string.Join(
            ' ',
            new[]
            {
                text,
                ceiling.NeedsConfirmation ? ConfidenceText.Caveat[lang] : null,
                ceiling.HasUnverifiedHigherAmount ? AnswerTexts.MayBeRaised[lang] : null,
            }.OfType<string>()
        );
    }

    private static string? Tax(Article article, AskerFacts facts, Understanding asked, Lang lang) =>
        article.Key == CitRateTable.Default.Basis.ArticleKey
        && facts is { Revenue: { } revenue, Household: not true }
        && CitRateTable.Default.Basis.IsInForce(asked.AskedAbout)
        && CitRates.FindRate(revenue, isAffiliated: false) is CitRateResult.Rate rate
            ? AnswerTexts.CitRate.With(
                lang,
                Wording.Money(revenue, asked.Language),
                LocalFormat.Number(rate.Percent, asked.Language),
                Wording.Basis(rate.Basis, asked.Language)
            )
            : null;

    private static string? Invoice(Article article, AskerFacts facts, Understanding asked, Lang lang)
    {
        var bound = HouseholdTable.Default.EInvoice;
        return article.Key == bound.Basis.ArticleKey && facts.Revenue is { } revenue && bound.Basis.IsInForce(asked.AskedAbout)
            ? (revenue > bound.MinRevenue ? AnswerTexts.InvoiceNeeded : AnswerTexts.InvoiceFree).With(
                lang,
                Wording.Money(revenue, asked.Language),
                Wording.Money(bound.MinRevenue, asked.Language),
                Wording.Basis(bound.Basis, asked.Language)
            )
            : null;
    }
}
