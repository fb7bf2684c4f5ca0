using PolicyAssistantBot.Knowledge.Checks;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Checks;

/// <summary>The list of articles that one person alone cannot let go live.</summary>
public sealed class RiskListTests
{
    [Theory]
    [InlineData("B1-tech-solutions", true)]
    [InlineData("B15-hanoi-capital-law", true)]
    [InlineData("B9-tax-3years-exclusions", true)]
    [InlineData("B17-register-change", false)]
    [InlineData("E1-place", false)]
    public void It_holds_the_articles_of_the_order_of_review(string key, bool isRisky) => Assert.Equal(isRisky, RiskList.Contains(key));

    [Fact]
    public void An_entry_that_matches_no_article_is_a_finding_of_the_check()
    {
        var keys = RealKnowledge.Knowledge.Articles.Select(article => article.Key).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(RiskListCheck.Check(RiskList.Default, keys));
        keys.RemoveWhere(key => key.StartsWith("D4-origin", StringComparison.Ordinal));
        var finding = Assert.Single(RiskListCheck.Check(RiskList.Default, keys));
        Assert.Contains("D4-origin…", finding.Reason.Vi, StringComparison.Ordinal);
    }
}
