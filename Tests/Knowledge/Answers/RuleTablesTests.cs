using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>Each rule against rows that were computed from the law's text apart from the rules. Sums are in billions of VND.</summary>
public sealed class RuleTablesTests
{
    private const decimal Billion = 1_000_000_000m;
    private const decimal Million = 1_000_000m;
    private static readonly DateOnly Today = new(2026, 11, 21);

    /// <summary>Group (i: agriculture, industry, construction; s: trade, services), employees, revenue, capital, class.</summary>
    private const string Sizes = """
        i 10 3 5 micro | i 11 3 5 small | i 10 3.1 5 small | i 10 3.1 2.9 micro | i 10 3.1 3 micro | i 10 3.1 3.1 small
        i 9 9.9 9 small | i 10 10 4 small | i 10 10.1 4 small | i 10 10.1 3 micro | i 50 100 60 medium | i 51 100 60 medium
        i 50 100.1 50 medium | i 50 100.1 50.1 medium | i 100 50 30 small | i 100 50.1 20 small | i 100 50.1 20.1 medium
        i 101 50 20 medium | i 100 300 200 differs | i 100 301 100 medium | i 100 301 101 none | i 101 20 5 medium
        i 200 200 120 medium | i 200 201 100 medium | i 200 201 101 differs | i 201 100 50 none | i 1 1 1 micro
        i 15 80 30 medium | i 105 80 30 medium | i 200 300 101 differs | s 10 3 5 micro | s 11 3 5 small | s 10 3.1 5 micro
        s 10 3.1 2.9 micro | s 10 3.1 3 micro | s 10 3.1 3.1 micro | s 9 9.9 9 micro | s 10 10 4 micro | s 10 10.1 4 small
        s 10 10.1 3 micro | s 50 100 60 small | s 51 100 60 medium | s 50 100.1 50 small | s 50 100.1 50.1 medium
        s 100 50 30 medium | s 100 50.1 20 medium | s 100 50.1 20.1 medium | s 101 50 20 differs | s 100 300 200 medium
        s 100 301 100 medium | s 100 301 101 none | s 101 20 5 differs | s 200 200 120 differs | s 200 201 100 differs
        s 200 201 101 differs | s 201 100 50 none | s 1 1 1 micro | s 15 80 30 small | s 105 80 30 differs
        s 200 300 101 differs
        """;

    /// <summary>Revenue, affiliated, months, rate.</summary>
    private const string Rates = """
        0.2 no 12 exempt | 0.2 yes 12 20 | 0.8 no 12 exempt | 0.8 yes 12 20 | 1 no 12 exempt | 1 yes 12 20 | 1.001 no 12 15
        1.001 yes 12 20 | 1.4 no 12 15 | 1.4 yes 12 20 | 2.9 no 12 15 | 2.9 yes 12 20 | 3 no 12 15 | 3 yes 12 20
        3.001 no 12 17 | 3.001 yes 12 20 | 3.05 no 12 17 | 3.05 yes 12 20 | 18 no 12 17 | 18 yes 12 20 | 40 no 12 17
        40 yes 12 20 | 49.9 no 12 17 | 49.9 yes 12 20 | 50 no 12 17 | 50 yes 12 20 | 50.001 no 12 20 | 50.001 yes 12 20
        60 no 12 20 | 60 yes 12 20 | 400 no 12 20 | 400 yes 12 20 | 2.4 no 9 17 | 2.2 no 9 15 | 0.35 no 5 exempt
        0.5 no 5 15 | 25 no 6 17 | 26 no 6 20
        """;

    /// <summary>Revenue, band, e-invoices.</summary>
    private const string Households = """
        0 below may | 0.1 below may | 0.3 below may | 0.5 below may | 0.7 below may | 0.85 below may | 0.9 below may
        0.999 below may | 1 below may | 1.001 choice must | 1.05 choice must | 1.1 choice must | 1.2 choice must
        1.3 choice must | 1.4 choice must | 2 choice must | 2.1 choice must | 2.4 choice must | 2.5 choice must
        2.9 choice must | 3 choice must | 3.001 income must | 3.1 income must | 3.2 income must | 3.5 income must
        4 income must | 10 income must | 49.9 income must | 50 income must | 50.001 large must | 52 large must
        55 large must | 60 large must
        """;

