using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Facts;

namespace PolicyAssistantBot.Tests.Issues.Figures;

/// <summary>
/// "Tuyển 2 thợ hàn" made an enterprise of 14 employees one of 2, and "tuyển thêm 3 người có được hỗ trợ đào tạo không" was answered with
/// its size class.
/// </summary>
public class StaffChangeIsNoHeadcountTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("xuong toi tuyen 2 tho han moi co duoc ho tro gi khong")]
    [InlineData("công ty tôi cử 5 người đi học thì có được hỗ trợ không")]
    [InlineData("công ty em sa thải 3 nhân viên có phải báo không")]
    [InlineData("we hire 4 workers next month, is there support for our company")]
    public void People_to_be_hired_trained_or_dismissed_are_not_the_employees(string text) =>
        Assert.Null(FactReader.Read(text, Today).Employees);

    [Theory]
    [InlineData("xưởng em có 14 thợ", 14)]
    [InlineData("công ty tôi thuê 12 người, doanh thu 5 tỷ", 12)]
    public void A_headcount_is_still_read(string text, int people) => Assert.Equal(people, FactReader.Read(text, Today).Employees);

    [Fact]
    public void A_question_about_support_does_not_change_the_figures_of_the_size_rule()
    {
        var last = new RuleState(SizeRule.Key, new RuleFacts { Enterprise = new AskerFacts { Employees = 14 } });

        Assert.Null(
            RuleRequestReader.FindChanged(
                MessageFacts.Read("tuyển thêm 3 người có được hỗ trợ đào tạo không", Today),
                last,
                AskerFacts.None,
                null
            )
        );
        Assert.Equal(
            17,
            RuleRequestReader
                .FindChanged(MessageFacts.Read("tuyển thêm 3 người thì sao", Today), last, AskerFacts.None, null)
                ?.Facts.Enterprise.Employees
        );
    }
}
