using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

/// <summary>A supposed value ("thế nếu … thì sao") replaced what was told of the enterprise; it holds for that question only.</summary>
public sealed class HypotheticalValuesTests
{
    [Fact]
    public void A_supposed_revenue_is_computed_and_not_remembered()
    {
        var told = Ask("cty em ban le co 8 nguoi dong bhxh, doanh thu 6 ty, thuoc quy mo gi", AskerFacts.None, null);
        var supposed = Ask("the neu doanh thu 9 ty thi sao", told.StatedFacts, told);

        Assert.Equal(6_000_000_000m, told.StatedFacts.Revenue);
        Assert.Contains("9 tỷ đồng", supposed.Text, StringComparison.Ordinal);
        Assert.Null(supposed.StatedFacts.Revenue);
        Assert.Equal(6_000_000_000m, told.StatedFacts.Merge(supposed.StatedFacts).Revenue);
    }

    [Fact]
    public void A_corrected_revenue_is_remembered()
    {
        var told = Ask("cty em ban le co 8 nguoi dong bhxh, doanh thu 6 ty, thuoc quy mo gi", AskerFacts.None, null);
        var corrected = Ask("a nham, doanh thu dung la 16 ty", told.StatedFacts, told);

        Assert.Equal(16_000_000_000m, corrected.StatedFacts.Revenue);
    }

    [Fact]
    public void A_revenue_above_a_sum_is_not_decided_by_the_one_told_before()
    {
        var told = Ask("hộ kinh doanh nhà em năm nay bán được 900 triệu, có phải nộp thuế không", AskerFacts.None, null);
        var supposed = Ask("tết bán mạnh có khi vượt 1 tỷ, lúc đó hóa đơn điện tử thế nào", told.StatedFacts, told);

        Assert.DoesNotContain("900 triệu", supposed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_enterprise_is_at_present_is_told_from_its_own_figures()
    {
        var told = Ask("cty em ban le co 8 nguoi dong bhxh, doanh thu 6 ty, thuoc quy mo gi", AskerFacts.None, null);
        var supposed = Ask("the neu doanh thu 16 ty thi sao", told.StatedFacts, told);
        var present = Ask("nhưng hiện tại bên em vẫn siêu nhỏ đúng không", told.StatedFacts, supposed);

        Assert.Contains("6 tỷ đồng", present.Text, StringComparison.Ordinal);
        Assert.StartsWith("**Đúng.**", present.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_title_of_an_article_tells_nothing_of_the_asker()
    {
        var before = new Answer.Answered("", Lang.Vi, 1, "A1-size-industry", "", []);
        Assert.Null(Ask("công ty tôi doanh thu khoảng 5 triệu đô thì sao", AskerFacts.None, before).StatedFacts.Activity);
    }

    private static Answer Ask(string text, AskerFacts known, Answer? last) =>
        RealKnowledge
            .Pipeline()
            .Ask(
                new Question(text)
                {
                    Context = new ConversationContext(
                        last is Answer.Answered answered ? [new PastQuestion("", answered.ArticleKey)] : [],
                        known
                    )
                    {
                        Rule = last?.Rule,
                    },
                }
            );
}
