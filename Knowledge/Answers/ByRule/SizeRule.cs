using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.RuleWording;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>The size class of an enterprise: Decree 80/2021/NĐ-CP Article 5 within Law 04/2017/QH14 Article 4.</summary>
internal static class SizeRule
{
    public const string Key = "size";

    public static AnswerRule Rule { get; } =
        new(
            Key,
            [
                "A1-size",
                "A1-size-industry",
                "A1-size-trade",
                "A1-size-household",
                "A1-size-counting",
                "A1-size-law-decree",
                "A1-size-draft",
                "A5-law-amend",
            ],
            [FactSlot.Activity, FactSlot.Employees, FactSlot.Revenue, FactSlot.Capital, FactSlot.Household],
            Evaluate
        );

    public static RuleOutcome? Evaluate(RuleQuestion question)
    {
        var (facts, lang) = (question.Facts.Enterprise, question.Language);
        var table = SmeSizeTable.Default;
        if (facts.IsHouseholdBusiness == true)
        {
            return CreateOutcome(
                RuleTexts.SizeHousehold[lang],
                "household",
                [table.Law],
                "A1-size-household",
                question,
                isClaimTrue: false
            );
        }

        var article = facts.Sector switch
        {
            SmeSector.Industry => $"{table.Decree.ArticleKey}-industry",
            SmeSector.Services => $"{table.Decree.ArticleKey}-trade",
            _ => table.Decree.ArticleKey,
        };
        return facts.SizeResult switch
        {
            SmeSizeResult.Unclear unclear => CreateMissing(facts, unclear, article, lang),
            SmeSizeResult.LawAndDecreeDiffer differ => CreateOutcome(
                RuleTexts.SizeDiffers.With(
                    lang,
                    DescribeFacts(facts, lang),
                    Wording.FormatBasis(differ.Basis, lang),
                    Wording.FormatBasis(differ.Law, lang)
                ),
                "differs",
                [differ.Basis, differ.Law],
                article,
                question,
                IsClaimTrue(question.Claim, null),
                offersRequest: true
            ),
            SmeSizeResult.NotSme none => CreateOutcome(
                RuleTexts.SizeNone.With(
                    lang,
                    Wording.FormatBasis(none.Basis, lang),
                    DescribeFacts(facts, lang),
                    DescribeExceeded(facts, lang)
                ),
                "none",
                [none.Basis, table.Law],
                article,
                question,
                IsClaimTrue(question.Claim, null)
            ),
            var classified => CreateOutcome(
                RuleTexts.SizeIs.With(
                    lang,
                    RuleTexts.Classes[facts.SizeClass!.Value][lang],
                    Wording.FormatBasis(classified.Basis, lang),
                    DescribeFacts(facts, lang),
                    SizeReasons.Explain(facts, facts.SizeClass.Value, lang)
                ),
                GetName(facts.SizeClass.Value),
                [classified.Basis, table.Law],
                article,
                question,
                IsClaimTrue(question.Claim, facts.SizeClass)
            ),
        };
    }

    /// <summary>The facts that counted, as a list within a sentence.</summary>
    private static string DescribeFacts(AskerFacts facts, Lang lang) =>
        string.Join(
            "; ",
            new[]
            {
                facts.Sector is { } sector ? RuleTexts.Sectors[sector][lang] : null,
                facts.Employees is { } people ? RuleTexts.FactEmployees.With(lang, LocalFormat.Number(people, lang)) : null,
                facts.Revenue is { } revenue ? RuleTexts.FactRevenue.With(lang, Wording.FormatMoney(revenue, lang)) : null,
                facts.Capital is { } capital ? RuleTexts.FactCapital.With(lang, Wording.FormatMoney(capital, lang)) : null,
            }.OfType<string>()
        );

    private static string DescribeExceeded(AskerFacts facts, Lang lang) =>
        SizeReasons.DescribeExceeded(
            facts,
            // Where the sector is not known, the class is the same in both: the wider limits are exceeded too.
            SmeSizeTable.Default.GetLimits(facts.Sector ?? (facts.Employees is null ? SmeSector.Services : SmeSector.Industry)).Medium,
            lang
        );

    private static RuleOutcome.FactMissing CreateMissing(AskerFacts facts, SmeSizeResult.Unclear unclear, string article, Lang lang)
    {
        var fact = unclear.MissingFacts[0];
        var possibleText = SizeReasons.DescribePossibleClasses(facts, lang);
        var dependsText = SizeReasons.DescribeByMissingFact(facts, fact, lang);
        return new(
            string.Join(' ', new[] { possibleText, dependsText, RuleTexts.FactQuestions[fact][lang] }.OfType<string>()),
            fact switch
            {
                SmeFact.Sector => FactSlot.Activity,
                SmeFact.Employees => FactSlot.Employees,
                SmeFact.Revenue => FactSlot.Revenue,
                _ => FactSlot.Capital,
            },
            [unclear.Basis],
            article
        );
    }

    /// <summary>Whether the claimed class is the one that follows; null where no class is claimed.</summary>
    private static bool? IsClaimTrue(AskerClaim? claim, SmeClass? size) =>
        claim is null ? null
        : claim.SizeClass is { } claimed ? (claimed == size) != YesOrNo.IsNegated(claim.Folded)
        : SmeWords.IsContainedIn(claim.Folded) ? (size is not null) != YesOrNo.IsNegated(claim.Folded)
        : null;

    private static RuleOutcome.Decided CreateOutcome(
        string text,
        string value,
        IReadOnlyList<RuleBasis> basis,
        string article,
        RuleQuestion question,
        bool? isClaimTrue,
        bool offersRequest = false
    ) =>
        new(
            YesOrNo.GetOpening(isClaimTrue, question.Claim, question.Language) + $"{text}\n\n{RuleTexts.SizeGuidance[question.Language]}",
            value,
            basis,
            article,
            offersRequest
        );

    private static string GetName(SmeClass size) =>
        size switch
        {
            SmeClass.Micro => "micro",
            SmeClass.Small => "small",
            _ => "medium",
        };

    private static readonly PhraseSet SmeWords = new(
        "dnnvv",
        "sme",
        "smes",
        "nho va vua",
        "vua va nho",
        "small and medium",
        "small or medium"
    );
}
