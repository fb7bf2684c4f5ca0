using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Tests.Knowledge.Search;

public class SearchIndexHolderTests
{
    [Fact]
    public void A_refresh_tells_what_changed_and_is_searched_whole()
    {
        var before = GeneratedPassages.Make(30, seed: 2);
        var holder = new SearchIndexHolder(SearchIndex.Build(before));
        var old = holder.Current;
        var digest = holder.Refresh([.. before.Skip(2).Select((p, i) => i == 0 ? p with { Text = "zzzz" } : p), before[0] with { Id = "new" }]);
        Assert.Equal(["new"], digest.Added);
        Assert.Equal(["p2"], digest.Changed);
        Assert.Equal(["p0", "p1"], digest.Removed);
        Assert.Equal("p2", holder.Current.Search("zzzz").Hits[0].Passage.Id);
        Assert.DoesNotContain(old.Search("zzzz").Hits, hit => hit.Passage.Text == "zzzz");
        Assert.Equal(30, old.Passages.Count);
    }

    [Fact]
    public void The_same_passages_build_nothing()
    {
        var passages = GeneratedPassages.Make(5, seed: 2);
        var holder = new SearchIndexHolder(SearchIndex.Build(passages));
        var before = holder.Current;
        Assert.True(holder.Refresh(GeneratedPassages.Make(5, seed: 2)).Nothing);
        Assert.Same(before, holder.Current);
    }
}
