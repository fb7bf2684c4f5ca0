using PolicyAssistantBot.Knowledge.Answers.Talk;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>Several questions in one message, and what looks like several and is one.</summary>
public sealed class QuestionSplitterTests
{
    [Theory]
    [InlineData("được hỗ trợ gì? nộp hồ sơ ở đâu?", "được hỗ trợ gì?|nộp hồ sơ ở đâu?")]
    [InlineData("1. Quy mô tính thế nào?\n2. Thuế bao nhiêu phần trăm?", "Quy mô tính thế nào?|Thuế bao nhiêu phần trăm?")]
    [InlineData("What is an SME? How do I apply for support?", "What is an SME?|How do I apply for support?")]
    [InlineData("ho kinh doanh dong thue the nao; mo cong ty mat bao nhieu", "ho kinh doanh dong thue the nao|mo cong ty mat bao nhieu")]
    [InlineData("Công ty tôi có 8 người. Được hỗ trợ gì?", "Công ty tôi có 8 người. Được hỗ trợ gì?")]
    [InlineData("Vay vốn được không?", "Vay vốn được không?")]
    [InlineData("Nghị định 80/2021/NĐ-CP còn hiệu lực không", "Nghị định 80/2021/NĐ-CP còn hiệu lực không")]
    [InlineData(
        "Hỏi ba việc: (1) 38 người là quy mô gì; (2) thuế suất TNDN; (3) nộp ở đâu",
        "38 người là quy mô gì|thuế suất TNDN|nộp ở đâu"
    )]
    [InlineData("Công ty tôi 14 người: a) được hỗ trợ gì b) nộp ở đâu", "Công ty tôi 14 người, được hỗ trợ gì|nộp ở đâu")]
    [InlineData("Điều 5 khoản 2) nói gì", "Điều 5 khoản 2) nói gì")]
    [InlineData("", "")]
    public void A_message_is_taken_apart_where_it_asks_twice(string text, string parts) =>
        Assert.Equal(parts.Split('|'), QuestionSplitter.Split(text));

    [Theory]
    [InlineData("có phải nộp thuế ko?", "cty mình được hỗ trợ gì?", "có phải nộp thuế ko công ty?")]
    [InlineData("có phải nộp thuế ko?", "hkd mình được hỗ trợ gì?", "có phải nộp thuế ko hộ kinh doanh?")]
    [InlineData("hộ kinh doanh nộp thuế sao?", "cty mình được hỗ trợ gì?", "hộ kinh doanh nộp thuế sao?")]
    [InlineData("nộp ở đâu?", "được hỗ trợ gì?", "nộp ở đâu?")]
    public void A_later_question_takes_the_subject_of_the_first(string part, string first, string expected) =>
        Assert.Equal(expected, QuestionSplitter.AddSubject(part, first));
}
