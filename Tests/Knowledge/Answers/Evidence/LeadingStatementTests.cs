using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers.Evidence;

/// <summary>An answer begins with the statement that tells what is asked, wherever in the article it stands.</summary>
public sealed class LeadingStatementTests
{
    private static readonly AnswerPipeline Pipeline = RealKnowledge.Pipeline();

    [Theory]
    [InlineData("Quỹ bảo lãnh tín dụng đòi vốn chủ sở hữu mấy phần trăm?", "20%")]
    [InlineData("quy phat trien dnnvv cho vay toi da bao nhieu phan tram du an", "80%")]
    [InlineData("What is the longest term of a loan of the SME Development Fund?", "7 years")]
    [InlineData("Hồ sơ xin hỗ trợ doanh nghiệp nhỏ gồm những giấy gì?", "Tờ khai")]
    public void The_figure_that_is_asked_for_is_told_first(string text, string told) =>
        Assert.Contains(told, Assert.IsType<Answer.Answered>(Pipeline.Ask(new Question(text))).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("mat may nam", AnswerKinds.Period)]
    [InlineData("vay may phan tram", AnswerKinds.Percent)]
    [InlineData("nop o dau", AnswerKinds.Place)]
    [InlineData("from what date does it apply", AnswerKinds.Date)]
    [InlineData("duoc bao nhieu tien", AnswerKinds.Money)]
    [InlineData("iso la gi", AnswerKinds.None)]
    public void The_kind_of_figure_that_is_asked_for_is_read(string folded, object wanted) =>
        Assert.Equal((AnswerKinds)wanted, WantedAnswerReader.FindWanted(folded, folded));

    [Fact]
    public void A_row_of_a_table_is_a_statement_of_its_own()
    {
        var units = RealKnowledge.Knowledge.EvidenceIndex.GetUnits("B4-training", Lang.Vi);

        Assert.Contains(units, unit => unit.Markdown == "Khởi sự kinh doanh: 100%");
    }
}
