using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>A statement is told only where the message is about its matter, not where it shares a few words in another sense.</summary>
public sealed class StatementRelevanceTests
{
    private static readonly AnswerPipeline Pipeline = RealKnowledge.Pipeline();

    [Theory]
    [InlineData("vay 3 năm mua máy ép nhựa có được mức lãi thấp đó không", "A8-hkd-to-dn-tax")]
    [InlineData("cảnh sát giao thông phạt xe tải của công ty tôi bao nhiêu", "A7-hkd-notice")]
    [InlineData("nếu vi phạm thì báo cáo ai", "A7-hkd-notice")]
    public void A_message_with_shared_words_is_not_about_the_statement(string text, string key) =>
        Assert.NotEqual(key, Pipeline.Ask(new Question(text)).Trace.ArticleKey);

    [Theory]
    [InlineData("hộ kinh doanh chưa báo tài khoản ngân hàng thì phạt bao nhiêu", "A7-hkd-notice")]
    [InlineData("môn bài năm sau có phải đóng không", "B9-tax-mon-bai")]
    public void A_question_about_the_statement_is_answered_by_it(string text, string key) =>
        Assert.Equal(key, Pipeline.Ask(new Question(text)).Trace.ArticleKey);
}
