using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.RuleWording;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>Why a size class follows, bound by bound.</summary>
internal static class SizeReasons
{
    /// <summary>The bounds that are kept, and the one that rules out the class below.</summary>
    public static string Of(AskerFacts facts, SmeClass size, Lang lang)
    {
        if (facts.Sector is not { } sector)
        {
            return RuleTexts.AnySector[lang];
        }

        var bounds = SmeSizeTable.Default.GetLimits(sector);
        var kept = Kept(facts, Bound(bounds, size), lang);
        var beyond = size == SmeClass.Micro ? null : Exceeded(facts, Bound(bounds, size - 1), lang);
        return beyond is null
            ? RuleTexts.Because.With(lang, kept)
            : RuleTexts.BecauseBeyond.With(lang, kept, RuleTexts.Levels[size - 1][lang], beyond);
    }

    /// <summary>The bounds that are exceeded, joined.</summary>
    public static string Exceeded(AskerFacts facts, SmeClassLimits bound, Lang lang)
    {
        if (facts.Employees > bound.MaxEmployees)
        {
            return RuleTexts.PeopleAbove.With(
                lang,
                LocalFormat.Number(facts.Employees.Value, lang),
                LocalFormat.Number(bound.MaxEmployees, lang)
            );
        }

        var revenue =
            facts.Revenue > bound.MaxRevenue
                ? RuleTexts.RevenueAbove.With(lang, Wording.Money(facts.Revenue.Value, lang), Wording.Money(bound.MaxRevenue, lang))
                : null;
        var capital =
            facts.Capital > bound.MaxCapital
                ? RuleTexts.CapitalAbove.With(lang, Wording.Money(facts.Capital.Value, lang), Wording.Money(bound.MaxCapital, lang))
                : null;
        return string.Join(RuleTexts.And[lang], new[] { revenue, capital }.OfType<string>());
    }

    /// <summary>The classes that are possible still, where not all are.</summary>
    public static string? Certain(AskerFacts facts, Lang lang)
    {
        var possible = Possible(facts);
        return possible.Count is > 0 and < 4
            ? RuleTexts.SizeOneOf.With(
                lang,
                string.Join(
                    RuleTexts.Or[lang],
                    possible.Select(size => size is { } one ? RuleTexts.Levels[one][lang] : RuleTexts.LevelNone[lang])
                )
            )
            : null;
    }

    /// <summary>What the class will be by the one fact that is missing, with its bounds; null where more is missing.</summary>
    public static string? Open(AskerFacts facts, SmeFact missing, Lang lang)
    {
        if (facts.Sector is not { } sector || missing is SmeFact.Sector or SmeFact.Employees || facts.Employees is null)
        {
            return null;
        }

        var bounds = SmeSizeTable.Default.GetLimits(sector);
        var steps = new List<string>();
        SmeClass? last = null;
        foreach (var size in Enum.GetValues<SmeClass>())
        {
            var bound = Bound(bounds, size);
            var limit = missing == SmeFact.Revenue ? bound.MaxRevenue : bound.MaxCapital;
            var with = missing == SmeFact.Revenue ? facts with { Revenue = limit } : facts with { Capital = limit };
            if (with.Class is { } reached && reached == size && last != reached)
            {
                steps.Add(RuleTexts.UpTo.With(lang, Wording.Money(limit, lang), RuleTexts.Levels[size][lang]));
                last = reached;
            }
        }

        var beyond = missing == SmeFact.Revenue ? facts with { Revenue = Huge } : facts with { Capital = Huge };
        if (steps.Count > 0 && beyond.Class is { } above && above != last)
        {
            steps.Add(RuleTexts.Above.With(lang, RuleTexts.Levels[above][lang]));
        }

        return steps.Count == 0
            ? null
            : RuleTexts.DependsOn.With(
                lang,
                missing == SmeFact.Revenue ? RuleTexts.RevenueName[lang] : RuleTexts.CapitalName[lang],
                string.Join("; ", steps)
            );
    }

    private const decimal Huge = 1_000_000_000_000_000m;

    /// <summary>The classes that some completion of the facts gives; null among them stands for "none".</summary>
    private static List<SmeClass?> Possible(AskerFacts facts)
    {
        var found = new HashSet<SmeClass?>();
        SmeSector[] sectors = facts.Sector is { } one ? [one] : [SmeSector.Industry, SmeSector.Services];
        foreach (var sector in sectors)
        {
            var bounds = SmeSizeTable.Default.GetLimits(sector);
            SmeClassLimits[] all = [bounds.Micro, bounds.Small, bounds.Medium];
            foreach (var people in facts.Employees is { } known ? [known] : all.Select(bound => bound.MaxEmployees).Append(Huge))
            {
                foreach (var revenue in facts.Revenue is { } told ? [told] : all.Select(bound => bound.MaxRevenue).Append(Huge))
                {
                    foreach (var capital in facts.Capital is { } held ? [held] : all.Select(bound => bound.MaxCapital).Append(Huge))
                    {
                        found.Add(SmeSize.Classify(new SmeFacts(sector, people, revenue, capital)).SizeClass);
                    }
                }
            }
        }

        return [.. Enum.GetValues<SmeClass>().Cast<SmeClass?>().Append(null).Where(found.Contains)];
    }

    private static string Kept(AskerFacts facts, SmeClassLimits bound, Lang lang) =>
        string.Join(
            "; ",
            new[]
            {
                facts.Employees <= bound.MaxEmployees
                    ? RuleTexts.PeopleWithin.With(
                        lang,
                        LocalFormat.Number(facts.Employees.Value, lang),
                        LocalFormat.Number(bound.MaxEmployees, lang)
                    )
                    : null,
                facts.Revenue <= bound.MaxRevenue
                    ? RuleTexts.RevenueWithin.With(lang, Wording.Money(facts.Revenue.Value, lang), Wording.Money(bound.MaxRevenue, lang))
                    : null,
                facts.Capital <= bound.MaxCapital
                    ? RuleTexts.CapitalWithin.With(lang, Wording.Money(facts.Capital.Value, lang), Wording.Money(bound.MaxCapital, lang))
                    : null,
            }.OfType<string>()
        );

    private static SmeClassLimits Bound(SmeSectorLimits bounds, SmeClass size) =>
        size switch
        {
            SmeClass.Micro => bounds.Micro,
            SmeClass.Small => bounds.Small,
            _ => bounds.Medium,
        };
}
