using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Rules;

/// <summary>What a message says of relatives and of rumours is no fact about the asker's enterprise.</summary>
public sealed class KinshipAndHearsayTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("công ty con trai tôi doanh thu 2 tỷ", null)]
    [InlineData("cty con gái em bán quần áo", null)]
    [InlineData("doanh nghiệp con rể tôi", null)]
    [InlineData("công ty con tôi 20 người", true)]
    [InlineData("công ty con của tập đoàn doanh thu 2 tỷ", true)]
    public void A_son_s_company_is_no_subsidiary(string text, bool? isAffiliated) =>
        Assert.Equal(isAffiliated, MessageFacts.Read(text, Today).StatedFacts.IsAffiliated);

    [Theory]
    [InlineData("Nghe nói giờ doanh nghiệp 300 lao động, doanh thu 400 tỷ vẫn là nhỏ và vừa, có thật không?")]
    [InlineData("I read that an SME may now have 300 employees and revenue of VND 400 billion. Is that in force?")]
    public void A_rumour_is_not_computed_as_the_asker_s_size(string text) =>
        Assert.NotEqual(SizeRule.Key, RealKnowledge.Pipeline().Ask(new Question(text)).Rule?.Key);

    [Theory]
    [InlineData("Hộ kinh doanh đăng ký từ tháng 3/2026, nay lên công ty", 8)]
    [InlineData("hkd lập tháng 11/2025", 12)]
    public void Months_of_activity_are_counted_from_the_registration(string text, int months) =>
        Assert.Equal(months, MessageFacts.Read(text, Today).StatedFacts.HouseholdMonths);

    [Fact]
    public void The_date_of_a_file_is_no_age_of_a_household() =>
        Assert.Null(
            RealKnowledge
                .Pipeline()
                .Ask(new Question("Hồ sơ xin hỗ trợ tư vấn tôi nộp mùng hai tháng mười một. Luật cho mấy ngày hả?"))
                .Rule?.Facts.HouseholdMonths
        );
}
