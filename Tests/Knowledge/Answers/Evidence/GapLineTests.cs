using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers.Evidence;

/// <summary>What an article does not know is told in one line, and a request is offered.</summary>
public sealed class GapLineTests
{
    [Theory]
    [InlineData(
        "Hà Nội hỗ trợ thêm gì cho khởi nghiệp sáng tạo",
        "Chưa rõ: đơn vị nhận hồ sơ, mẫu hồ sơ, hạn nộp, nơi quyết định. Anh/chị"
    )]
    [InlineData(
        "What extra does Hanoi give innovative start-ups?",
        "Not known yet: which unit takes the application, the form, the deadline"
    )]
    public void An_answer_tells_the_gap_once(string question, string line)
    {
        var answer = Assert.IsType<Answer.Answered>(RealKnowledge.Pipeline().Ask(new Question(question)));
        Assert.Equal("B15-hanoi-startup", answer.ArticleKey);
        Assert.Single(answer.Text.Split('\n'), text => text.StartsWith(line, StringComparison.Ordinal));
        Assert.True(answer.OffersRequest);
        Assert.DoesNotContain(answer.OtherSections, section => section.Id == "unconfirmed");
    }

    [Fact]
    public void How_to_apply_is_a_section_behind_more()
    {
        var answer = Assert.IsType<Answer.Answered>(RealKnowledge.Pipeline().Ask(new Question("hỗ trợ tư vấn chuyển giao công nghệ")));
        Assert.Equal("B1-tech-transfer", answer.ArticleKey);
        var filing = Assert.Single(answer.OtherSections, section => section.Id == "filing");
        Assert.Contains("**Nơi nộp:** nộp trực tiếp", filing.Markdown, StringComparison.Ordinal);
        Assert.Contains("Chưa rõ: đơn vị nhận hồ sơ, hạn nộp.", answer.Text, StringComparison.Ordinal);
    }
}