    /// <summary>Scheme, class, contract in millions, at most in millions.</summary>
    private const string Supports = """
        consulting Micro - 50 | consulting Micro 10 10 | consulting Micro 120 50 | consulting Micro 1000 50
        consulting Small - 100 | consulting Small 10 5 | consulting Small 120 60 | consulting Small 1000 100
        consulting Medium - 150 | consulting Medium 10 3 | consulting Medium 120 36 | consulting Medium 1000 150
        digital-consulting Small - 50 | digital-consulting Small 10 5 | digital-consulting Small 120 50
        digital-consulting Small 1000 50 | digital-consulting Medium - 100 | digital-consulting Medium 10 5
        digital-consulting Medium 120 60 | digital-consulting Medium 1000 100 | digital-solutions Micro - 20
        digital-solutions Micro 10 5 | digital-solutions Micro 120 20 | digital-solutions Micro 1000 20
        digital-solutions Small - 50 | digital-solutions Small 10 5 | digital-solutions Small 120 50
        digital-solutions Small 1000 50 | digital-solutions Medium - 100 | digital-solutions Medium 10 5
        digital-solutions Medium 120 60 | digital-solutions Medium 1000 100 | legal-consulting Micro - 3
        legal-consulting Micro 10 3 | legal-consulting Micro 120 3 | legal-consulting Micro 1000 3
        legal-consulting Small - 5 | legal-consulting Small 10 3 | legal-consulting Small 120 5
        legal-consulting Small 1000 5 | legal-consulting Medium - 10 | legal-consulting Medium 10 1
        legal-consulting Medium 120 10 | legal-consulting Medium 1000 10 | intellectual-property Micro - 100
        intellectual-property Micro 10 5 | intellectual-property Micro 120 60 | intellectual-property Micro 1000 100
        intellectual-property Small - 100 | intellectual-property Small 10 5 | intellectual-property Small 120 60
        intellectual-property Small 1000 100 | intellectual-property Medium - 100 | intellectual-property Medium 10 5
        intellectual-property Medium 120 60 | intellectual-property Medium 1000 100 | technology-transfer Micro - 100
        technology-transfer Micro 10 5 | technology-transfer Micro 120 60 | technology-transfer Micro 1000 100
        technology-transfer Small - 100 | technology-transfer Small 10 5 | technology-transfer Small 120 60
        technology-transfer Small 1000 100 | technology-transfer Medium - 100 | technology-transfer Medium 10 5
        technology-transfer Medium 120 60 | technology-transfer Medium 1000 100
        """;

    /// <summary>Revenue, outcome.</summary>
    private const string Cuts = """
        0.1 cut | 0.5 cut | 0.9 cut | 1 cut | 1.5 cut | 2 cut | 2.1 cut | 2.4 cut | 3 cut | 3.5 cut | 4 cut | 5 cut | 6 cut
        7 cut | 8 cut | 9 cut | 9.5 cut | 9.9 cut | 9.999 cut | 10 cut | 10.001 none | 10.1 none | 10.2 none | 11 none
        12 none | 15 none | 20 none | 50 none | 100 none | 300 none
        """;

    /// <summary>Business, revenue, percent.</summary>
    private const string OfRevenue = """
        leasing 0.5 4 | digital 0.5 4 | production 0.5 1.2 | service 0.5 1.5 | goods 0.5 0.3 | other 0.5 0.5 | leasing 1 4
        digital 1 4 | production 1 1.2 | service 1 1.5 | goods 1 0.3 | other 1 0.5 | leasing 2 4 | digital 2 4
        production 2 1.2 | service 2 1.5 | goods 2 0.3 | other 2 0.5 | leasing 2.4 4 | digital 2.4 4 | production 2.4 1.2
        service 2.4 1.5 | goods 2.4 0.3 | other 2.4 0.5 | leasing 3 4 | digital 3 4 | production 3 1.2 | service 3 1.5
        goods 3 0.3 | other 3 0.5 | leasing 3.001 none | digital 3.001 none | production 3.001 none | service 3.001 none
        goods 3.001 none | other 3.001 none | leasing 4 none | digital 4 none | production 4 none | service 4 none
        goods 4 none | other 4 none | leasing 30 none | digital 30 none | production 30 none | service 30 none
        goods 30 none | other 30 none
        """;

