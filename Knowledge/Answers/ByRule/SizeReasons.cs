using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.RuleWording;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.ByRule;

/// <summary>Explains a size class limit by limit.</summary>
internal static class SizeReasons
{
    /// <summary>The limits that are met, and the exceeded limit of the class below.</summary>
    public static string Explain(AskerFacts facts, SmeClass size, Lang lang)
    {
        if (facts.Sector is not { } sector)
        {
            return RuleTexts.AnySector[lang];
        }

        var limits = SmeSizeTable.Default.GetLimits(sector);
        var keptText = DescribeKept(facts, GetLimits(limits, size), lang);
        var exceededText = size == SmeClass.Micro ? null : DescribeExceeded(facts, GetLimits(limits, size - 1), lang);
        return exceededText is null
            ? RuleTexts.WithinLimits.With(lang, keptText)
            : RuleTexts.WithinLimitsAboveLowerClass.With(lang, keptText, RuleTexts.Levels[size - 1][lang], exceededText);
    }

    /// <summary>The exceeded limits.</summary>
    public static string DescribeExceeded(AskerFacts facts, SmeClassLimits limit, Lang lang)
    {
        if (facts.Employees > limit.MaxEmployees)
        {
            return RuleTexts.PeopleAbove.With(
                lang,
                LocalFormat.Number(facts.Employees.Value, lang),
                LocalFormat.Number(limit.MaxEmployees, lang)
            );
        }

        var revenue =
            facts.Revenue > limit.MaxRevenue
                ? RuleTexts.RevenueAbove.With(
                    lang,
                    Wording.FormatMoney(facts.Revenue.Value, lang),
                    Wording.FormatMoney(limit.MaxRevenue, lang)
                )
                : null;
        var capital =
            facts.Capital > limit.MaxCapital
                ? RuleTexts.CapitalAbove.With(
                    lang,
                    Wording.FormatMoney(facts.Capital.Value, lang),
                    Wording.FormatMoney(limit.MaxCapital, lang)
                )
                : null;
        return string.Join(RuleTexts.And[lang], new[] { revenue, capital }.OfType<string>());
    }

    /// <summary>The classes that are still possible; null when all are.</summary>
    public static string? DescribePossibleClasses(AskerFacts facts, Lang lang)
    {
        var possible = FindPossibleClasses(facts);
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

    /// <summary>How the class depends on the only missing fact; null when more facts are missing.</summary>
    public static string? DescribeByMissingFact(AskerFacts facts, SmeFact missing, Lang lang)
    {
        if (facts.Sector is not { } sector || missing is SmeFact.Sector or SmeFact.Employees || facts.Employees is null)
        {
            return null;
        }

        var limits = SmeSizeTable.Default.GetLimits(sector);
        var steps = new List<string>();
        SmeClass? lastClass = null;
        foreach (var size in Enum.GetValues<SmeClass>())
        {
            var classLimits = GetLimits(limits, size);
            var limit = missing == SmeFact.Revenue ? classLimits.MaxRevenue : classLimits.MaxCapital;
            var factsAtLimit = missing == SmeFact.Revenue ? facts with { Revenue = limit } : facts with { Capital = limit };
            if (factsAtLimit.SizeClass is { } resultingClass && resultingClass == size && lastClass != resultingClass)
            {
                steps.Add(RuleTexts.UpTo.With(lang, Wording.FormatMoney(limit, lang), RuleTexts.Levels[size][lang]));
                lastClass = resultingClass;
            }
        }

        var factsBeyondLimits =
            missing == SmeFact.Revenue ? facts with { Revenue = BeyondAllLimits } : facts with { Capital = BeyondAllLimits };
        if (steps.Count > 0 && factsBeyondLimits.SizeClass is { } above && above != lastClass)
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

    private const decimal BeyondAllLimits = 1_000_000_000_000_000m;

    /// <summary>The classes that some completion of the facts gives; null among them means no class.</summary>
    private static List<SmeClass?> FindPossibleClasses(AskerFacts facts)
    {
        var classes = new HashSet<SmeClass?>();
        SmeSector[] sectors = facts.Sector is { } one ? [one] : [SmeSector.Industry, SmeSector.Services];
        foreach (var sector in sectors)
        {
            var limits = SmeSizeTable.Default.GetLimits(sector);
            SmeClassLimits[] classLimits = [limits.Micro, limits.Small, limits.Medium];
            foreach (
                var people in facts.Employees is { } knownEmployees
                    ? [knownEmployees]
                    : classLimits.Select(limit => limit.MaxEmployees).Append(BeyondAllLimits)
            )
            {
                foreach (
                    var revenue in facts.Revenue is { } knownRevenue
                        ? [knownRevenue]
                        : classLimits.Select(limit => limit.MaxRevenue).Append(BeyondAllLimits)
                )
                {
                    foreach (
                        var capital in facts.Capital is { } knownCapital
                            ? [knownCapital]
                            : classLimits.Select(limit => limit.MaxCapital).Append(BeyondAllLimits)
                    )
                    {
                        classes.Add(SmeSize.Classify(new SmeFacts(sector, people, revenue, capital)).SizeClass);
                    }
                }
            }
        }

        return [.. Enum.GetValues<SmeClass>().Cast<SmeClass?>().Append(null).Where(classes.Contains)];
    }

    private static string DescribeKept(AskerFacts facts, SmeClassLimits limit, Lang lang) =>
        string.Join(
            "; ",
            new[]
            {
                facts.Employees <= limit.MaxEmployees
                    ? RuleTexts.PeopleWithin.With(
                        lang,
                        LocalFormat.Number(facts.Employees.Value, lang),
                        LocalFormat.Number(limit.MaxEmployees, lang)
                    )
                    : null,
                facts.Revenue <= limit.MaxRevenue
                    ? RuleTexts.RevenueWithin.With(
                        lang,
                        Wording.FormatMoney(facts.Revenue.Value, lang),
                        Wording.FormatMoney(limit.MaxRevenue, lang)
                    )
                    : null,
                facts.Capital <= limit.MaxCapital
                    ? RuleTexts.CapitalWithin.With(
                        lang,
                        Wording.FormatMoney(facts.Capital.Value, lang),
                        Wording.FormatMoney(limit.MaxCapital, lang)
                    )
                    : null,
            }.OfType<string>()
        );

    private static SmeClassLimits GetLimits(SmeSectorLimits limits, SmeClass size) =>
        size switch
        {
            SmeClass.Micro => limits.Micro,
            SmeClass.Small => limits.Small,
            _ => limits.Medium,
        };
}
