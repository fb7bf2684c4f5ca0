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

    private static RuleFacts Read(string text) => MessageFacts.Read(text, new DateOnly(2026, 11, 21)).StatedFacts;
}
