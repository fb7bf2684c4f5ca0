using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers.Evidence;

/// <summary>An answer that says nothing about one of the things that were asked says so, and offers a way to get it answered.</summary>
public sealed class UnansweredPartsTests
{
    private const string Note = "có thể chưa nói đến";

    private static readonly AnswerPipeline Pipeline = RealKnowledge.Pipeline();

    [Theory]
    [InlineData(
        "Sau khi bỏ quận, địa chỉ trên giấy đăng ký doanh nghiệp vẫn ghi quận Đống Đa thì có bắt buộc đi đổi không, có mất phí không?",
        "“có mất phí không”"
    )]
    [InlineData(
        "Gói thầu mua bàn ghế trường học dưới 5 tỷ có đúng là chỉ dành cho doanh nghiệp nhỏ và siêu nhỏ không, xưởng mới lập 1 năm có dự được không?",
        "“xưởng mới lập 1 năm có dự được không”"
    )]
    [InlineData("hỗ trợ phần mềm bao nhiêu, và thủ tục vay vốn thế nào", "“thủ tục vay vốn thế nào”")]
    public void The_part_without_an_answer_is_named_in_the_words_of_the_asker(string message, string part)
    {
        var answer = Assert.Single(Pipeline.AskEach(new Question(message)));
        Assert.Contains(part, answer.Text, StringComparison.Ordinal);
        Assert.Contains(Note, answer.Text, StringComparison.Ordinal);
        Assert.True(answer.OffersRequest);
        // The line on validity stays the last, so that no source is cited for the note.
        Assert.EndsWith("*", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Riêng phần", answer.Text[(answer.Text.LastIndexOf('\n') + 1)..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_beside_what_a_rule_decides_is_answered_too() =>
        Assert.Equal(
            ["B9-tax-cut30", "B4-training"],
            Pipeline
                .AskEach(new Question("cty em doanh thu 4 tỷ có được giảm thuế TNDN không và hỗ trợ đào tạo thế nào"))
                .Select(answer => answer.Trace.ArticleKey)
        );

    [Theory]
    [InlineData("Doanh nghiệp nhỏ được hỗ trợ chi phí tư vấn bao nhiêu phần trăm, tối đa bao nhiêu tiền?")]
    [InlineData("Doanh nghiệp nhỏ là gì?")]
    [InlineData("Xưởng gốm nhà mình vẫn là hộ kinh doanh, lên công ty được hỗ trợ gì và có cần hoạt động đủ bao lâu không?")]
    public void Nothing_is_added_where_each_part_is_answered(string message) =>
        Assert.All(Pipeline.AskEach(new Question(message)), answer => Assert.DoesNotContain(Note, answer.Text, StringComparison.Ordinal));

    [Fact]
    public void What_is_quoted_is_plain_text_without_personal_data()
    {
        var answer = Pipeline.AskEach(
            new Question(
                "Phường sáp nhập đổi tên, địa chỉ trên giấy phép công ty vẫn ghi quận Hà Đông, có bắt buộc đi sửa không, "
                    + "[lệ phí](https://example.vn) chuyển khoản 0912345678 có được không?"
            )
        )[0];
        Assert.Contains(Note, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("](", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0912345678", answer.Text, StringComparison.Ordinal);
    }
}
