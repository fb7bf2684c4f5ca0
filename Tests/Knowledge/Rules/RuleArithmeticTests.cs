using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Rules.Formats;

namespace PolicyAssistantBot.Tests.Knowledge.Rules;

/// <summary>Small calculations that several rules share.</summary>
public sealed class RuleArithmeticTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "abd", 1)]
    [InlineData("abc", "ab", 1)]
    [InlineData("ab", "abc", 1)]
    [InlineData("ab", "ba", 1)]
    [InlineData("abcd", "acbd", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void The_edit_distance_of_two_words_is_computed(string one, string other, int distance) =>
        Assert.Equal(distance, EditDistance.Compute(one, other));

    [Fact]
    public void Phrases_are_found_as_whole_words()
    {
        Assert.Equal(7, PhraseGroups.FindLongestMatch("vay|vay von", " toi vay von ngan hang "));
        Assert.Equal(3, PhraseGroups.FindLongestMatch("vay|vay von", " toi vay tien "));
        Assert.Equal(0, PhraseGroups.FindLongestMatch("vay|vay von", " toi vayvon "));
        Assert.True(PhraseGroups.ContainsAny("vay", " toi vay "));
        Assert.False(PhraseGroups.ContainsAny("vay", " toi cho "));
        Assert.False(PhraseGroups.ContainsAny("", "  "));
        Assert.Equal([(4, 5), (12, 5), (8, 5)], PhraseGroups.FindPositions("vay|cho", " toi vay cho vay "));
        Assert.Empty(PhraseGroups.FindPositions("thue", " toi vay "));
    }

    [Theory]
    [InlineData(1, 1_200)]
    [InlineData(6, 200)]
    [InlineData(11, 109.09)]
    [InlineData(12, 100)]
    [InlineData(13, 100)]
    public void Revenue_of_some_months_counts_as_that_of_a_year(int months, double year) =>
        Assert.Equal((decimal)year, Math.Round(CitReliefs.Annualize(100, months), 2));

    [Fact]
    public void A_year_has_at_least_one_month_of_activity() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CitReliefs.Annualize(100, 0));

    [Fact]
    public void A_household_pays_on_all_revenue_and_on_what_exceeds_the_threshold()
    {
        var trade = new HouseholdTrade { VatPercent = 1, IncomeTaxPercent = 0.5m };
        Assert.Equal(new HouseholdTax(20, 5), trade.CalculateTax(2_000, 1_000));
        Assert.Equal(new HouseholdTax(10, 0), trade.CalculateTax(1_000, 1_000));
        Assert.Equal(new HouseholdTax(5, 0), trade.CalculateTax(500, 1_000));
    }

    [Fact]
    public void Each_unit_of_a_deadline_counts_in_its_own_way()
    {
        var verified = Deadlines.All.First(rule => rule.Basis.Confidence.MayBeStated);
        var start = new DateOnly(2026, 10, 2); // A Friday.
        DateOnly Due(DeadlineUnit unit, int count) =>
            Assert.IsType<DeadlineResult.Due>(Deadlines.Compute(verified with { Unit = unit, UnitCount = count }, start)).DueDate;
        Assert.Equal(new DateOnly(2026, 10, 5), Due(DeadlineUnit.Day, 3));
        Assert.Equal(new DateOnly(2026, 10, 7), Due(DeadlineUnit.WorkingDay, 3));
        Assert.Equal(new DateOnly(2026, 10, 5), Due(DeadlineUnit.WorkingHour, 8));
        var hours = Deadlines.Compute(verified with { Unit = DeadlineUnit.WorkingHour }, start);
        Assert.False(Assert.IsType<DeadlineResult.Due>(hours).IsCertain);
        Assert.Null(Deadlines.Find("no such rule"));
    }
}
