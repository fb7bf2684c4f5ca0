using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Tests.Knowledge.Rules;

/// <summary>Tests each bound one đồng below, at it, and one above.</summary>
public sealed class TaxRulesTests
{
    private const decimal Billion = 1_000_000_000m;
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData(0, 0, 15)]
    [InlineData(3, -1, 15)]
    [InlineData(3, 0, 15)]
    [InlineData(3, 1, 17)]
    [InlineData(50, -1, 17)]
    [InlineData(50, 0, 17)]
    [InlineData(50, 1, 20)]
    public void The_rate_depends_on_the_revenue_of_the_preceding_period(int billions, int more, int percent) =>
        Assert.Equal(
            percent,
            Assert.IsType<CitRateResult.Rate>(CitRates.FindRate((billions * Billion) + more, isAffiliated: false)).Percent
        );

    [Fact]
    public void An_affiliate_does_not_get_the_lower_rate_and_unknown_facts_refer_to_the_tax_office()
    {
        Assert.Equal(20, Assert.IsType<CitRateResult.Rate>(CitRates.FindRate(Billion, isAffiliated: true)).Percent);
        Assert.Equal(20, Assert.IsType<CitRateResult.Rate>(CitRates.FindRate(60 * Billion, isAffiliated: null)).Percent);
        Assert.IsType<CitRateResult.AskTaxOffice>(CitRates.FindRate(Billion, isAffiliated: null));
        Assert.IsType<CitRateResult.AskTaxOffice>(CitRates.FindRate(null, isAffiliated: false));
    }

    [Fact]
    public void A_checklist_is_likely_only_when_every_answer_is_known_and_right()
    {
        Assert.All(
            Checklists.All,
            checklist =>
            {
                Assert.IsType<ChecklistResult.Likely>(Checklists.Evaluate(checklist, Right(checklist)));
                Assert.IsType<ChecklistResult.AskTaxOffice>(Checklists.Evaluate(checklist, new Dictionary<string, bool?>()));
                Assert.All(
                    checklist.Questions,
                    question =>
                    {
                        var unknown = Checklists.Evaluate(checklist, Right(checklist, question.Key, null));
                        Assert.Equal(question, Assert.Single(Assert.IsType<ChecklistResult.AskTaxOffice>(unknown).DecidingQuestions));
                        var wrong = Checklists.Evaluate(checklist, Right(checklist, question.Key, question.Kind != ChecklistKind.Required));
                        if (question.Kind == ChecklistKind.Office)
                        {
                            Assert.IsType<ChecklistResult.AskTaxOffice>(wrong);
                        }
                        else
                        {
                            Assert.Equal(question, Assert.Single(Assert.IsType<ChecklistResult.NotLikely>(wrong).DecidingQuestions));
                        }
                    }
                );
            }
        );
    }

    [Fact]
    public void Closing_a_company_to_open_another_does_not_give_the_exemption()
    {
        var checklist = Checklists.Find("cit-3-years")!;

        Assert.IsType<ChecklistResult.NotLikely>(Checklists.Evaluate(checklist, Right(checklist, "same-person", true)));
        Assert.IsType<ChecklistResult.NotLikely>(Checklists.Evaluate(checklist, Right(checklist, "first", false)));
        Assert.IsType<ChecklistResult.AskTaxOffice>(Checklists.Evaluate(checklist, Right(checklist, "household", true)));
    }

    /// <summary>Article 18 clause 3 of Law 67/2025/QH15 takes this income out of the low rates and of the exemptions alike.</summary>
    [Fact]
    public void Income_of_article_18_clause_3_gets_no_relief() =>
        Assert.All(
            Checklists.All,
            checklist =>
                Assert.Equal(
                    "income",
                    Assert
                        .Single(
                            Assert
                                .IsType<ChecklistResult.NotLikely>(Checklists.Evaluate(checklist, Right(checklist, "income", true)))
                                .DecidingQuestions
                        )
                        .Key
                )
        );

    [Theory]
    [InlineData(1, -1, "below")]
    [InlineData(1, 0, "below")]
    [InlineData(1, 1, "choice")]
    [InlineData(3, -1, "choice")]
    [InlineData(3, 0, "choice")]
    [InlineData(3, 1, "income")]
    [InlineData(50, -1, "income")]
    [InlineData(50, 0, "income")]
    [InlineData(50, 1, "large")]
    public void A_household_business_belongs_to_one_band(int billions, int more, string band) =>
        Assert.Equal(band, HouseholdThresholds.FindBand((billions * Billion) + more, Today)!.Key);

    [Fact]
    public void The_household_rules_begin_with_2026()
    {
        Assert.Null(HouseholdThresholds.FindBand(Billion, new DateOnly(2025, 12, 31)));
        Assert.NotNull(HouseholdThresholds.FindBand(Billion, new DateOnly(2026, 1, 1)));
        Assert.IsType<YesNoResult.No>(HouseholdThresholds.MustUseEInvoices(Billion - 1));
        Assert.IsType<YesNoResult.No>(HouseholdThresholds.MustUseEInvoices(Billion));
        Assert.IsType<YesNoResult.Yes>(HouseholdThresholds.MustUseEInvoices(Billion + 1));
    }

    [Theory]
    [InlineData("50.99", true, "No")]
    [InlineData("51", true, "Yes")]
    [InlineData("51.01", true, "Yes")]
    [InlineData("100", false, "No")]
    [InlineData("100", null, "Unclear")]
    [InlineData("10", null, "No")]
    [InlineData(null, true, "Unclear")]
    [InlineData(null, false, "No")]
    public void Women_hold_at_least_51_percent_and_one_of_them_manages(string? share, bool? managed, string expected) =>
        Assert.Equal(
            expected,
            WomenOwnership
                .IsWomenOwned(share is null ? null : decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture), managed)
                .GetType()
                .Name
        );

    [Theory]
    [InlineData(99, 49, "No")]
    [InlineData(98, 49, "Yes")]
    [InlineData(99, 50, "Yes")]
    [InlineData(100, 29, "No")]
    [InlineData(100, 30, "Yes")]
    [InlineData(101, 30, "No")]
    [InlineData(101, 31, "Yes")]
    [InlineData(0, 0, "No")]
    public void Many_women_is_half_below_100_employees_and_30_percent_from_100(int employees, int women, string expected) =>
        Assert.Equal(expected, WomenOwnership.EmploysManyWomen(employees, women).GetType().Name);

    [Theory]
    [InlineData(12, 9, "No")]
    [InlineData(19, 10, "Yes")]
    [InlineData(20, 10, "No")]
    [InlineData(199, 100, "Yes")]
    [InlineData(200, 100, "No")]
    [InlineData(336, 101, "Yes")]
    [InlineData(337, 101, "No")]
    public void The_tax_rules_define_many_women_differently(int employees, int women, string expected) =>
        Assert.Equal(expected, WomenOwnership.EmploysManyWomenForTax(employees, women).GetType().Name);

    private static Dictionary<string, bool?> Right(Checklist checklist, string? but = null, bool? answer = null) =>
        checklist.Questions.ToDictionary(
            question => question.Key,
            question => question.Key == but ? answer : question.Kind == ChecklistKind.Required,
            StringComparer.Ordinal
        );
}
