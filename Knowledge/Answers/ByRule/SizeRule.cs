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
            Tell
        );

    public static RuleOutcome? Tell(RuleQuestion question)
    {
        var (facts, lang) = (question.Facts.Enterprise, question.Language);
        var table = SmeSizeTable.Default;
        if (facts.Household == true)
        {
            return Told(RuleTexts.SizeHousehold[lang], "household", [table.Law], "A1-size-household", question, holds: false);
        }

        var article = facts.Sector switch
        {
            SmeSector.Industry => $"{table.Decree.ArticleKey}-industry",
            SmeSector.Services => $"{table.Decree.ArticleKey}-trade",
            _ => table.Decree.ArticleKey,
        };
        return facts.SizeResult switch
        {
            SmeSizeResult.Unclear unclear => Missing(facts, unclear, article, lang),
            SmeSizeResult.LawAndDecreeDiffer differ => Told(
                RuleTexts.SizeDiffers.With(lang, Inputs(facts, lang), Wording.Basis(differ.Basis, lang), Wording.Basis(differ.Law, lang)),
                "differs",
                [differ.Basis, differ.Law],
                article,
                question,
                Holds(question.Claim, null),
                asks: true
            ),
            SmeSizeResult.NotSme none => Told(
                RuleTexts.SizeNone.With(lang, Wording.Basis(none.Basis, lang), Inputs(facts, lang), Exceeded(facts, lang)),
                "none",
                [none.Basis, table.Law],
                article,
                question,
                Holds(question.Claim, null)
            ),
            var told => Told(
                RuleTexts.SizeIs.With(
                    lang,
                    RuleTexts.Classes[facts.Class!.Value][lang],
                    Wording.Basis(told.Basis, lang),
                    Inputs(facts, lang),
                    SizeReasons.Of(facts, facts.Class.Value, lang)
                ),
                Name(facts.Class.Value),
                [told.Basis, table.Law],
                article,
                question,
                Holds(question.Claim, facts.Class)
            ),
        };
    }

    /// <summary>The facts that counted, as a list within a sentence.</summary>
    private static string Inputs(AskerFacts facts, Lang lang) =>
        string.Join(
            "; ",
            new[]
            {
                facts.Sector is { } sector ? RuleTexts.Sectors[sector][lang] : null,
                facts.Employees is { } people ? RuleTexts.FactEmployees.With(lang, LocalFormat.Number(people, lang)) : null,
                facts.Revenue is { } revenue ? RuleTexts.FactRevenue.With(lang, Wording.Money(revenue, lang)) : null,
                facts.Capital is { } capital ? RuleTexts.FactCapital.With(lang, Wording.Money(capital, lang)) : null,
            }.OfType<string>()
        );

    private static string Exceeded(AskerFacts facts, Lang lang) =>
        SizeReasons.Exceeded(facts, SmeSizeTable.Default.GetLimits(facts.Sector ?? SmeSector.Services).Medium, lang);

    private static RuleOutcome.Missing Missing(AskerFacts facts, SmeSizeResult.Unclear unclear, string article, Lang lang)
    {
        var fact = unclear.MissingFacts[0];
        var certain = SizeReasons.Certain(facts, lang);
        var open = SizeReasons.Open(facts, fact, lang);
        return new(
            string.Join(' ', new[] { certain, open, RuleTexts.AskFor[fact][lang] }.OfType<string>()),
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
    private static bool? Holds(Claim? claim, SmeClass? size) =>
        claim is null ? null
        : claim.Size is { } claimed ? (claimed == size) != YesOrNo.Denies(claim.Folded)
        : SmeWords.IsIn(claim.Folded) ? (size is not null) != YesOrNo.Denies(claim.Folded)
        : null;

    private static RuleOutcome.Told Told(
        string text,
        string value,
        IReadOnlyList<RuleBasis> basis,
        string article,
        RuleQuestion question,
        bool? holds,
        bool asks = false
    ) =>
        new(
            YesOrNo.Opening(question.Claim is null ? null : holds, question.Language)
                + $"{text}\n\n{RuleTexts.SizeGuidance[question.Language]}",
            value,
            basis,
            article,
            asks
        );

    private static string Name(SmeClass size) =>
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
