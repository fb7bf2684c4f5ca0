using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Answers.RuleWording;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>The maximum support of a scheme for an enterprise of a size class, or for one contract.</summary>
internal static class SupportRule
{
    public const string Key = "support";

    public static AnswerRule Rule { get; } =
        new(
            Key,
            [.. SupportAmounts.All.Select(amount => amount.Basis.ArticleKey).Distinct()],
            [
                FactSlot.Size,
                FactSlot.Priority,
                FactSlot.Contract,
                FactSlot.Scheme,
                FactSlot.Employees,
                FactSlot.Revenue,
                FactSlot.Capital,
                FactSlot.Activity,
            ],
            Evaluate
        );

    private static RuleOutcome.Decided? Evaluate(RuleQuestion question)
    {
        var (facts, lang) = (question.Facts.Enterprise, question.Language);
        if (question.Facts.SchemeKey is not { } scheme || !GuideSchemes.All.TryGetValue(scheme, out var name))
        {
            return null;
        }

        var rows = SupportAmounts.All.Where(amount => amount.SchemeKey == scheme).ToList();
        if (facts.IsHouseholdBusiness == true)
        {
            return new RuleOutcome.Decided(
                RuleTexts.SupportHousehold.With(lang, name[lang], Wording.FormatBasis(rows[0].Basis, lang)),
                "household",
                [rows[0].Basis],
                rows[0].Basis.ArticleKey,
                true
            );
        }

        if (facts.SizeClass is not { } size)
        {
            return null;
        }

        if (
            SupportAmounts.Calculate(scheme, size, facts.HasPriority == true, question.Facts.ContractValue, question.Day)
            is not SupportResult.Ceiling calculated
        )
        {
            return new RuleOutcome.Decided(
                RuleTexts.SupportNotVerified.With(lang, name[lang], RuleTexts.Classes[size][lang]),
                "unverified",
                [rows[0].Basis],
                rows[0].Basis.ArticleKey,
                true
            );
        }

        var ceiling = (calculated.Amount.CapUnit == SupportCapUnit.Year ? RuleTexts.SupportPerYear : RuleTexts.SupportPerContract).With(
            lang,
            Capitalize(RuleTexts.Classes[size][lang], lang),
            LocalFormat.Number(calculated.Amount.SharePercent, lang),
            Wording.FormatMoney(calculated.Amount.Cap, lang),
            Wording.FormatBasis(calculated.Amount.Basis, lang),
            name[lang]
        );
        var priorityNote =
            facts.HasPriority == true && calculated.Amount.IsPriority ? RuleTexts.SupportIsPriorityAmount[lang]
            : calculated.HasUnverifiedHigherAmount ? RuleTexts.SupportHigherAmountUnverified[lang]
            : null;
        return new RuleOutcome.Decided(
            string.Join(
                "\n\n",
                new[]
                {
                    $"{GetOpening(question, calculated)}{DescribeContract(question, calculated)}{ceiling}",
                    priorityNote,
                    calculated.NeedsConfirmation ? ConfidenceText.Caveat[lang] : null,
                    RuleTexts.SupportGuidance[lang],
                }.OfType<string>()
            ),
            LocalFormat.Number(calculated.MaxAmount, Lang.En),
            [calculated.Amount.Basis],
            calculated.Amount.Basis.ArticleKey,
            calculated.HasUnverifiedHigherAmount
        )
        {
            ShowsArticle = true,
        };
    }

    private static string Capitalize(string text, Lang lang) => lang == Lang.En ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    /// <summary>A claimed sum, in millions, is compared with the maximum for the contract; a promise is never confirmed.</summary>
    private static string GetOpening(RuleQuestion question, SupportResult.Ceiling calculated)
    {
        if (question.Claim is not { } claim)
        {
            return "";
        }

        if (RuleTexts.PromiseWords.IsContainedIn(claim.Folded))
        {
            return RuleTexts.SupportNoPromise[question.Language];
        }

        const decimal Million = 1_000_000m;
        var sums = claim
            .Figures.Select(figure => figure < Million ? figure * Million : figure)
            .Where(sum => sum != question.Facts.ContractValue);
        return sums.LastOrDefault() is var claimed and > 0
            ? YesOrNo.GetOpening(
                claimed == calculated.MaxAmount || (claimed == calculated.Amount.Cap && question.Facts.ContractValue is null),
                claim,
                question.Language
            )
            : "";
    }

    private static string? DescribeContract(RuleQuestion question, SupportResult.Ceiling calculated)
    {
        if (question.Facts.ContractValue is not { } contract)
        {
            return null;
        }

        var lang = question.Language;
        var share = Math.Floor(contract * calculated.Amount.SharePercent / 100m);
        return (share > calculated.Amount.Cap ? RuleTexts.ContractSupportCapped : RuleTexts.ContractSupport).With(
                lang,
                Wording.FormatMoney(contract, lang),
                LocalFormat.Number(calculated.Amount.SharePercent, lang),
                Wording.FormatMoney(share, lang),
                Wording.FormatMoney(calculated.Amount.Cap, lang),
                Wording.FormatMoney(calculated.MaxAmount, lang)
            ) + " ";
    }
}
