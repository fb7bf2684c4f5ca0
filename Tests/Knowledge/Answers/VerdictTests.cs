using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>"Đúng", "Không đúng", "Có" and "Không" open an answer only where the message asserts what the statement tells.</summary>
public sealed class VerdictTests
{
    [Theory]
    [InlineData("hộ kinh doanh hết thuế khoán rồi, đúng không?", true)]
    [InlineData("môn bài bỏ rồi à", true)]
    [InlineData("thông tư đó còn áp dụng không", false)]
    [InlineData("thong tu do con ap dung khong", false)]
    [InlineData("mẫu cũ còn dùng không ạ", false)]
    [InlineData("nghị định này còn hiệu lực không ạ", false)]
    [InlineData("có được miễn thuế không", false)]
    [InlineData("Tax is 15 percent, right?", true)]
    public void A_question_states_nothing(string text, bool isAssertion) =>
        Assert.Equal(isAssertion, YesOrNo.IsAssertion(Fold(text), text));

    [Theory]
    [InlineData("năm nay bỏ thuế khoán thật à", true)]
    [InlineData("dưới 300 người là nhỏ và vừa hết, đúng không", true)]
    [InlineData("môn bài năm nay vẫn đóng, đúng không", false)]
    [InlineData("không còn thuế khoán nữa, đúng không", false)]
    [InlineData("thời hạn nộp hồ sơ là 20 ngày, đúng không", false)]
    [InlineData("Bộ Tài chính quy định thế, đúng không", false)]
    [InlineData("hộ doanh thu dưới 1 tỷ được miễn thuế, đúng không", false)]
    public void It_is_not_guessed_whether_a_message_affirms_or_negates(string text, bool isUnclear) =>
        Assert.Equal(isUnclear, YesOrNo.HasUnclearPolarity(Fold(text)));

    [Theory]
    [InlineData("**Không**: khoản này loại trừ pháp lý.", "Khoản này loại trừ pháp lý.")]
    [InlineData("**Có, phải thông báo** tài khoản.", "**Phải thông báo** tài khoản.")]
    [InlineData("**Không còn** cấp huyện.", "**Không còn** cấp huyện.")]
    [InlineData("**No**: it is excluded.", "It is excluded.")]
    public void A_bare_verdict_is_removed_from_the_answer_to_another_question(string text, string expected) =>
        Assert.Equal(expected, YesOrNo.RemoveVerdict(text));

    [Theory]
    [InlineData("Doanh nghiệp nhỏ muốn có luật sư tư vấn hợp đồng miễn phí thì nhờ ai?")]
    [InlineData("Trường tư nộp thuế ưu đãi giáo dục thì phải xin xác nhận hay tự kê khai?")]
    [InlineData("Cái thông tư 132 đó công ty em còn dùng được không ạ?")]
    public void An_open_question_gets_no_verdict(string text)
    {
        var answer = RealKnowledge.Pipeline().Ask(new Question(text)).Text;

        Assert.DoesNotMatch(@"^\*\*(Đúng|Không đúng|Không|Có)[.:*,]", answer);
    }

    private static string Fold(string text) => string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));
}
