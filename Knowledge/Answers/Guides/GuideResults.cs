using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>The result of a guide.</summary>
/// <param name="Basis">The legal basis; the first entry decides.</param>
/// <param name="ArticleKey">The article that explains the rule.</param>
internal sealed record GuideResult(string Text, IReadOnlyList<RuleBasis> Basis, string ArticleKey, bool OffersRequest);

/// <summary>Describes the result of a guide, always with the clause and a note that it is guidance.</summary>
internal static class GuideResults
{
    public static GuideResult Describe(Guide guide, Lang lang, DateOnly today)
    {
        return guide.Kind switch
        {
            GuideKind.Size => DescribeSize(guide, lang),
            GuideKind.Support => DescribeSupport(guide, lang, today),
            GuideKind.Tax => DescribeTax(guide, lang),
            _ => DeadlineResults.Describe(guide, lang),
        };
    }

    /// <summary>The facts as a list for a sentence: <c>lĩnh vực: Xây dựng; 45 lao động</c>.</summary>
    public static string DescribeFacts(AskerFacts facts, Lang lang)
    {
        return string.Join(
            "; ",
            new[]
            {
                facts.IsHouseholdBusiness == true ? GuideTexts.FactHousehold[lang] : null,
                facts is { HasSizeFigures: false, NamedSizeClass: { } size }
                    ? GuideTexts.FactSize.With(lang, GuideTexts.Sizes[size][lang])
                    : null,
                facts.Activity is { } activity && Sectors.Find(activity) is { } sector
                    ? GuideTexts.FactActivity.With(lang, sector.Name[lang])
                    : null,
                facts.Employees is { } employees ? GuideTexts.FactEmployees.With(lang, LocalFormat.Number(employees, lang)) : null,
                facts.Revenue is { } revenue ? GuideTexts.FactRevenue.With(lang, Wording.FormatMoney(revenue, lang)) : null,
                facts.Capital is { } capital ? GuideTexts.FactCapital.With(lang, Wording.FormatMoney(capital, lang)) : null,
                facts.HasPriority == true ? GuideTexts.FactPriority[lang] : null,
            }.OfType<string>()
        );
    }

    /// <summary>Whether an article tells the size classes by figures, as the guide does.</summary>
    internal static bool IsSizeTable(string articleKey) =>
        SizeTableSuffixes.Any(suffix => articleKey == $"{SmeSizeTable.Default.Decree.ArticleKey}{suffix}");

    private static readonly string[] SizeTableSuffixes = ["", "-industry", "-trade"];

    private static GuideResult DescribeSize(Guide guide, Lang lang)
    {
        var (facts, size) = (DescribeFacts(guide.Facts, lang), guide.Facts.SizeResult);
        var decree = size.Basis;
        var article = guide.Facts.Sector switch
        {
            SmeSector.Industry => $"{decree.ArticleKey}-industry",
            SmeSector.Services => $"{decree.ArticleKey}-trade",
            _ => decree.ArticleKey,
        };
        if (guide.Facts.IsHouseholdBusiness == true)
        {
            return new(GuideTexts.SizeHousehold[lang], [SmeSizeTable.Default.Law], "A1-size-household", false);
        }

        return size switch
        {
            SmeSizeResult.LawAndDecreeDiffer differ => new(
                GuideTexts.SizeDisputed.With(lang, facts, Wording.FormatBasis(decree, lang), Wording.FormatBasis(differ.Law, lang)),
                [decree, differ.Law],
                article,
                true
            ),
            SmeSizeResult.Unclear unclear => new(
                GuideTexts.SizeUnclear.With(
                    lang,
                    facts,
                    string.Join("; ", unclear.MissingFacts.Select(fact => DescribeMissing(fact, lang)))
                ),
                [decree],
                article,
                true
            ),
            SmeSizeResult.NotSme => new(
                JoinParagraphs(GuideTexts.SizeIsNone.With(lang, facts, Wording.FormatBasis(decree, lang)), GuideTexts.SizeGuidance[lang]),
                [decree, SmeSizeTable.Default.Law],
                article,
                false
            ),
            _ => new(
                JoinParagraphs(
                    GuideTexts.SizeIs.With(
                        lang,
                        facts,
                        GuideTexts.Sizes[guide.Facts.SizeClass!.Value][lang],
                        Wording.FormatBasis(decree, lang)
                    ),
                    GuideTexts.SizeGuidance[lang]
                ),
                [decree, SmeSizeTable.Default.Law],
                article,
                false
            ),
        };
    }