    /// <summary>Deadline, first day, last day.</summary>
    private const string DeadlineDays = """
        sme-support 2026-03-02 2026-03-20 | legal-support 2026-03-02 2026-03-16 | registration 2026-03-02 2026-03-05
        sme-support 2026-04-13 2026-05-06 | legal-support 2026-04-13 2026-04-28 | registration 2026-04-13 2026-04-16
        sme-support 2026-04-22 2026-05-15 | legal-support 2026-04-22 2026-05-11 | registration 2026-04-22 2026-04-28
        sme-support 2026-05-15 2026-06-04 | legal-support 2026-05-15 2026-05-29 | registration 2026-05-15 2026-05-20
        sme-support 2026-06-01 2026-06-19 | legal-support 2026-06-01 2026-06-15 | registration 2026-06-01 2026-06-04
        sme-support 2026-07-10 2026-07-30 | legal-support 2026-07-10 2026-07-24 | registration 2026-07-10 2026-07-15
        sme-support 2026-10-01 2026-10-21 | legal-support 2026-10-01 2026-10-15 | registration 2026-10-01 2026-10-06
        sme-support 2026-11-02 2026-11-20 | legal-support 2026-11-02 2026-11-16 | registration 2026-11-02 2026-11-05
        sme-support 2026-11-20 2026-12-11 | legal-support 2026-11-20 2026-12-07 | registration 2026-11-20 2026-11-26
        sme-support 2026-11-23 2026-12-14 | legal-support 2026-11-23 2026-12-08 | registration 2026-11-23 2026-11-27
        sme-support 2026-12-03 2026-12-23 | legal-support 2026-12-03 2026-12-17 | registration 2026-12-03 2026-12-08
        sme-support 2026-12-14 2027-01-04 | legal-support 2026-12-14 2026-12-28 | registration 2026-12-14 2026-12-17
        capital-contribution 2026-09-01 2026-11-30
        """;

    [Fact]
    public void The_size_class_follows_from_every_row() =>
        Each(Sizes, row => (Size(row[0], Decimal(row[1]), Decimal(row[2]), Decimal(row[3])), row[4]));

    [Fact]
    public void The_rate_of_income_tax_follows_from_every_row() =>
        Each(
            Rates,
            row =>
                (
                    Value(
                        CitRules.Rate,
                        new RuleFacts
                        {
                            Enterprise = new AskerFacts { Revenue = Decimal(row[0]) * Billion },
                            IsAffiliated = row[1] == "yes",
                            RevenueMonths = row[2] == "12" ? null : int.Parse(row[2], CultureInfo.InvariantCulture),
                        }
                    ),
                    row[3]
                )
        );

    [Fact]
    public void What_a_household_owes_follows_from_every_row() =>
        Each(
            Households,
            row =>
            {
                var facts = new RuleFacts
                {
                    Enterprise = new AskerFacts { Revenue = Decimal(row[0]) * Billion, IsHouseholdBusiness = true },
                };
                return ($"{Value(HouseholdRules.Tax, facts)} {Value(HouseholdRules.Invoice, facts)}", $"{row[1]} {row[2]}");
            }
        );

    [Fact]
    public void The_ceiling_of_support_follows_from_every_row() =>
        Each(
            Supports,
            row =>
                (
                    Value(
                        SupportRule.Rule,
                        new RuleFacts
                        {
                            SchemeKey = row[0],
                            Enterprise = new AskerFacts { NamedSizeClass = Enum.Parse<SmeClass>(row[1]) },
                            ContractValue = row[2] == "-" ? null : Decimal(row[2]) * Million,
                        }
                    ),
                    (Decimal(row[3]) * Million).ToString("#,0.###", CultureInfo.InvariantCulture)
                )
        );

    [Fact]
    public void The_cut_of_2026_and_2027_follows_from_every_row() =>
        Each(
            Cuts,
            row =>
                (Value(CitRules.Reduction, new RuleFacts { Enterprise = new AskerFacts { Revenue = Decimal(row[0]) * Billion } }), row[1])
        );

