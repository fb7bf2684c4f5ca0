using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Tests.Knowledge.Search;

public class PruningTests
{
    [Fact]
    public void Stopping_early_gives_the_same_hits_as_reading_every_passage_on_10000_questions()
    {
        var passages = GeneratedPassages.Make(200, seed: 3);
        var index = SearchIndex.Build(passages);
        Parallel.For(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            var random = new Random(i);
            var question = GeneratedPassages.Question(passages, random);
            var count = random.Next(1, 12);
            var pruned = index.Search(question, new SearchOptions { Count = count });
            var exhaustive = index.Search(question, new SearchOptions { Count = count, Exhaustive = true });
            Assert.Equal(exhaustive.Hits.Select(h => (h.Passage.Id, h.Score)), pruned.Hits.Select(h => (h.Passage.Id, h.Score)));
            Assert.Equal(exhaustive.Confidence, pruned.Confidence);
        });
    }

    [Fact]
    public void Every_score_can_be_taken_apart()
    {
        var passages = GeneratedPassages.Make(120, seed: 5);
        var index = SearchIndex.Build(passages);
        var random = new Random(9);
        for (var i = 0; i < 200; i++)
        {
            var question = GeneratedPassages.Question(passages, random);
            foreach (var hit in index.Search(question, new SearchOptions { Count = 3 }).Hits)
            {
                var explanation = index.Explain(question, hit.Passage.Id)!;
                Assert.InRange(explanation.Score - hit.Score, -1e-5, 1e-5);
                Assert.All(explanation.Channels, c => Assert.Equal(c.Share, c.Terms.Sum(t => t.Share), 6));
            }
        }
    }
}
