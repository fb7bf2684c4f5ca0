using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.Queries;

namespace PolicyAssistantBot.Tests.Knowledge.Search;

/// <summary>Learning from changed passages gives what an index built anew has, and learns only what the change concerns.</summary>
public class LearningTests
{
    private static readonly List<Passage> Before = [.. PhrasedPassages.Make()];

    private static readonly List<QueryWord> Question = QueryAnalyzer.SplitIntoWords(Lang.Vi, "vay tiền năm đầu");

    [Fact]
    public void A_changed_text_keeps_the_classifier_with_the_passages_in_their_new_places()
    {
        var former = SearchIndex.Build(Before);
        List<Passage> passages = [Before[0] with { Text = "Nội dung zzzz." }, Before[2], Before[1]];
        var sentence = AssertLearnsLikeNew([Before[0] with { Text = "Nội dung zzzz." }, Before[1], Before[2]], former);
        Assert.Same(Weights(former), Weights(sentence));

        Assert.NotSame(Weights(former), Weights(AssertLearnsLikeNew(passages, former)));
    }

    [Fact]
    public void A_changed_phrasing_title_or_article_is_learnt()
    {
        var former = SearchIndex.Build(Before);
        AssertLearnsLikeNew([Before[0] with { Phrasings = [.. Before[0].Phrasings, "zorblax"] }, Before[1], Before[2]], former);
        AssertLearnsLikeNew([Before[0] with { Title = "Bài zorblax" }, Before[1], Before[2]], former);
        AssertLearnsLikeNew([Before[0], Before[1] with { Examples = ["thuế zorblax"] }, Before[2]], former);
        AssertLearnsLikeNew([Before[0], Before[2]], former);
        AssertLearnsLikeNew([Before[0]], former);
    }

    [Fact]
    public void What_was_not_learnt_after_one_change_is_learnt_after_the_next()
    {
        var former = SearchIndex.Build(Before);
        List<Passage> phrased = [Before[0] with { Phrasings = [.. Before[0].Phrasings, "zorblax"] }, Before[1], Before[2]];
        var skipped = SearchIndex.BuildUnlearnt(phrased, former);
        AssertLearnsLikeNew([phrased[0] with { Text = "Nội dung zzzz." }, Before[1], Before[2]], skipped);
        Assert.Same(Weights(former), Weights(AssertLearnsLikeNew(Before, skipped)));
    }

    [Fact]
    public void Work_beside_turns_stays_on_one_thread()
    {
        var threads = ParallelWork.OnOneThread(() =>
        {
            var used = new List<int>();
            void Note(int number)
            {
                lock (used)
                {
                    used.Add(Environment.CurrentManagedThreadId);
                }
            }

            ParallelWork.Invoke([.. Enumerable.Range(0, 20).Select(i => (Action)(() => Note(i)))]);
            ParallelWork.For(0, 200, Note);
            ParallelWork.Select(Enumerable.Range(0, 200), i => Environment.CurrentManagedThreadId).ToList().ForEach(used.Add);
            return used;
        });

        Assert.Equal(420, threads.Count);
        Assert.All(threads, thread => Assert.Equal(Environment.CurrentManagedThreadId, thread));
    }

    [Fact]
    public async Task Learning_takes_no_thread_of_the_pool_and_ends_with_its_error()
    {
        var isOfPool = true;
        await ParallelWork.RunBehind(() => isOfPool = Thread.CurrentThread.IsThreadPoolThread);
        Assert.False(isOfPool);
        await Assert.ThrowsAsync<InvalidOperationException>(() => ParallelWork.RunBehind(() => throw new InvalidOperationException()));
    }

    private static SearchIndex AssertLearnsLikeNew(List<Passage> passages, SearchIndex former)
    {
        var learnt = SearchIndex.BuildUnlearnt(passages, former).Learn();
        var built = SearchIndex.Build(passages);
        var (actual, expected) = (learnt.GetLanguageIndex(Lang.Vi)!.Classifier, built.GetLanguageIndex(Lang.Vi)!.Classifier);
        Assert.Equal(expected?.Predict(Question), actual?.Predict(Question));
        Assert.Equal(expected?.Passages, actual?.Passages);
        foreach (var text in new[] { "vay tiền", "zorblax", "zzzz", "nộp thuế năm đầu" })
        {
            Assert.Equal(Hits(built, text), Hits(learnt, text));
        }

        return learnt;
    }

    private static IEnumerable<(string, double)> Hits(SearchIndex index, string text) =>
        index.Search(text).Hits.Select(hit => (hit.Passage.Id, hit.Score));

    private static object Weights(SearchIndex index) => index.GetLanguageIndex(Lang.Vi)!.Classifier!.Weights;
}
