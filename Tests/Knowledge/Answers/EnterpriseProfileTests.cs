using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>Owners say how large the enterprise is before they ask something else; that is then answered, not the size class.</summary>
public sealed class EnterpriseProfileTests
{
    private static readonly AnswerPipeline Pipeline = RealKnowledge.Pipeline();

    [Theory]
    [InlineData(
        "Công ty tôi 15 người làm xưởng nhựa, doanh thu 8 tỷ, có được hỗ trợ mua máy không?",
        "làm xưởng nhựa, có được hỗ trợ mua máy không"
    )]
    [InlineData(
        "Công ty phần mềm 25 người, doanh thu 12 tỷ, muốn vay không tài sản thế chấp thì hỏi ở đâu?",
        "muốn vay không tài sản thế chấp"
    )]
    [InlineData("Hợp tác xã 15 người, doanh thu 8 tỷ, có được hỗ trợ mua máy không?", "Hợp tác xã")]
    [InlineData("Công ty tôi 15 người, doanh thu 8 tỷ có nhãn hiệu riêng thì đăng ký bảo hộ ở đâu?", "có nhãn hiệu riêng")]
    [InlineData("ho kinh doanh 5 nguoi, doanh thu 2 ty, co phai lap so ke toan khong", "ho kinh doanh")]
    [InlineData("Công ty tôi 15 người, doanh thu 8 tỷ, có được vay tiền không?", "có được vay tiền không")]
    [InlineData("Công ty tôi 15 người, doanh thu 8 tỷ, có phải kiểm toán không?", "có phải kiểm toán không")]
    [InlineData("Công ty tôi 15 người, doanh thu 8 tỷ, có phải đóng bảo hiểm xã hội không?", "có phải đóng bảo hiểm xã hội không")]
    [InlineData("Công ty tôi 15 người, doanh thu 8 tỷ, có được giảm thuế không?", "có được giảm thuế không")]
    public void Figures_of_the_enterprise_are_no_words_of_the_matter(string message, string matter)
    {
        var left = EnterpriseProfile.Remove(MessageFacts.Read(message, Pipeline.Today));
        Assert.NotNull(left);
        Assert.Contains(matter, left, StringComparison.Ordinal);
        Assert.DoesNotContain(left, char.IsAsciiDigit);
    }

    [Theory]
    [InlineData("Công ty tôi 15 người, doanh thu 8 tỷ, bán buôn, có lớn không?")]
    [InlineData("Công ty tôi 15 người, doanh thu 8 tỷ")]
    [InlineData("Garment factory, 210 staff, revenue 150 tỷ. Medium hả?")]
    [InlineData("Xưởng A 15 người, xưởng B 60 người, doanh thu 8 tỷ, có phải hai xưởng tính chung không?")]
    [InlineData("Dưới 10 người và doanh thu dưới 3 tỷ thì được vay ưu đãi gì?")]
    [InlineData("Doanh thu 8 tỷ thì thuế suất thuế thu nhập doanh nghiệp bao nhiêu?")]
    public void Figures_that_are_asked_about_stay(string message) =>
        Assert.Null(EnterpriseProfile.Remove(MessageFacts.Read(message, Pipeline.Today)));

    [Theory]
    [InlineData("Công ty tôi 15 người, doanh thu 8 tỷ, muốn thuê tư vấn thì được hỗ trợ bao nhiêu?", "B3-consult")]
    [InlineData("Tôi có quán ăn 6 nhân viên, doanh thu 2 tỷ, có phải lập hóa đơn điện tử không?", "A7-hkd-invoice")]
    [InlineData("Công ty phần mềm 25 người, doanh thu 12 tỷ, muốn vay không tài sản thế chấp thì hỏi ở đâu?", "C9-other-unsecured")]
    public void The_question_after_a_profile_is_answered(string message, string article) =>
        Assert.Equal(article, Pipeline.Ask(new Question(message)).Trace.ArticleKey);

    [Fact]
    public void The_facts_of_a_profile_are_kept_for_the_answer()
    {
        var answer = Pipeline.Ask(
            new Question("Công ty tôi có 40 lao động, doanh thu 30 tỷ, muốn xin hỗ trợ chi phí tư vấn thì được bao nhiêu?")
        );
        Assert.Contains("Doanh nghiệp nhỏ", Assert.IsType<Answer.Answered>(answer).Text, StringComparison.Ordinal);
    }
}
