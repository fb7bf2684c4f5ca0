using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Figures;

/// <summary>Figures and a class that introduce another question led to the dialog about the size class.</summary>
public class AnotherQuestionBesideFiguresTests
{
    [Theory]
    [InlineData(
        "Công ty em 9 người, siêu nhỏ, đấu thầu sửa trường học dưới 5 tỷ thì có được ưu tiên gì so với công ty lớn không?",
        "B13-trade-tender"
    )]
    [InlineData(
        "xuong em co 15 tho thoi vu khong dong bhxh voi 8 nguoi co dong, luc xet doanh nghiep nho va vua nguoi ta dem 8 hay 23 nguoi vay a",
        "A1-size-counting"
    )]
    public void The_question_is_answered(string question, string article) =>
        Assert.Equal(article, (Ask(question) as Answer.Answered)?.ArticleKey);

    [Fact]
    public void Who_asks_for_the_class_is_asked_for_the_missing_figure() =>
        Assert.IsType<Answer.Clarify>(Ask("kho lạnh cho thuê bên em 22 người, xếp loại gì vậy"));

    [Theory]
    [InlineData("may sep hoi no thue thi bi gi", "Thuế thành phố")]
    [InlineData("chậm đóng bhxh cho thợ", "Bảo hiểm xã hội")]
    [InlineData("hải quan giữ hàng của em", "hải quan")]
    [InlineData("thuê nhà xưởng ở Đông Anh", null)]
    public void The_body_that_decides_is_known(string question, string? body) =>
        Assert.Equal(
            body is not null,
            ConversationPolicy.Current.Matters.FindAuthority(VietnameseText.Fold(question))?.Vi.Contains(body!, StringComparison.Ordinal)
                == true
        );

    private static Answer Ask(string text) => RealKnowledge.Pipeline().Ask(new Question(text));
}
