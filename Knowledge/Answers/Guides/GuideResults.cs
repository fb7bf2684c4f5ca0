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
        var texts = GuideTexts.For(lang);
        return guide.Kind switch
        {
            GuideKind.Size => Size(guide, lang, texts),
            GuideKind.Support => Support(guide, lang, texts, today),
            GuideKind.Tax => Tax(guide, lang, texts),
            _ => DeadlineResults.Tell(guide, lang, texts),
        };
    }

    /// <summary>The facts as a list for a sentence: <c>lĩnh vực: Xây dựng; 45 lao động</c>.</summary>
    public static string Facts(AskerFacts facts, Lang lang)
    {
        var texts = GuideTexts.For(lang);
        return string.Join(
            "; ",
            new[]
            {
                facts.Household == true ? texts.FactHousehold : null,
                facts is { HasFigures: false, Size: { } size } ? texts.FactSize.With(texts.Sizes[size]) : null,
                facts.Activity is { } activity && Sectors.Find(activity) is { } sector ? texts.FactActivity.With(sector.Name[lang]) : null,
                facts.Employees is { } employees ? texts.FactEmployees.With(Wording.Number(employees, lang)) : null,
                facts.Revenue is { } revenue ? texts.FactRevenue.With(Wording.Money(revenue, lang)) : null,
                facts.Capital is { } capital ? texts.FactCapital.With(Wording.Money(capital, lang)) : null,
                facts.Priority == true ? texts.FactPriority : null,
            }.OfType<string>()
        );
    }

    private static GuideResult Size(Guide guide, Lang lang, GuideTexts texts)
    {
        var (facts, size) = (Facts(guide.Facts, lang), guide.Facts.SizeResult);
        var decree = size.Basis;
        var article = guide.Facts.Sector switch
        {
            SmeSector.Industry => $"{decree.Article}-industry",
            SmeSector.Services => $"{decree.Article}-trade",
            _ => decree.Article,
        };
        if (guide.Facts.Household == true)
        {
            return new(texts.SizeHousehold, [SmeSizeTable.Default.Law], "A1-size-household", false);
        }

        return size switch
        {
            SmeSizeResult.LawAndDecreeDiffer differ => new(
                texts.SizeDisputed.With(facts, Wording.Basis(decree, lang), Wording.Basis(differ.Law, lang)),
                [decree, differ.Law],
                article,
                true
            ),
            SmeSizeResult.Unclear unclear => new(
                texts.SizeUnclear.With(facts, string.Join("; ", unclear.Missing.Select(fact => Missing(fact, lang)))),
                [decree],
                article,
                true
            ),
            SmeSizeResult.NotSme => new(
                Joined(texts.SizeIsNone.With(facts, Wording.Basis(decree, lang)), texts.SizeGuidance),
                [decree, SmeSizeTable.Default.Law],
                article,
                false
            ),
            _ => new(
                Joined(texts.SizeIs.With(facts, texts.Sizes[guide.Facts.Class!.Value], Wording.Basis(decree, lang)), texts.SizeGuidance),
                [decree, SmeSizeTable.Default.Law],
                article,
                false
            ),
        };
    }

    private static GuideResult Support(Guide guide, Lang lang, GuideTexts texts, DateOnly today)
    {
        if (guide.Scheme is not { } scheme || guide.Facts.Class is not { } size)
        {
            return guide.Facts.SizeResult is SmeSizeResult.NotSme or SmeSizeResult.LawAndDecreeDiffer
                ? Size(guide, lang, texts)
                : new(texts.SupportUnclear, [], "B0-procedure", false);
        }

        var name = GuideSchemes.All[scheme][lang];
        if (SupportAmounts.For(scheme, size, guide.Facts.Priority == true, guide.Contract, today) is not SupportResult.Ceiling ceiling)
        {
            var article = SupportAmounts.All.First(amount => amount.Scheme == scheme).Basis;
            return new(texts.SupportNotVerified.With(name, texts.Sizes[size]), [article], article.Article, true);
        }

        var told = texts.SupportIs.With(name, ForAsker.Ceiling(ceiling, size, lang, AnswerTexts.For(lang)));
        var ofContract = guide.Contract is { } contract
            ? texts.SupportOfContract.With(Wording.Money(contract, lang), Wording.Money(ceiling.AtMost, lang))
            : null;
        return new(
            Joined(told, ofContract, texts.SupportGuidance),
            [ceiling.Amount.Basis],
            ceiling.Amount.Basis.Article,
            ceiling.MayBeRaised
        );
    }

    private static GuideResult Tax(Guide guide, Lang lang, GuideTexts texts)
    {
        var checklist = Checklists.Find(guide.Checklist ?? "") ?? Checklists.All[0];
        var (name, basis) = (checklist.Name[lang], Wording.Basis(checklist.Basis, lang));
        var (told, asks) = Checklists.Evaluate(checklist, guide.Checks) switch
        {
            ChecklistResult.Likely => (texts.TaxLikely.With(name, basis), false),
            ChecklistResult.NotLikely no => (texts.TaxNotLikely.With(name, basis, Listed(no.Because, lang)), false),
            ChecklistResult.AskTaxOffice ask => (texts.TaxAskOffice.With(name, basis, Listed(ask.Because, lang)), true),
            _ => throw new ArgumentOutOfRangeException(nameof(guide)),
        };
        return new(Joined(told, texts.TaxGuidance), [checklist.Basis], checklist.Basis.Article, asks);
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
