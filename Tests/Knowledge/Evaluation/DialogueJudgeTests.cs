using PolicyAssistantBot.Knowledge.Evaluation.Dialogues;

namespace PolicyAssistantBot.Tests.Knowledge.Evaluation;

/// <summary>Replies are judged by the expectations in the dialogue file.</summary>
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
    public void Patterns_match_as_in_Python(string pattern, string text, bool matches) =>
        Assert.Equal(matches, PythonPattern.Parse(pattern).IsMatch(text));

    [Fact]
    public void A_turn_is_right_when_outcome_article_and_patterns_match()
    {
        var judged = Judge(Expect(["Answered"], ["B9-tax"], ["17 ?%"], ["20 ?%"]), Reply(["Answered"], ["B9-tax-rates"], "**17 %**"));

        Assert.True(judged.IsRight);
        Assert.False(judged.GivesWrongInformation);
    }

    [Fact]
    public void Hidden_text_does_not_satisfy_must_but_can_violate_mustNot()
    {
        var reply = Reply(["Answered"], [], "Theo quy định hiện hành", hidden: "17 %");

        Assert.Equal(["must 17 ?%"], Judge(Expect(["Answered"], [], ["17 ?%"], []), reply).FailedChecks);
        Assert.True(Judge(Expect(["Answered"], [], [], ["17 ?%"]), reply).GivesWrongInformation);
    }

    [Fact]
    public void Quoting_the_user_is_not_an_assertion()
    {
        const string claim = "Thuế suất với công ty tôi là 20 % đúng không?";
        var expected = Expect(["Answered"], [], [], ["20 ?%"]);

        Assert.True(Judge(expected, Reply(["Answered"], [], $"{claim} Không đúng: 17 %."), claim).IsRight);
        Assert.False(Judge(expected, Reply(["Answered"], [], "Thuế suất là 20 %."), claim).IsRight);
    }

    [Theory]
    [InlineData("Answered", "A1-size", true)] // The outcome was not expected.
    [InlineData("Unanswerable", "", false)] // Not right, but without wrong information.
    public void Only_an_answer_can_give_wrong_information(string outcome, string key, bool isWrong)
    {
        var judged = Judge(Expect(["Personal"], [], [], []), Reply([outcome], [key], "…"));

        Assert.False(judged.IsRight);
        Assert.Equal(isWrong, judged.GivesWrongInformation);
    }

    [Fact]
    public void An_answer_from_an_unexpected_article_is_wrong_information() =>
        Assert.True(Judge(Expect(["Answered"], ["B9-tax"], [], []), Reply(["Answered"], ["A1-size"], "…")).GivesWrongInformation);

    private static DialogueExpectation Expect(string[] outcomes, string[] keys, string[] must, string[] mustNot) =>
        new(outcomes, keys, [.. must.Select(PythonPattern.Parse)], [.. mustNot.Select(PythonPattern.Parse)], null);

    private static DialogueReply Reply(string[] outcomes, string[] keys, string visible, string hidden = "") =>
        new(outcomes, keys, visible, $"{visible}\n{hidden}");

    private static JudgedTurn Judge(DialogueExpectation expected, DialogueReply reply, string user = "…") =>
        DialogueJudge.Judge(new Dialogue("d1", "vi", "web", "size", [new(user, expected)]), 0, reply);
}
