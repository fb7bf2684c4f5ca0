using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>A nonexistent date was ignored as if it had not been written.</summary>
public sealed class DatesThatDoNotExistTests
{
    [Theory]
    [InlineData("Nộp hồ sơ ngày 31/02/2026 thì khi nào có kết quả?", "31/02/2026", "không có trên lịch")]
    [InlineData("nop ho so ngay 31/2/2026 thi khi nao co ket qua", "31/2/2026", "không có trên lịch")]
    [InlineData("Hạn nộp tờ khai quý 13/2026 là ngày nào?", "quý 13/2026", "quý 1 đến quý 4")]
    [InlineData("Nộp ngày 32/03/2026 có muộn không?", "32/03/2026", "không có trên lịch")]
    [InlineData("Is 31 February 2026 the deadline for the papers?", "31 February 2026", "not in the calendar")]
    [InlineData("When is the return for quarter 5 of 2026 due?", "quarter 5 of 2026", "quarters 1 to 4")]
    public void Dates_that_do_not_exist_are_reported(string question, string date, string says)
    {
        var text = Assert.IsType<Answer.Clarify>(TestArticles.Pipeline().Ask(new Question(question))).Text;

        Assert.Contains(date, text, StringComparison.Ordinal);
        Assert.Contains(says, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nộp hồ sơ ngày 29/02/2028 thì khi nào có kết quả?")]
    [InlineData("Hỗ trợ 24/7 có không?")]
    [InlineData("Quỹ 5 tỷ vay thế nào?")]
    public void Other_messages_are_not(string question) =>
        Assert.DoesNotContain(
            "không có trên lịch",
            TestArticles.Pipeline().Ask(new Question(question)).ToString(),
            StringComparison.Ordinal
        );
}
