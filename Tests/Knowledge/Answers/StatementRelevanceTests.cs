using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>A statement that shares words with a question about another matter does not answer it.</summary>
public sealed class StatementRelevanceTests
{
    [Theory]
    [InlineData("Hộ kinh doanh lên công ty thì máy may của hộ chuyển sang công ty kiểu gì, có phải xuất hóa đơn không?")]
    [InlineData("Công ty đổi trụ sở sang phường khác thì hóa đơn điện tử có bắt buộc ghi địa chỉ mới không?")]
    public void Other_matters_are_not_answered_by_the_invoices_of_households(string text) =>
        Assert.NotEqual("A7-hkd-invoice", RealKnowledge.Pipeline().Ask(new Question(text)).Trace.ArticleKey);

    [Theory]
    [InlineData("Hộ làm miến dong ở quê có tự đăng ký OCOP được không và tốn bao nhiêu?", "B17-register-fee")]
    [InlineData("Công ty góp vốn trễ quá 90 ngày, mới góp 1 tỷ thì có bị phạt không?", "B9-tax-1billion")]
    [InlineData("Xưởng trả lương khoán cho thợ thì nhà nước hỗ trợ tư vấn xây quy chế lương thế nào?", "A7-hkd-khoan-ended")]
    [InlineData("Làm chứng nhận IATF 16949 mất bao lâu, có được hỗ trợ không?", "F6-deadlines")]
    public void A_special_statement_keeps_still_where_its_words_mean_something_else(string text, string article) =>
        Assert.NotEqual(article, RealKnowledge.Pipeline().Ask(new Question(text)).Trace.ArticleKey);

    [Fact]
    public void Its_own_matter_still_is() =>
        Assert.Equal(
            "A7-hkd-invoice",
            RealKnowledge
                .Pipeline()
                .Ask(new Question("Hộ kinh doanh bán trên 1 tỷ có bắt buộc dùng hóa đơn điện tử không?"))
                .Trace.ArticleKey
        );
}