    private static GuideResult DescribeSupport(Guide guide, Lang lang, DateOnly today)
    {
        if (guide.SchemeKey is not { } scheme || guide.Facts.SizeClass is not { } size)
        {
            return guide.Facts.SizeResult is SmeSizeResult.NotSme or SmeSizeResult.LawAndDecreeDiffer
                ? DescribeSize(guide, lang)
                : new(GuideTexts.SupportUnclear[lang], [], "B0-procedure", false);
        }

        var name = GuideSchemes.All[scheme][lang];
        if (
            SupportAmounts.Calculate(scheme, size, guide.Facts.HasPriority == true, guide.ContractValue, today)
            is not SupportResult.Ceiling ceiling
        )
        {
            var article = SupportAmounts.All.First(amount => amount.SchemeKey == scheme).Basis;
            return new(GuideTexts.SupportNotVerified.With(lang, name, GuideTexts.Sizes[size][lang]), [article], article.ArticleKey, true);
        }

        var text = GuideTexts.SupportIs.With(lang, name, AskerSpecifics.FormatCeiling(ceiling, size, lang));
        var contractText = guide.ContractValue is { } contract
            ? GuideTexts.SupportOfContract.With(lang, Wording.FormatMoney(contract, lang), Wording.FormatMoney(ceiling.MaxAmount, lang))
            : null;
        return new(
            JoinParagraphs(text, contractText, GuideTexts.SupportGuidance[lang]),
            [ceiling.Amount.Basis],
            ceiling.Amount.Basis.ArticleKey,
            ceiling.HasUnverifiedHigherAmount
        );
    }

    private static GuideResult DescribeTax(Guide guide, Lang lang)
    {
        var checklist = Checklists.Find(guide.ChecklistKey ?? "") ?? Checklists.All[0];
        var (name, basis) = (checklist.Name[lang], Wording.FormatBasis(checklist.Basis, lang));
        var (text, offersRequest) = Checklists.Evaluate(checklist, guide.ChecklistAnswers) switch
        {
            ChecklistResult.Likely => (GuideTexts.TaxLikely.With(lang, name, basis), false),
            ChecklistResult.NotLikely no => (
                GuideTexts.TaxNotLikely.With(lang, name, basis, FormatList(no.DecidingQuestions, lang)),
                false
            ),
            ChecklistResult.AskTaxOffice ask => (
                GuideTexts.TaxAskOffice.With(lang, name, basis, FormatList(ask.DecidingQuestions, lang)),
                true
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(guide)),
        };
        return new(JoinParagraphs(text, GuideTexts.TaxGuidance[lang]), [checklist.Basis], checklist.Basis.ArticleKey, offersRequest);
    }

    private static string FormatList(IEnumerable<ChecklistQuestion> questions, Lang lang) =>
        string.Join('\n', questions.Select(question => $"- {question.Text[lang]}"));

    private static string DescribeMissing(SmeFact fact, Lang lang) =>
        fact switch
        {
            SmeFact.Sector => lang == Lang.En ? "main field of activity" : "lĩnh vực hoạt động chính",
            SmeFact.Employees => lang == Lang.En ? "insured employees" : "số lao động đóng bảo hiểm xã hội",
            SmeFact.Revenue => lang == Lang.En ? "revenue" : "doanh thu",
            _ => lang == Lang.En ? "capital" : "nguồn vốn",
        };

    internal static string JoinParagraphs(params ReadOnlySpan<string?> parts) => string.Join("\n\n", parts.ToArray().OfType<string>());
}
