using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>What a guide comes to.</summary>
/// <param name="Basis">What it rests on, the first deciding.</param>
/// <param name="ArticleKey">The article that explains the rule.</param>
internal sealed record GuideResult(string Text, IReadOnlyList<RuleBasis> Basis, string ArticleKey, bool OffersRequest);

/// <summary>Tells a guide's outcome from the rules, always with the clause and that it is guidance.</summary>
internal static class GuideResults
{
    public static GuideResult Tell(Guide guide, Lang lang, DateOnly today)
    {
        return guide.Kind switch
        {
            GuideKind.Size => Size(guide, lang),
            GuideKind.Support => Support(guide, lang, today),
            GuideKind.Tax => Tax(guide, lang),
            _ => DeadlineResults.Tell(guide, lang),
        };
    }

    /// <summary>The facts as a list for a sentence: <c>lĩnh vực: Xây dựng; 45 lao động</c>.</summary>
    public static string Facts(AskerFacts facts, Lang lang)
    {
        return string.Join(
            "; ",
            new[]
            {
                facts.Household == true ? GuideTexts.FactHousehold[lang] : null,
                facts is { HasFigures: false, Size: { } size } ? GuideTexts.FactSize.With(lang, GuideTexts.Sizes[size][lang]) : null,
                facts.Activity is { } activity && Sectors.Find(activity) is { } sector
                    ? GuideTexts.FactActivity.With(lang, sector.Name[lang])
                    : null,
                facts.Employees is { } employees ? GuideTexts.FactEmployees.With(lang, LocalFormat.Number(employees, lang)) : null,
                facts.Revenue is { } revenue ? GuideTexts.FactRevenue.With(lang, Wording.Money(revenue, lang)) : null,
                facts.Capital is { } capital ? GuideTexts.FactCapital.With(lang, Wording.Money(capital, lang)) : null,
                facts.Priority == true ? GuideTexts.FactPriority[lang] : null,
            }.OfType<string>()
        );
    }

    private static GuideResult Size(Guide guide, Lang lang)
    {
        var (facts, size) = (Facts(guide.Facts, lang), guide.Facts.SizeResult);
        var decree = size.Basis;
        var article = guide.Facts.Sector switch
        {
            SmeSector.Industry => $"{decree.ArticleKey}-industry",
            SmeSector.Services => $"{decree.ArticleKey}-trade",
            _ => decree.ArticleKey,
        };
        if (guide.Facts.Household == true)
        {
            return new(GuideTexts.SizeHousehold[lang], [SmeSizeTable.Default.Law], "A1-size-household", false);
        }

        return size switch
        {
            SmeSizeResult.LawAndDecreeDiffer differ => new(
                GuideTexts.SizeDisputed.With(lang, facts, Wording.Basis(decree, lang), Wording.Basis(differ.Law, lang)),
                [decree, differ.Law],
                article,
                true
            ),
            SmeSizeResult.Unclear unclear => new(
                GuideTexts.SizeUnclear.With(lang, facts, string.Join("; ", unclear.MissingFacts.Select(fact => Missing(fact, lang)))),
                [decree],
                article,
                true
            ),
            SmeSizeResult.NotSme => new(
                Joined(GuideTexts.SizeIsNone.With(lang, facts, Wording.Basis(decree, lang)), GuideTexts.SizeGuidance[lang]),
                [decree, SmeSizeTable.Default.Law],
                article,
                false
            ),
            _ => new(
                Joined(
                    GuideTexts.SizeIs.With(lang, facts, GuideTexts.Sizes[guide.Facts.Class!.Value][lang], Wording.Basis(decree, lang)),
                    GuideTexts.SizeGuidance[lang]
                ),
                [decree, SmeSizeTable.Default.Law],
                article,
                false
            ),
        };
    }

    private static GuideResult Support(Guide guide, Lang lang, DateOnly today)
    {
        if (guide.Scheme is not { } scheme || guide.Facts.Class is not { } size)
        {
            return guide.Facts.SizeResult is SmeSizeResult.NotSme or SmeSizeResult.LawAndDecreeDiffer
                ? Size(guide, lang)
                : new(GuideTexts.SupportUnclear[lang], [], "B0-procedure", false);
        }

        var name = GuideSchemes.All[scheme][lang];
        if (
            SupportAmounts.Calculate(scheme, size, guide.Facts.Priority == true, guide.Contract, today) is not SupportResult.Ceiling ceiling
        )
        {
            var article = SupportAmounts.All.First(amount => amount.SchemeKey == scheme).Basis;
            return new(GuideTexts.SupportNotVerified.With(lang, name, GuideTexts.Sizes[size][lang]), [article], article.ArticleKey, true);
        }

        var told = GuideTexts.SupportIs.With(lang, name, ForAsker.Ceiling(ceiling, size, lang));
        var ofContract = guide.Contract is { } contract
            ? GuideTexts.SupportOfContract.With(lang, Wording.Money(contract, lang), Wording.Money(ceiling.MaxAmount, lang))
            : null;
        return new(
            Joined(told, ofContract, GuideTexts.SupportGuidance[lang]),
            [ceiling.Amount.Basis],
            ceiling.Amount.Basis.ArticleKey,
            ceiling.HasUnverifiedHigherAmount
        );
    }

    private static GuideResult Tax(Guide guide, Lang lang)
    {
        var checklist = Checklists.Find(guide.Checklist ?? "") ?? Checklists.All[0];
        var (name, basis) = (checklist.Name[lang], Wording.Basis(checklist.Basis, lang));
        var (told, asks) = Checklists.Evaluate(checklist, guide.Checks) switch
        {
            ChecklistResult.Likely => (GuideTexts.TaxLikely.With(lang, name, basis), false),
            ChecklistResult.NotLikely no => (GuideTexts.TaxNotLikely.With(lang, name, basis, Listed(no.DecidingQuestions, lang)), false),
            ChecklistResult.AskTaxOffice ask => (
                GuideTexts.TaxAskOffice.With(lang, name, basis, Listed(ask.DecidingQuestions, lang)),
                true
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(guide)),
        };
        return new(Joined(told, GuideTexts.TaxGuidance[lang]), [checklist.Basis], checklist.Basis.ArticleKey, asks);
    }

    private static string Listed(IEnumerable<ChecklistQuestion> questions, Lang lang) =>
        string.Join('\n', questions.Select(question => $"- {question.Text[lang]}"));

    private static string Missing(SmeFact fact, Lang lang) =>
        fact switch
        {
            SmeFact.Sector => lang == Lang.En ? "main field of activity" : "lĩnh vực hoạt động chính",
            SmeFact.Employees => lang == Lang.En ? "insured employees" : "số lao động đóng bảo hiểm xã hội",
            SmeFact.Revenue => lang == Lang.En ? "revenue" : "doanh thu",
            _ => lang == Lang.En ? "capital" : "nguồn vốn",
        };

    internal static string Joined(params ReadOnlySpan<string?> parts) => string.Join("\n\n", parts.ToArray().OfType<string>());
}
