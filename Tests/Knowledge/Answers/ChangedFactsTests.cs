using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Facts;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>What a later message changes in the figures of the size rule.</summary>
public sealed class ChangedFactsTests
{
    private static readonly RuleState Small = new(
        SizeRule.Key,
        new RuleFacts
        {
            Enterprise = new AskerFacts
            {
                Activity = "industry",
                Employees = 80,
                Revenue = 45_000_000_000m,
                Capital = 30_000_000_000m,
            },
        }
    )
    {
        LatestSlots = [FactSlot.Capital],
    };

    [Theory]
    [InlineData("thuê thêm 25 đứa bưng bê, ko đóng bảo hiểm, có phải cộng không", 80)]
    [InlineData("thế đóng bảo hiểm cho cả 25 bạn đó thì sao", 105)]
    [InlineData("102 là số cuối tháng 12, còn bình quân năm là 97", 97)]
    [InlineData("thuê thêm 25 bạn nữa có đóng bảo hiểm", 105)]
    public void People_count_by_insurance_and_average(string text, int employees) =>
        Assert.Equal(employees, Find(text)!.Enterprise.Employees);

    [Theory]
    [InlineData("nói gọn 1 câu thôi")]
    [InlineData("họp 2 buổi hả")]
    public void A_number_of_other_things_changes_nothing(string text) => Assert.Null(Find(text));

    [Fact]
    public void A_sum_of_a_year_is_the_revenue_whatever_was_told_last()
    {
        var changed = Find("thế năm nay dự kiến 61 tỷ thì sao")!;
        Assert.Equal(61_000_000_000m, changed.Enterprise.Revenue);
        Assert.Equal(30_000_000_000m, changed.Enterprise.Capital);
    }

    [Fact]
    public void A_sum_that_names_what_somebody_gives_is_no_figure_of_the_enterprise() => Assert.Null(Find("gói 300 triệu của thành phố"));

    [Fact]
    public void Another_sector_is_tried_with_the_same_figures()
    {
        var message = Read("Giả sử tụi tôi ngừng sản xuất, chỉ nhập về bán buôn thì khác không");
        Assert.Equal(
            "trade",
            RuleRequestReader.FindChanged(message, Small, AskerFacts.None, "A1-size-industry")?.Facts.Enterprise.Activity
        );
    }

    private static RuleFacts? Find(string text) => FactChanges.Find(Small, SizeRule.Rule, Read(text))?.Facts;

    private static MessageFacts Read(string text) => MessageFacts.Read(text, new DateOnly(2026, 11, 21));
}
