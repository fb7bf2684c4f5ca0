using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Language.Typing;

namespace PolicyAssistantBot.Tests.Issues.Clients;

/// <summary>A question mark in place of a lost letter or tone mark split one question into three.</summary>
public sealed class LostLettersTests
{
    [Theory]
    [InlineData("Doanh nghie^.p nho? ddu+o+.c ho^~ tro+. gi`?")]
    [InlineData("Doanh nghi?p nh? ???c h? tr? gi?")]
    public void Missing_letters_do_not_split_a_question(string text) => Assert.Single(QuestionSplitter.Split(TypedText.Repair(text)));

    [Fact]
    public void Two_questions_get_two_answers() =>
        Assert.Equal(2, QuestionSplitter.Split(TypedText.Repair("Doanh nghiệp nhỏ là gì? Nộp thuế môn bài ở đâu?")).Count);
}
