using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Content;

/// <summary>
/// A section that rests on the press says so once. An answer that quoted a single row of such a section told its figures as if they had
/// been read in the law.
/// </summary>
public sealed class QuotedRowKeepsItsCaveatTests
{
    [Theory]
    [InlineData("Bảo hiểm xã hội: chủ hộ kinh doanh đóng bao nhiêu phần trăm mức tự chọn?", "25%", Lang.Vi)]
    [InlineData("What share of the level they choose do household business owners pay?", "25%", Lang.En)]
    public void The_caveat_of_the_section_follows_the_row(string question, string figure, Lang lang)
    {
        var answer = RealKnowledge.Pipeline().Ask(new Question(question, null));

        Assert.Contains(figure, answer.Text, StringComparison.Ordinal);
        Assert.Contains(ConfidenceText.Caveat[lang], answer.Text, StringComparison.Ordinal);
    }
}
