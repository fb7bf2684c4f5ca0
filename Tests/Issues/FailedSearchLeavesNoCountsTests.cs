using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.Queries;
using PolicyAssistantBot.Knowledge.Search.Scoring;
using PolicyAssistantBot.Tests.Knowledge.Search;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>
/// A search that threw an exception left counts in the arrays of its thread, and the next search added to them.
/// </summary>
public sealed class FailedSearchLeavesNoCountsTests
{
    [Fact]
    public void A_search_after_a_failed_one_gives_the_same_scores()
    {
        var passages = GeneratedPassages.Make(200, seed: 7);
        var index = SearchIndex.Build(passages).GetLanguageIndex(Lang.Vi)!;
        var words = QueryAnalyzer.SplitIntoWords(Lang.Vi, GeneratedPassages.Question(passages, new Random(1)));
        var plan = QueryPlan.Create(index, words, Fusion.Default.Vi);
        var before = TopKSearch.Run(index, plan, 5, exhaustive: true);

        Assert.Throws<InvalidOperationException>(() =>
            SearchBuffers.Run(scratch =>
            {
                scratch.Prepare(index, plan);
                using var scorer = new PassageScorer(index, plan, scratch);
                return scorer.ComputeShares(before[0].Doc, 0, (_, _, _, _) => throw new InvalidOperationException());
            })
        );

        Assert.Equal(before, TopKSearch.Run(index, plan, 5, exhaustive: true));
    }
}
