using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Understanding;

/// <summary>A question about somebody or somewhere that no article speaks of is probably not the Department's matter.</summary>
public sealed class UnknownNamesTests
{
    [Theory]
    [InlineData("Ai đã xây lâu đài ở Neuschwanstein?", 1)]
    [InlineData("Thủ đô của nước này tên là Ulan Bator phải không?", 2)]
    [InlineData("Sở Tài chính Hà Nội hỗ trợ gì?", 0)]
    [InlineData("Theo Nghị định 80 thì Hà Nội hỗ trợ gì?", 0)]
    [InlineData("doanh nghiệp nhỏ được gì", 0)]
    public void Names_that_no_article_holds_are_counted(string text, int count) =>
        Assert.Equal(count, RealKnowledge.Knowledge.ArticleCoverage.CountUnknownNames(Lang.Vi, text));

    [Theory]
    [InlineData("Công ty nào tài trợ cho đội bóng Manchester năm 1999?")]
    [InlineData("Hãng Lockheed đã hỗ trợ dự án nào của Canada?")]
    public void A_question_about_an_unknown_name_is_not_answered(string text) =>
        Assert.IsNotType<Answer.Answered>(RealKnowledge.Pipeline().Ask(new Question(text)));
}
