using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Content;

/// <summary>
/// An article had only one validity period: when one of its figures ended, the answer called the whole article ended, or still contained
/// the figure. An answer contains what applies on the day, and what changed.
/// </summary>
public sealed class EndedFigureIsNotAnEndedArticleTests
{
    private const string RegistrationFee = "lệ phí đăng ký doanh nghiệp qua mạng xem ở đâu";
    private const string Trade = "xúc tiến thương mại nộp đề án thế nào";

    [Theory]
    [InlineData(RegistrationFee, "2026-12-31", "giảm 50% đến hết 31/12/2026", "Thay đổi từ")]
    [InlineData(RegistrationFee, "2027-01-01", "**Thay đổi từ 01/01/2027:** Đợt giảm theo Thông tư 64/2025/TT-BTC đã hết", "giảm 50%")]
    [InlineData(Trade, "2027-02-28", "trước 30/5 của năm trước năm kế hoạch", "Thay đổi từ")]
    [InlineData(Trade, "2027-03-01", "**Thay đổi từ 01/03/2027:** Nghị quyết 19/2026/NQ-CP không còn hiệu lực", "30/5")]
    [InlineData("thủ tục DPIA nộp hồ sơ đánh giá tác động", "2027-03-01", "Thủ tục theo Nghị quyết 22/2026/NQ-CP", "Thay đổi từ")]
    [InlineData("thủ tục DPIA nộp hồ sơ đánh giá tác động", "2027-03-02", "**Thay đổi từ 02/03/2027:**", "Thủ tục theo Nghị quyết")]
    public void An_answer_states_what_applies_on_the_given_day(string question, string day, string told, string notTold)
    {
        var answer = AskOn(day, question);

        Assert.IsType<Answer.Answered>(answer);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(notTold, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("“", answer.Text.Split("\n\n")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-31", "31/12/2026: ngày cuối của mức thuế giá trị gia tăng 8%", "- **Thay đổi từ 31/12/2026:** Hạn đã lùi")]
    [InlineData("2026-12-30", "- 30/12/2026: theo báo chí", "31/12/2026: ngày cuối của mức thuế giá trị gia tăng 8%")]
    [InlineData(
        "2027-01-01",
        "- **Thay đổi từ 31/12/2026:** Hạn đã lùi",
        "- **Thay đổi từ 01/01/2027:** Mức thuế giá trị gia tăng 8% đã hết"
    )]
    public void Each_list_item_ends_on_its_own_day(string day, string one, string other)
    {
        var section = ReadSection("B9-tax-calendar", "what", day);

        Assert.Contains(one, section, StringComparison.Ordinal);
        Assert.Contains(other, section, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ended_row_is_removed_from_its_table()
    {
        Assert.Contains("| Thuế giá trị gia tăng 8%", ReadSection("B9-tax", "what", "2026-12-31"), StringComparison.Ordinal);

        var after = ReadSection("B9-tax", "what", "2027-01-01");
        Assert.DoesNotContain("| Thuế giá trị gia tăng 8%", after, StringComparison.Ordinal);
        Assert.Contains("| Thuế suất 15%, 17%, 20% |", after, StringComparison.Ordinal);
        Assert.EndsWith(
            "**Thay đổi từ 01/01/2027:** Mức thuế giá trị gia tăng 8% đã hết; không có văn bản kéo dài thì áp dụng lại 10%.",
            after
        );
    }

    [Theory]
    [InlineData("thuế GTGT 8% áp dụng cho hàng nào", "2027-01-01", "31/12/2026", "trở lại 10%", "còn 8%")]
    [InlineData("which goods have value added tax of 8%", "2027-01-01", "31 December 2026", "are at 10% again", "is reduced by 2")]
    [InlineData("hướng dẫn gia hạn nộp thuế năm 2026 thế nào", "2026-12-31", "30/12/2026", "đều đã qua", "theo dõi ngày phải nộp mới")]
    public void An_article_that_has_ended_states_what_applies_now_instead_of_its_old_text(
        string question,
        string day,
        string lastDay,
        string told,
        string notTold
    )
    {
        var answer = Assert.IsType<Answer.Expired>(AskOn(day, question));

        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(notTold, answer.Text, StringComparison.Ordinal);
        Assert.True(answer.OffersRequest);
        Assert.All(answer.OtherSections, section => Assert.EndsWith($"{lastDay})", section.Heading, StringComparison.Ordinal));
    }

    [Fact]
    public void A_question_about_a_day_after_the_end_is_answered_with_the_end_date()
    {
        var answer = Assert.IsType<Answer.Answered>(AskOn("2026-11-29", "What is the VAT rate from January 2027?"));

        Assert.Contains(
            "“Value added tax of 8% until the end of 2026” only applies until the end of 31 December 2026",
            answer.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(answer.OtherSections);
    }

    [Fact]
    public void An_article_one_of_whose_documents_has_ended_since_is_not_about_that_document() =>
        Assert.Equal(
            "29/2026/TT-BTC",
            Assert.IsType<Answer.Answered>(AskOn("2027-01-15", "thông tư 29/2026/TT-BTC còn hiệu lực không")).ArticleKey
        );

    [Fact]
    public void A_statement_that_ended_is_not_put_before_the_short_answer()
    {
        const string Question = "xúc tiến thương mại bộ duyệt đề án trong bao nhiêu ngày";

        Assert.StartsWith("Bộ Công Thương duyệt trong 20 ngày làm việc", AskOn("2027-02-28", Question).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("20 ngày làm việc", AskOn("2027-03-01", Question).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_tells_what_holds_on_the_day_on_which_it_is_sent()
    {
        var article = Assert.Single(RealKnowledge.Articles, article => article.Key == "B17-register-fee");

        Assert.Contains("giảm 50%", ArticleOnDay.ShortAnswer(article, new DateOnly(2026, 12, 31), Lang.Vi), StringComparison.Ordinal);
        Assert.DoesNotContain("giảm 50%", ArticleOnDay.ShortAnswer(article, new DateOnly(2027, 1, 1), Lang.Vi), StringComparison.Ordinal);
    }

    private static Answer AskOn(string day, string question) => PipelineOn(day).Ask(new Question(question));

    private static string ReadSection(string key, string section, string day) =>
        Assert.Single(PipelineOn(day).MoreOf(key, Lang.Vi), one => one.Id == section).Markdown;

    private static AnswerPipeline PipelineOn(string day) =>
        RealKnowledge.Pipeline(
            new FakeTime(DateTimeOffset.Parse($"{day}T09:00:00+07:00", System.Globalization.CultureInfo.InvariantCulture))
        );
}
