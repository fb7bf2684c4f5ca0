using PolicyAssistantBot.Knowledge.Answers.ByRule;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>The facts of a message that rules use.</summary>
public sealed class MessageFactsTests
{
    [Theory]
    [InlineData("Chị nắm 55% vốn và trực tiếp điều hành", 55)]
    [InlineData("vo toi nam 60% von", 60)]
    [InlineData("Tôi chỉ nắm 60% vốn", null)]
    [InlineData("toi chi nam 60% von", null)]
    [InlineData("công ty chỉ giữ 30% lợi nhuận", null)]
    public void A_share_is_a_womans_only_where_a_woman_holds_it(string text, int? share) =>
        Assert.Equal(share, (int?)Read(text).WomenShare);

    [Theory]
    [InlineData("xưởng tôi làm bún, vừa ký thêm siêu thị", "industry")]
    [InlineData("năm ngoái xưởng bán được 18 tỷ", "industry")]
    [InlineData("công ty tôi mở siêu thị", "trade")]
    public void Whom_an_enterprise_supplies_is_not_its_sector(string text, string sector) =>
        Assert.Equal(sector, Read(text).Enterprise.Activity);

    [Theory]
    [InlineData("công ty em 40 người, trong đó 6 người thời vụ chưa đóng bảo hiểm", 34)]
    [InlineData("cty co 21 ld, 5 dua part time ko dong bhxh", 16)]
    [InlineData("xưởng có 30 người, thuê thêm 8 đứa phụ bếp, không đóng bảo hiểm", 30)]
    [InlineData("we have 25 employees, 7 people of them without insurance", 18)]
    public void People_without_insurance_are_taken_from_all_unless_they_are_added(string text, int insured) =>
        Assert.Equal(insured, Read(text).Enterprise.Employees);

    [Theory]
    [InlineData("a nham, dt 7,5 ty con von 4", 7.5, 4)]
    [InlineData("doanh thu 12 tỷ còn vốn 3 tỷ", 12, 3)]
    public void The_word_for_while_counts_nothing(string text, double revenue, double capital)
    {
        Assert.Equal((decimal)revenue * 1_000_000_000m, Read(text).Enterprise.Revenue);
        Assert.Equal((decimal)capital * 1_000_000_000m, Read(text).Enterprise.Capital);
    }

    [Theory]
    [InlineData("vẫn giá 250 triệu ban đầu")]
    [InlineData("ho bao 40 trieu ban oi")]
    public void A_million_people_are_an_amount(string text) => Assert.Null(Read(text).Enterprise.Employees);

    [Theory]
    [InlineData("doanh thu khoảng 2 triệu đô sing")]
    [InlineData("our revenue is 3 million Australian dollars")]
    public void An_amount_in_another_currency_is_no_revenue_in_dong(string text) => Assert.Null(Read(text).Enterprise.Revenue);

    [Fact]
    public void Months_that_are_added_are_not_all_months() => Assert.Null(Read("thế đợi thêm 5 tháng nữa").HouseholdMonths);

    private static RuleFacts Read(string text) => MessageFacts.Read(text, new DateOnly(2026, 11, 21)).StatedFacts;
}
