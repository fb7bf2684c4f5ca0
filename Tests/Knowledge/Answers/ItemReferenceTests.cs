using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Talk;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>Messages that go back to one of several questions by its number.</summary>
public sealed class ItemReferenceTests
{
    private static readonly ConversationContext Three = new([], AskerFacts.None)
    {
        Items = [new("quy mô gì", "A1-size"), new("thuế mấy phần trăm", "B9-tax-rates"), new("nộp hồ sơ ở đâu", "B0-procedure")],
    };

    [Theory]
    [InlineData("quay lại câu 2, nếu doanh thu 60 tỷ thì sao", "B9-tax-rates", "nếu doanh thu 60 tỷ thì sao")]
    [InlineData("mục (3) có đổi không", "B0-procedure", "có đổi không")]
    [InlineData("con y thu nhat thi sao", "A1-size", "thi sao")]
    [InlineData("về việc thứ hai", "B9-tax-rates", "thuế mấy phần trăm")]
    [InlineData("does (c) change then?", "B0-procedure", "does change then?")]
    [InlineData("the second one, is it per year", "B9-tax-rates", "is it per year")]
    public void A_number_names_a_question_of_the_message_before(string text, string article, string rest)
    {
        var resolved = ItemReference.Resolve(new Question(text) { Context = Three })!;
        Assert.Equal(article, resolved.Context.PastQuestions.Single().ArticleKey);
        Assert.Equal(rest, resolved.Text);
    }

    [Theory]
    [InlineData("số 2 tỷ thì sao")]
    [InlineData("nghị định 80 điều 2 nói gì")]
    [InlineData("công ty có 3 người")]
    public void Other_numbers_name_none(string text) => Assert.Null(ItemReference.Resolve(new Question(text) { Context = Three }));
}
