using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Tests.Knowledge.Rules;

public sealed class SectorGroupDetectorTests
{
    [Theory]
    [InlineData("cong ty gia cong phan mem cho khach nuoc ngoai", "trade")]
    [InlineData("ban vat lieu xay dung", "trade")]
    [InlineData("cong ty kho lanh", "trade")]
    [InlineData("it outsourcing", "trade")]
    [InlineData("gia cong co khi", "industry")]
    [InlineData("we build and my brother builds houses", "industry")]
    [InlineData("san xuat va ban le", null)]
    public void A_phrase_within_a_longer_one_of_the_other_group_does_not_count(string folded, string? code) =>
        Assert.Equal(code, SectorGroupDetector.FindSectorCode(folded));

    [Theory]
    [InlineData("bên em bán máy phay cũ", "trade")]
    [InlineData("em toi ban ong nhua", "trade")]
    [InlineData("xuong em lam do nhua ban ra cho", "industry")]
    [InlineData("hợp tác xã trồng rau", "industry")]
    public void What_is_sold_is_no_activity_of_its_own(string typed, string code) =>
        Assert.Equal(code, SectorGroupDetector.FindSectorCode(VietnameseText.Fold(typed), typed));
}
