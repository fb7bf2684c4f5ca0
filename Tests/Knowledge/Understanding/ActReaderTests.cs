using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Acts;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Understanding;

/// <summary>What messages do, among them many that nobody gave as an example.</summary>
public sealed class ActReaderTests
{
    private static readonly ActReader Reader = ActReader.Default;

    private static string[] Lines(string file) =>
        [.. File.ReadLines(SourceTree.Combine("Tests", "Knowledge", "Understanding", "Data", file)).Where(line => line.Length > 0)];

    [Fact]
    public void Refusals_doubts_and_questions_confirm_nothing()
    {
        var lines = Lines("not-a-confirmation.txt");

        Assert.True(lines.Length >= 300);
        Assert.DoesNotContain(lines, Reader.IsConfirmation);
    }

    [Theory]
    [InlineData("gửi")]
    [InlineData("Gửi đi ạ")]
    [InlineData("gui luon di")]
    [InlineData("đồng ý, gửi giúp em nhé")]
    [InlineData("ok gửi đi")]
    [InlineData("Đúng rồi, gửi giúp tôi")]
    [InlineData("yes")]
    [InlineData("Yes, please send it.")]
    [InlineData("send it")]
    [InlineData("I confirm")]
    public void A_clear_yes_confirms(string text) => Assert.True(Reader.IsConfirmation(text));

    /// <summary>A withdrawal may be taken for the question where the case is, and the reverse: both show the case, from which it is
    /// withdrawn.</summary>
    [Fact]
    public void Asking_for_a_person_a_case_a_withdrawal_or_deletion_is_recognised()
    {
        var lines = Lines("acts.tsv").Select(line => line.Split('\t')).ToList();

        var missed = lines.Where(line =>
            Reader.Classify(line[1]).Act is var act && act.ToString() != line[0] && !(IsAboutCase(line[0]) && IsAboutCase(act.ToString()))
        );

        Assert.Equal(60, lines.Count);
        Assert.Empty(missed.Select(line => $"{line[0]}: {line[1]} -> {Reader.Classify(line[1])}"));
    }

    /// <summary>A list by a writer who saw no example; the examples were not chosen with it in view.</summary>
    [Fact]
    public void Most_ways_that_nobody_gave_as_an_example_are_recognised_and_no_question_is_taken()
    {
        var lines = Lines("acts-unseen.tsv").Select(line => line.Split('\t')).ToList();
        var acts = lines.Where(line => line[0] != nameof(DialogueAct.Ask)).ToList();

        var recognised = acts.Count(line =>
            Reader.ReadMessage(line[1]).Act.Act is var act
            && (act.ToString() == line[0] || (IsAboutCase(line[0]) && IsAboutCase(act.ToString())))
        );
        var taken = lines
            .Where(line => line[0] == nameof(DialogueAct.Ask))
            .Where(line => IsOneOf(Reader.ReadMessage(line[1]).Act.Act))
            .Select(line => line[1]);

        Assert.Equal(100, acts.Count);
        Assert.InRange(recognised, 80, 100);
        Assert.Empty(taken);

        static bool IsOneOf(DialogueAct act) =>
            act is DialogueAct.WantPerson or DialogueAct.MyCase or DialogueAct.Withdraw or DialogueAct.Forget;
    }

    [Theory]
    [InlineData("hủy hợp đồng thuê nhà thì phạt thế nào")]
    [InlineData("gửi hồ sơ vay vốn ở đâu")]
    [InlineData("rút vốn khỏi công ty có phải nộp thuế không")]
    [InlineData("xóa nợ thuế cho doanh nghiệp giải thể")]
    [InlineData("công ty tôi có 45 lao động")]
    [InlineData("how do I cancel an invoice")]
    [InlineData("thế tiếng Anh có bắt buộc trong hợp đồng không")]
    public void A_question_is_no_command(string text) =>
        Assert.Contains(Reader.Classify(text).Act, new[] { DialogueAct.Ask, DialogueAct.Inform });

    [Fact]
    public void Every_act_has_examples_in_both_languages() =>
        Assert.Empty(
            ConversationPolicy
                .Current.Acts.Acts.Where(group => group.Vi.Trim().Length == 0 || group.En.Trim().Length == 0)
                .Select(group => group.Act)
        );

    private static bool IsAboutCase(string act) =>
        act is nameof(DialogueAct.MyCase) or nameof(DialogueAct.NoNumber) or nameof(DialogueAct.Withdraw);
}
