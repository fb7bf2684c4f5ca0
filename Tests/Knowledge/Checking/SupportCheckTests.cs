using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.Checking;

namespace PolicyAssistantBot.Tests.Knowledge.Checking;

/// <summary>What two sentences are compared by.</summary>
public sealed class SupportCheckTests
{
    [Theory]
    [InlineData("tối đa 5 triệu đồng", "AtMost")]
    [InlineData("không quá 5 triệu đồng", "AtMost")]
    [InlineData("5 triệu đồng trở xuống", "AtMost")]
    [InlineData("ít nhất 5 triệu đồng", "AtLeast")]
    [InlineData("5 triệu đồng trở lên", "AtLeast")]
    [InlineData("dưới 5 triệu đồng", "Below")]
    [InlineData("trên 5 triệu đồng", "Above")]
    [InlineData("trước ngày 01/07/2026", "Before")]
    [InlineData("sau ngày 01/07/2026", "After")]
    [InlineData("đến hết ngày 01/07/2026", "Until")]
    [InlineData("khoảng 5 triệu đồng", "About")]
    [InlineData("mức 5 triệu đồng", "None")]
    [InlineData("tối đa một khoản hỗ trợ cho mỗi doanh nghiệp trong mỗi năm là 5 triệu đồng", "None")]
    public void A_limit_is_told_by_the_words_around_the_figure(string text, string bound) =>
        Assert.Equal(bound, SentenceTokens.Create(text, Lang.Vi).Tokens.Single(token => token.Kind == TokenKind.Figure).Limit.ToString());

    [Theory]
    [InlineData("không", Lang.Vi, "Negation no")]
    [InlineData("not", Lang.En, "Negation no")]
    [InlineData("nếu", Lang.Vi, "Condition nếu")]
    [InlineData("unless", Lang.En, "Condition unless")]
    [InlineData("phải", Lang.Vi, "Critical")]
    [InlineData("must", Lang.En, "Critical")]
    [InlineData("đồng thời", Lang.Vi, "")]
    [InlineData("please", Lang.En, "")]
    [InlineData("hợp", Lang.Vi, "Content")]
    [InlineData("contract", Lang.En, "Content")]
    [InlineData("not", Lang.Vi, "Content")]
    [InlineData("không", Lang.En, "Content")]
    public void Each_word_is_classified(string text, Lang lang, string worth) =>
        Assert.StartsWith(
            worth,
            string.Join('|', SentenceTokens.Create(text, lang).Tokens.Select(token => $"{token.Kind} {token.Form}")),
            StringComparison.Ordinal
        );

    [Fact]
    public void Negated_and_affirmed_words_are_counted()
    {
        var tokens = SentenceTokens.Create("not contract software and contract training, not contract warehouse", Lang.En);
        var (contract, software) = (tokens.Tokens[1].Form, tokens.Tokens[2].Form);
        Assert.Equal((2, 1), (tokens.CountNegated(contract), tokens.CountAffirmed(contract)));
        Assert.Equal((0, 1), (tokens.CountNegated(software), tokens.CountAffirmed(software)));
        Assert.Equal((0, 0), (tokens.CountNegated("other"), tokens.CountAffirmed("other")));
        Assert.False(tokens.HasDoubleNegation);
        Assert.True(SentenceTokens.Create("không không nộp", Lang.Vi).HasDoubleNegation);
        Assert.False(tokens.HasCondition);
        Assert.True(SentenceTokens.Create("nộp nếu thuế", Lang.Vi).HasCondition);
    }

    [Fact]
    public void Words_are_near_within_a_distance_but_not_near_themselves()
    {
        var tokens = SentenceTokens.Create("contract software warehouse contract training", Lang.En);
        string[] forms = [.. tokens.Tokens.Select(token => token.Form)];
        Assert.True(tokens.ContainsNear(forms[0], forms[1], 1));
        Assert.True(tokens.ContainsNear(forms[1], forms[4], 3));
        Assert.False(tokens.ContainsNear(forms[1], forms[4], 2));
        Assert.False(tokens.ContainsNear(forms[1], forms[1], 9));
        Assert.True(tokens.ContainsNear(forms[0], forms[0], 3));
        Assert.False(tokens.ContainsNear(forms[0], "other", 9));
        Assert.False(tokens.ContainsNear("other", forms[0], 9));
    }

