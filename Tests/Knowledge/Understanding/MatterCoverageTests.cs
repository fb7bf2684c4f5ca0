using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Understanding.Matters;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Understanding;

/// <summary>An article that holds a question's common words does not speak about its matter when it lacks the one that tells it.</summary>
public sealed class MatterCoverageTests
{
    [Theory]
    [InlineData("ISO 9001 có bắt buộc không?", 0)]
    [InlineData("ISO 50001 có bắt buộc không?", 1)]
    [InlineData("Chứng nhận OEKO-TEX có bắt buộc không?", 2)]
    public void Names_that_the_article_lacks_are_counted(string text, int count) =>
        Assert.Equal(count, Compare("D2-std-iso9001", text).OtherNames);

    [Fact]
    public void A_spelling_of_the_chat_is_no_lost_word() => Assert.Equal(0, Compare("D2-std-iso9001", "cty đc cấp ISO 9001").LostUnknown);

    [Fact]
    public void A_word_that_no_article_holds_weighs_most() =>
        Assert.True(Compare("D2-std-iso9001", "ISO 9001 cho kangaroo").LostUnknown > .5);

    [Fact]
    public void Words_stand_together_as_in_the_article() =>
        Assert.True(
            Compare("A1-size-cooperative", "hợp tác xã có được hỗ trợ không").InContext
                > Compare("A1-size-cooperative", "xã hợp hỗ được trợ tác không").InContext
        );

    [Theory]
    [InlineData("Phí giải quyết tranh chấp tại Trung tâm trọng tài VIAC tính thế nào?")]
    [InlineData("Tiêu chuẩn BRCGS phiên bản 9 khác phiên bản 8 ở điểm nào?")]
    [InlineData("Xưởng may muốn có chứng nhận OEKO-TEX thì thử những chất gì?")]
    public void A_question_one_step_next_to_an_article_is_not_answered_from_it(string text) =>
        Assert.IsNotType<Answer.Answered>(RealKnowledge.Pipeline().Ask(new Question(text)));

    private static MatterShares Compare(string article, string text)
    {
        var coverage = RealKnowledge.Knowledge.MatterCoverage;
        return coverage.Compare(article, coverage.Prepare(Lang.Vi, text, text));
    }
}