    [Fact]
    public void The_percentage_of_revenue_follows_from_every_row() =>
        Each(
            OfRevenue,
            row =>
                (
                    Value(
                        CitRules.RevenueMethod,
                        new RuleFacts
                        {
                            BusinessKey = row[0],
                            Enterprise = new AskerFacts { Revenue = Decimal(row[1]) * Billion },
                        }
                    ),
                    row[2]
                )
        );

    [Fact]
    public void The_last_day_follows_from_every_row() =>
        Each(
            DeadlineDays,
            row =>
                (
                    Value(
                        DueDateRule.Rule,
                        new RuleFacts
                        {
                            DeadlineKey = row[0],
                            StartDate = DateOnly.ParseExact(row[1], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                        }
                    ),
                    row[2]
                )
        );

    [Fact]
    public void Women_own_an_enterprise_from_51_percent()
    {
        for (var share = 30; share <= 70; share++)
        {
            Assert.Equal(share >= 51 ? "yes" : "no", Value(PersonRules.WomenOwned, new RuleFacts { WomenShare = share }));
        }
    }

    [Fact]
    public void A_household_and_a_dissolved_enterprise_are_measured_in_twelve_months()
    {
        for (var months = 1; months <= 36; months++)
        {
            Assert.Equal(months >= 12 ? "enough" : "short", Value(HouseholdRules.Months, new RuleFacts { HouseholdMonths = months }));
            Assert.Equal(
                months >= 12 ? "open" : "excluded",
                Value(PersonRules.OtherEnterprise, new RuleFacts { DissolvedMonths = months })
            );
        }
    }

    [Fact]
    public void A_capital_that_does_not_decide_is_not_asked_for_and_one_that_does_is()
    {
        Assert.Equal("small", Size("s", 30, 60, null));
        Assert.Equal("none", Size("i", 201, null, null));
        var missing = Assert.IsType<RuleOutcome.FactMissing>(Tell(SizeRule.Rule, Facts("i", 120, 210, null)));
        Assert.Equal(FactSlot.Capital, missing.Slot);
        Assert.Contains("vừa", missing.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("siêu nhỏ", missing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_gives_its_verdict_in_both_languages_and_never_after_its_end()
    {
        foreach (var lang in new[] { Lang.Vi, Lang.En })
        {
            var told = Assert.IsType<RuleOutcome.Decided>(
                SizeRule.Rule.Evaluate(new RuleQuestion(Facts("i", 11, 3, 5), Today, Today, lang))
            );
            Assert.Contains(lang == Lang.En ? "**small enterprise**" : "**doanh nghiệp nhỏ**", told.Text, StringComparison.Ordinal);
            Assert.Contains("80/2021/NĐ-CP", told.Text, StringComparison.Ordinal);
        }

        var revenue = new RuleFacts { Enterprise = new AskerFacts { Revenue = 5 * Billion } };
        Assert.Null(CitRules.Reduction.Evaluate(new RuleQuestion(revenue, new DateOnly(2028, 1, 1), Today, Lang.Vi)));
        Assert.Null(CitRules.Rate.Evaluate(new RuleQuestion(revenue, new DateOnly(2025, 6, 1), Today, Lang.Vi)));
    }

    private static void Each(string table, Func<string[], (string? Told, string Expected)> check)
    {
        var rows = table.Split(['\n', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.True(rows.Length >= 30);
        Assert.DoesNotContain(rows, row => check(row.Split(' ')) is var (told, expected) && told != expected);
    }

    private static string? Size(string group, decimal employees, decimal? revenue, decimal? capital) =>
        Value(SizeRule.Rule, Facts(group, employees, revenue, capital));

    private static RuleFacts Facts(string group, decimal employees, decimal? revenue, decimal? capital) =>
        new()
        {
            Enterprise = new AskerFacts
            {
                Activity = group == "i" ? "industry" : "trade",
                Employees = (int)employees,
                Revenue = revenue * Billion,
                Capital = capital * Billion,
            },
        };

    private static string? Value(AnswerRule rule, RuleFacts facts) => (Tell(rule, facts) as RuleOutcome.Decided)?.Value;

    private static RuleOutcome? Tell(AnswerRule rule, RuleFacts facts) => rule.Evaluate(new RuleQuestion(facts, Today, Today, Lang.Vi));

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
