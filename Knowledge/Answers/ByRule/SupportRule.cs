using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Answers.RuleWording;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>The most that the State may pay under a scheme for an enterprise of a size; with a contract, of that contract.</summary>
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
            Tell
        );

    private static RuleOutcome.Told? Tell(RuleQuestion question)
    {
        var (facts, lang) = (question.Facts.Enterprise, question.Language);
        if (question.Facts.Scheme is not { } scheme || !GuideSchemes.All.TryGetValue(scheme, out var name))
        {
            return null;
        }

        var rows = SupportAmounts.All.Where(amount => amount.SchemeKey == scheme).ToList();
        if (facts.Household == true)
        {
            return new RuleOutcome.Told(
                RuleTexts.SupportHousehold.With(lang, name[lang], Wording.Basis(rows[0].Basis, lang)),
                "household",
                [rows[0].Basis],
                rows[0].Basis.ArticleKey,
                true
            );
        }

        if (facts.Class is not { } size)
        {
            return null;
        }

        if (
            SupportAmounts.Calculate(scheme, size, facts.Priority == true, question.Facts.Contract, question.Day)
            is not SupportResult.Ceiling told
        )
        {
            return new RuleOutcome.Told(
                RuleTexts.SupportNotVerified.With(lang, name[lang], RuleTexts.Classes[size][lang]),
                "unverified",
                [rows[0].Basis],
                rows[0].Basis.ArticleKey,
                true
            );
        }

        var ceiling = (told.Amount.CapUnit == SupportCapUnit.Year ? RuleTexts.SupportPerYear : RuleTexts.SupportPerContract).With(
            lang,
            Capitalised(RuleTexts.Classes[size][lang], lang),
            LocalFormat.Number(told.Amount.SharePercent, lang),
            Wording.Money(told.Amount.Cap, lang),
            Wording.Basis(told.Amount.Basis, lang),
            name[lang]
        );
        var raised =
            facts.Priority == true && told.Amount.IsPriority ? RuleTexts.SupportRaised[lang]
            : told.HasUnverifiedHigherAmount ? RuleTexts.SupportMayBeRaised[lang]
            : null;
        return new RuleOutcome.Told(
            string.Join(
                "\n\n",
                new[]
                {
                    $"{Opening(question, told)}{OfContract(question, told)}{ceiling}",
                    raised,
                    told.NeedsConfirmation ? ConfidenceText.Caveat[lang] : null,
                    RuleTexts.SupportGuidance[lang],
                }.OfType<string>()
            ),
            LocalFormat.Number(told.MaxAmount, Lang.En),
            [told.Amount.Basis],
            told.Amount.Basis.ArticleKey,
            told.HasUnverifiedHigherAmount
        )
        {
            ShowsArticle = true,
        };
    }

    private static string Capitalised(string text, Lang lang) => lang == Lang.En ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    /// <summary>A claimed sum, in millions, is compared with what the contract comes to; a promise is never confirmed.</summary>
    private static string Opening(RuleQuestion question, SupportResult.Ceiling told)
    {
        if (question.Claim is not { } claim)
        {
            return "";
        }

        if (RuleTexts.PromiseWords.IsIn(claim.Folded))
        {
            return RuleTexts.SupportNoPromise[question.Language];
        }

        const decimal Million = 1_000_000m;
        var sums = claim
            .Figures.Select(figure => figure < Million ? figure * Million : figure)
            .Where(sum => sum != question.Facts.Contract);
        return sums.LastOrDefault() is var claimed and > 0
            ? YesOrNo.Opening(
                claimed == told.MaxAmount || (claimed == told.Amount.Cap && question.Facts.Contract is null),
                question.Language
            )
            : "";
    }

    private static string? OfContract(RuleQuestion question, SupportResult.Ceiling told)
    {
        if (question.Facts.Contract is not { } contract)
        {
            return null;
        }

        var lang = question.Language;
        var share = Math.Floor(contract * told.Amount.SharePercent / 100m);
        return (share > told.Amount.Cap ? RuleTexts.OfContractCapped : RuleTexts.OfContract).With(
                lang,
                Wording.Money(contract, lang),
                LocalFormat.Number(told.Amount.SharePercent, lang),
                Wording.Money(share, lang),
                Wording.Money(told.Amount.Cap, lang),
                Wording.Money(told.MaxAmount, lang)
            ) + " ";
    }
}
