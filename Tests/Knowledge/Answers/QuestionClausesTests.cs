using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>Each part of a question gets its statement.</summary>
public sealed class QuestionClausesTests
{
    [Theory]
    [InlineData("lãi mấy phần trăm và nộp ở đâu, hạn khi nào?", "lãi mấy phần trăm|và nộp ở đâu|hạn khi nào")]
    [InlineData("Công ty em có 8 người, được vay không, hồ sơ gồm gì?", "Công ty em có 8 người, được vay không|hồ sơ gồm gì")]
    [InlineData("What is the rate, and where do I apply?", "What is the rate|and where do I apply")]
    [InlineData("Tôi hỏi 3 việc: phí, thời gian, nơi nộp", "phí|thời gian|nơi nộp")]
    [InlineData("Three things: the fee, the term and the office", "the fee|the term|the office")]
    [InlineData("Có được hỗ trợ không hay phải tự trả?", "Có được hỗ trợ không hay phải tự trả?")]
    [InlineData(
        "Làm thế nào để doanh nghiệp nhỏ và vừa được vay không cần tài sản?",
        "Làm thế nào để doanh nghiệp nhỏ và vừa được vay không cần tài sản?"
    )]
    [InlineData("Công ty tôi có dự án đầu tư, có được miễn thuế không?", "Công ty tôi có dự án đầu tư, có được miễn thuế không?")]
    [InlineData("Tôi làm phần mềm AI, được hỗ trợ gì?", "Tôi làm phần mềm AI, được hỗ trợ gì?")]
    [InlineData("Cần mở xưởng may, thủ tục thế nào?", "Cần mở xưởng may, thủ tục thế nào?")]
    [InlineData("chua co hoa don dau vao, tinh thue the nao", "chua co hoa don dau vao, tinh thue the nao")]
    [InlineData("Vốn 1,5 tỷ thì nộp thuế thế nào?", "Vốn 1,5 tỷ thì nộp thuế thế nào?")]
    [InlineData("Nem chua đóng gói, bán ở chợ thì khai thuế thế nào?", "Nem chua đóng gói, bán ở chợ thì khai thuế thế nào?")]
    public void A_question_is_taken_apart_where_it_asks_again(string text, string clauses) =>
        Assert.Equal(clauses.Split('|'), QuestionClauses.Split(text));

    [Theory]
    [InlineData(
        "Nhóm xưởng gia công nhận chung đơn thì có được hỗ trợ chuỗi giá trị không, cần hợp đồng gì?",
        "cùng ngành",
        "Hợp đồng miệng"
    )]
    [InlineData("Quỹ phát triển doanh nghiệp nhỏ và vừa lãi suất bao nhiêu, vay tối đa mấy năm?", "80% mức thấp nhất", "7 năm")]
    [InlineData("Hộ không có sổ đỏ thì vay tín chấp ở đâu, ngân hàng chính sách có cho vay không?", "tín chấp", "Chính sách")]
    public void Each_part_is_answered(string text, string first, string second)
    {
        var answer = string.Join('\n', RealKnowledge.Pipeline().AskEach(new Question(text)).Select(one => one.Text));

        Assert.Contains(first, answer, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(second, answer, StringComparison.OrdinalIgnoreCase);
    }
}
