using PolicyAssistantBot.Knowledge.Evaluation.Dialogues;

namespace PolicyAssistantBot.Tests.Knowledge.Evaluation;

/// <summary>Replies held against what was expected, by the rules of the dialogues' format.</summary>
public sealed class DialogueJudgeTests
{
    [Theory]
    [InlineData(@"(?P<rate>17) ?%", "thuế suất 17%", true)]
    [InlineData(@"a{,2}b", "aab", true)]
    [InlineData(@"\Anhỏ\Z", "NHỎ", true)]
    [InlineData(@"[[x]nhỏ", "[nhỏ", true)]
    [InlineData(@"[^]]nhỏ", "xnhỏ", true)]
    [InlineData(@"(?<!siêu )\bnhỏ(?! và vừa)", "doanh nghiệp siêu nhỏ", false)]
    [InlineData(@"(?<!siêu )\bnhỏ(?! và vừa)", "doanh nghiệp nhỏ", true)]
    public void Patterns_are_read_as_Python_reads_them(string pattern, string text, bool matches) =>
        Assert.Equal(matches, PythonPattern.Parse(pattern).IsMatch(text));

    [Fact]
    public void A_turn_is_right_when_outcome_article_and_patterns_hold()
    {
        var judged = Judge(Expect(["Answered"], ["B9-tax"], ["17 ?%"], ["20 ?%"]), Reply(["Answered"], ["B9-tax-rates"], "**17 %**"));

        Assert.True(judged.IsRight);
        Assert.False(judged.IsWrongTold);
    }

    [Fact]
    public void What_a_click_would_show_does_not_satisfy_but_may_offend()
    {
        var reply = Reply(["Answered"], [], "Theo quy định hiện hành", hidden: "17 %");

        Assert.Equal(["must 17 ?%"], Judge(Expect(["Answered"], [], ["17 ?%"], []), reply).Failed);
        Assert.True(Judge(Expect(["Answered"], [], [], ["17 ?%"]), reply).IsWrongTold);
    }

    [Fact]
    public void Repeating_the_askers_words_asserts_nothing()
    {
        const string claim = "Thuế suất với công ty tôi là 20 % đúng không?";
        var expected = Expect(["Answered"], [], [], ["20 ?%"]);

        Assert.True(Judge(expected, Reply(["Answered"], [], $"{claim} Không đúng: 17 %."), claim).IsRight);
        Assert.False(Judge(expected, Reply(["Answered"], [], "Thuế suất là 20 %."), claim).IsRight);
    }

    [Theory]
    [InlineData("Answered", "A1-size", true)] // The outcome was not expected.
    [InlineData("Unanswerable", "", false)] // Wrong, but nothing was told.
    public void Only_what_was_told_can_be_told_wrongly(string outcome, string key, bool isWrong)
    {
        var judged = Judge(Expect(["Personal"], [], [], []), Reply([outcome], [key], "…"));

        Assert.False(judged.IsRight);
        Assert.Equal(isWrong, judged.IsWrongTold);
    }

    [Fact]
    public void An_article_that_was_not_expected_is_told_wrongly() =>
        Assert.True(Judge(Expect(["Answered"], ["B9-tax"], [], []), Reply(["Answered"], ["A1-size"], "…")).IsWrongTold);

    private static DialogueExpectation Expect(string[] outcomes, string[] keys, string[] must, string[] mustNot) =>
        new(outcomes, keys, [.. must.Select(PythonPattern.Parse)], [.. mustNot.Select(PythonPattern.Parse)], null);

    private static DialogueReply Reply(string[] outcomes, string[] keys, string visible, string hidden = "") =>
        new(outcomes, keys, visible, $"{visible}\n{hidden}");

    private static JudgedTurn Judge(DialogueExpectation expected, DialogueReply reply, string user = "…") =>
        DialogueJudge.Judge(new Dialogue("d1", "vi", "web", "size", [new(user, expected)]), 0, reply);
}