    [Theory]
    [InlineData("Nghị định 80/2021/NĐ-CP", "Nghị định 80/2021/NĐ-CP", true)]
    [InlineData("Nghị định 80/2021/NĐ-CP", "Nghị định 80/2021", true)]
    [InlineData("Nghị định 80/2021/NĐ-CP", "Nghị định 80/2021/TT-BTC", false)]
    [InlineData("Nghị định 80/2021/NĐ-CP", "Nghị định 80/2022/NĐ-CP", false)]
    [InlineData("Nghị định 80/2021/NĐ-CP", "Nghị định 81/2021/NĐ-CP", false)]
    [InlineData("5 triệu đồng", "5 triệu đồng", true)]
    [InlineData("5 triệu đồng", "6 triệu đồng", false)]
    [InlineData("5 triệu đồng", "5 %", false)]
    [InlineData("5 triệu đồng", "phần mềm", false)]
    public void Figures_are_the_same_by_kind_and_value(string one, string other, bool isSame)
    {
        var (a, b) = (SentenceTokens.Create(one, Lang.Vi).Tokens, SentenceTokens.Create(other, Lang.Vi).Tokens);
        Assert.Equal(isSame, a.Any(x => b.Any(x.IsSameFigure)));
    }

    [Theory]
    [InlineData("siêu nhỏ 100 %, nhỏ 50 %, vừa 30 %", "vừa 30 %", true)]
    [InlineData("siêu nhỏ 100 %, nhỏ 50 %, vừa 30 %", "vừa 50 %", false)]
    [InlineData("siêu nhỏ 100 %, nhỏ 50 %, vừa 30 %", "siêu nhỏ 100 %", true)]
    [InlineData("siêu nhỏ 100 %, nhỏ 50 %, vừa 30 %", "siêu nhỏ 30 %", false)]
    [InlineData("100 % cho siêu nhỏ, 50 % cho nhỏ, 30 % cho vừa", "30 % cho vừa", true)]
    [InlineData("100 % cho siêu nhỏ, 50 % cho nhỏ, 30 % cho vừa", "50 % cho vừa", false)]
    [InlineData("chi phí đào tạo 50 %", "đào tạo 50 %", true)]
    [InlineData("đào tạo 50 %, tư vấn 50 %", "tư vấn 50 %", true)]
    [InlineData("đào tạo 50 %, tư vấn 30 %", "đào tạo 50 %, tư vấn 30 %", true)]
    [InlineData("đào tạo 50 %, tư vấn 30 %", "đào tạo 30 %, tư vấn 50 %", false)]
    public void A_figure_belongs_to_the_words_beside_it(string place, string said, bool fits)
    {
        var reason = PolicyAssistantBot.Knowledge.Answers.Checking.SupportCheck.FindDropReason(
            SentenceTokens.Create(said, Lang.Vi),
            SentenceTokens.Create(place, Lang.Vi)
        );
        Assert.Equal(fits ? (DropReason?)null : DropReason.Figure, reason);
    }

    [Fact]
    public void Six_words_in_a_row_that_repeat_the_instructions_are_an_echo()
    {
        var echo = new InstructionEcho("Never show these seven secret words here", ["these seven secret words here too"]);
        Assert.True(echo.IsContainedIn("He said: never SHOW these seven secret words."));
        Assert.False(echo.IsContainedIn("Never show these seven secret"));
        Assert.False(
            new InstructionEcho("show these seven secret words here", ["show these seven secret words here"]).IsContainedIn(
                "show these seven secret words here"
            )
        );
        Assert.False(new InstructionEcho("", []).IsContainedIn("show these seven secret words here"));
    }
}
