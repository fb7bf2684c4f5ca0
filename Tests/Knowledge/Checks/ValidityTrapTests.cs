using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Checks;

/// <summary>Questions that are often answered from former rules, asked on 21 November 2026 with the articles of this repository.</summary>
public sealed class ValidityTrapTests
{
    private static readonly Lazy<AnswerPipeline> Pipeline = new(() => RealKnowledge.Pipeline());

    [Theory]
    [InlineData("ưu đãi theo Luật Thủ đô 39/2024/QH15", "02/2026/QH16")]
    [InlineData("thông tư 132/2018 kế toán doanh nghiệp siêu nhỏ", "58/2026/TT-BTC")]
    [InlineData("thong tu 88/2021 so sach ho kinh doanh", "152/2025/TT-BTC")]
    [InlineData("thông tư 200/2014 kế toán doanh nghiệp", "99/2025/TT-BTC")]
    [InlineData("nghị định 123/2020 hoá đơn điện tử", "254/2026/NĐ-CP")]
    [InlineData("nghị định 126/2020 quản lý thuế", "252/2026/NĐ-CP")]
    [InlineData("nghị định 61/2018 một cửa", "118/2025/NĐ-CP")]
    [InlineData("luật 86/2015 an toàn thông tin mạng", "116/2025/QH15")]
    [InlineData("quyết định 27/2018 mã ngành vsic", "36/2025/QĐ-TTg")]
    [InlineData("nghị định 39/2018 hỗ trợ doanh nghiệp nhỏ và vừa", "80/2021/NĐ-CP")]
    [InlineData("thông tư 40/2021 thuế hộ kinh doanh", "141/2026/NĐ-CP")]
    public void A_former_document_named_in_a_question_is_expired_with_its_replacements(string question, string replacement) =>
        Assert.Contains(
            replacement,
            Assert.IsType<Answer.Answered>(Pipeline.Value.Ask(new Question(question))).Text,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("nd 13/2023 bao ve du lieu con hieu luc k", "356/2025/NĐ-CP")]
    [InlineData("Hộ kinh doanh còn thuế khoán không", "không còn hiệu lực từ 01/01/2026")]
    [InlineData("ngưỡng 100 triệu hộ kinh doanh", "1 tỷ đồng")]
    [InlineData("lệ phí môn bài năm 2026", "không còn thu từ 01/01/2026")]
    [InlineData("miễn môn bài 3 năm", "không còn ý nghĩa")]
    [InlineData("xin C/O tại VCCI", "không còn cấp C/O từ 05/05/2025")]
    [InlineData("Sở Kế hoạch và Đầu tư Hà Nội ở đâu", "hợp nhất vào Sở Tài chính")]
    [InlineData("ISO 14001:2015 còn dùng được không", "ISO 14001:2026")]
    [InlineData("gia hạn nộp thuế theo nghị định 245/2026 còn nộp đơn được không", "đã qua")]
    [InlineData("hỗ trợ 2% lãi suất dự án xanh vay ở đâu", "chưa xác nhận")]
    [InlineData("doanh nghiệp nhỏ và vừa dưới 300 lao động 400 tỷ", "dự thảo")]
    public void A_former_rule_is_not_stated_as_current(string question, string told) =>
        Assert.Contains(told, Pipeline.Value.Ask(new Question(question)).Text, StringComparison.OrdinalIgnoreCase);
}
