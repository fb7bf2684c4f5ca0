using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Site;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Site;

public sealed class SitePathsTests
{
    [Fact]
    public void The_address_of_every_article_leads_to_it_in_both_languages()
    {
        var paths = SitePaths.Of(RealKnowledge.Knowledge);
        foreach (var lang in Enum.GetValues<Lang>())
        {
            var addresses = RealKnowledge.Articles.ToDictionary(
                article => SitePaths.OfArticle(article, lang),
                article => article.Key,
                StringComparer.Ordinal
            );
            Assert.All(
                addresses,
                address =>
                {
                    Assert.Matches("^(/huong-dan|/en/guidance)/[a-z0-9]+(-[a-z0-9]+)*$", address.Key);
                    Assert.Equal(address.Value, paths.FindArticle(address.Key[(SitePaths.Root(lang).Length + 1)..])?.Key);
                }
            );
        }
    }

    [Fact]
    public void An_address_with_a_former_title_or_a_former_key_still_leads_to_the_article()
    {
        var paths = SitePaths.Of(RealKnowledge.Knowledge);
        Assert.Equal("B3-consult", paths.FindArticle("mot-tieu-de-cu-b3-consult")?.Key);
        Assert.Equal("B3-consult", paths.FindArticle("b3-consult")?.Key);
        var merged = RealKnowledge.Articles.First(article => article.FormerKeys.Count > 0);
        Assert.Equal(merged.Key, paths.FindArticle($"x-{merged.FormerKeys[0]}".ToLowerInvariant())?.Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("khong-co-bai-nay")]
    [InlineData("consult")]
    [InlineData("../b3-consult/..")]
    public void Anything_else_is_no_article(string slug) => Assert.Null(SitePaths.Of(RealKnowledge.Knowledge).FindArticle(slug));

    [Fact]
    public void Every_folder_of_articles_is_a_topic_with_an_address()
    {
        Assert.Equal(
            Topics.All.Order(StringComparer.Ordinal),
            RealKnowledge.Articles.Select(article => article.Topic).Distinct().Order(StringComparer.Ordinal)
        );
        foreach (var (topic, lang) in Topics.All.SelectMany(topic => Enum.GetValues<Lang>().Select(lang => (topic, lang))))
        {
            Assert.Equal(topic, SitePaths.FindTopic(SitePaths.OfTopic(topic, lang).Split('/')[^1], lang));
        }
    }
}
