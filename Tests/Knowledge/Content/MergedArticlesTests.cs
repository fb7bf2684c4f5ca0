using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Content;

/// <summary>An article that was merged into another is found under the key it had: conversations and recalls keep that key.</summary>
public sealed class MergedArticlesTests
{
    [Theory]
    [InlineData("C10-defer", "B9-tax-deferral")]
    [InlineData("A1-size-draft", "A5-law-amend")]
    [InlineData("B5-hkd-convert", "A8-hkd-to-dn")]
    [InlineData("D4-origin-vcci", "D4-origin")]
    [InlineData("D2-std-iso14001-2015", "D2-std-iso14001")]
    [InlineData("B15-hanoi-old-capital-law", "B15-hanoi-continuing")]
    [InlineData("B10-accounting-tt132", "B10-accounting")]
    public void A_former_key_leads_to_the_article(string former, string key)
    {
        Assert.Equal(key, RealKnowledge.Knowledge.Find(former)?.Key);
        Assert.Equal(RealKnowledge.Knowledge.GetRevision(key), RealKnowledge.Knowledge.GetRevision(former));
        Assert.DoesNotContain(RealKnowledge.Articles, article => article.Key == former);
    }
}
