using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Facts;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Figures;

/// <summary>A new figure did not recompute the last rule: the table was repeated, or the old figure was used again.</summary>
public sealed class RuleFollowUpTests
{
    [Fact]
    public void A_new_figure_recomputes_the_size_and_keeps_the_other_facts()
    {
        var firstAnswer = Ask("cty em ban le co 8 nguoi doanh thu 2 ty thuoc quy mo gi", null);
        Assert.Contains("siêu nhỏ", firstAnswer.Text, StringComparison.Ordinal);
        var changed = Ask("the 25 nguoi thi sao", firstAnswer);
        Assert.Contains("**doanh nghiệp nhỏ**", changed.Text, StringComparison.Ordinal);
        Assert.Contains("25 lao động", changed.Text, StringComparison.Ordinal);
        Assert.Contains("doanh thu 2 tỷ đồng", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_size_recomputes_the_ceiling()
    {
        var firstAnswer = Ask("doanh nghiep nho thue tu van vien duoc ho tro bao nhieu", null);
        Assert.Contains("100 triệu đồng", firstAnswer.Text, StringComparison.Ordinal);
        Assert.Contains("150 triệu đồng", Ask("vua thi sao", firstAnswer).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_about_an_ended_rule_begins_with_no() =>
        Assert.StartsWith("**Không đúng.**", Ask("thuế khoán hộ kinh doanh vẫn còn, đúng không", null).Text, StringComparison.Ordinal);

    private static Answer Ask(string text, Answer? last) =>
        RealKnowledge
            .Pipeline()
            .Ask(
                new Question(text)
                {
                    Context = new ConversationContext(
                        last is Answer.Answered answered ? [new PastQuestion("", answered.ArticleKey)] : [],
                        last?.StatedFacts ?? AskerFacts.None
                    )
                    {
                        Rule = last?.Rule,
                    },
                }
            );
}
