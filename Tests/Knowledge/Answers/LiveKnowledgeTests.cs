using System.Collections.Concurrent;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Tests.Knowledge.Content;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Answers;

public sealed class LiveKnowledgeTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<KnowledgeChange> changes = [];

    public LiveKnowledgeTests() => Write("B1-tech", "Nộp hồ sơ.");

    private SnapshotStore Snapshots => SnapshotStore.Open(folder.File("data"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_change_replaces_the_knowledge_base_and_reports_the_changed_articles()
    {
        using var store = Open();
        using var live = new LiveKnowledge(store, Snapshots, changes.Add);
        var before = live.Current;
        Write("B1-tech", "Nộp hồ sơ zzzz.");
        Write("B2-new", "Gửi giấy tờ.");

        store.Reload();

        Assert.Equal(["B1-tech"], changes[0].Added);
        Assert.Equal(["B2-new"], changes[1].Added);
        Assert.Equal(["B1-tech"], changes[1].Changed);
        Assert.Empty(changes[1].Removed);
        Assert.Equal("B1-tech", live.Current.Index.Search("zzzz").Hits[0].Passage.ArticleKey);
        Assert.DoesNotContain(before.Index.Passages, passage => passage.Text.Contains("zzzz", StringComparison.Ordinal));
        Assert.NotNull(before.Find("B1-tech"));

        File.Delete(PathOf("B2-new"));
        store.Reload();
        Assert.Equal(["B2-new"], changes[2].Removed);
    }

    [Fact]
    public void What_search_does_not_see_changes_the_article_and_keeps_the_index()
    {
        using var store = Open();
        using var live = new LiveKnowledge(store, snapshots: null, changes.Add);
        var before = live.Current;
        File.WriteAllText(
            PathOf("B1-tech"),
            File.ReadAllText(PathOf("B1-tech")).Replace("checked: 2026-11-21", "checked: 2026-11-22", StringComparison.Ordinal)
        );

        store.Reload();

        Assert.Same(before.Index, live.Current.Index);
        Assert.Equal(new DateOnly(2026, 11, 22), live.Current.Find("B1-tech")!.Checked);
    }

    [Fact]
    public async Task A_change_is_searched_at_once_and_learnt_from_afterwards()
    {
        using var store = Open();
        using var mayLearn = new ManualResetEventSlim(initialState: true);
        var names = new ConcurrentQueue<string>();
        using var live = new LiveKnowledge(
            store,
            SnapshotStore.Open(
                folder.File("data"),
                (name, _) =>
                {
                    names.Enqueue(name);
                    mayLearn.Wait();
                }
            ),
            changes.Add
        );
        var learnt = live.Current;
        mayLearn.Reset();
        Write("A1-first", "Gửi giấy tờ zzzz.");

        store.Reload();

        var changed = live.Current;
        Assert.Equal("A1-first", changed.Index.Search("zzzz").Hits[0].Passage.ArticleKey);
        Assert.Equal(0, changed.ArticleCoverage.ComputeShares("A1-first", Lang.Vi, "zzzz").UnknownWords);
        Assert.Same(learnt.DomainWords, changed.DomainWords);

        mayLearn.Set();
        await live.Learning;

        Assert.NotSame(changed, live.Current);
        Assert.NotSame(learnt.DomainWords, live.Current.DomainWords);
        Assert.Equal(2, names.Count(name => name == "search"));
        Assert.Equal(2, changes.Count);
        var built = KnowledgeBase.Build(store.Current.Articles);
        foreach (var question in new[] { "zzzz", "phần mềm", "nop ho so", "software support" })
        {
            Assert.Equal(Find(built, question), Find(live.Current, question));
        }

        static IEnumerable<(string, double)> Find(KnowledgeBase knowledge, string question) =>
            knowledge.Index.Search(question).Hits.Select(hit => (hit.Passage.Id, hit.Score));
    }

    [Fact]
    public async Task After_a_change_tables_are_those_of_articles_read_anew()
    {
        Write("B2-other", "Gửi thư.");
        Write("C1-last", "Gửi bưu điện.");
        using var store = Open();
        using var live = new LiveKnowledge(store, Snapshots, changes.Add);
        var before = live.Current;
        Write("B2-other", "Gửi giấy tờ zzzz.");
        File.Delete(PathOf("C1-last"));
        Write("A1-first", "Mang đến tận nơi.");
        store.Reload();
        var changed = live.Current;
        await live.Learning;

        var built = KnowledgeBase.Build(store.Current.Articles);
        Assert.Equal(Bytes(built.EvidenceIndex.Save), Bytes(changed.EvidenceIndex.Save));
        Assert.Equal(Bytes(built.EvidenceIndex.Save), Bytes(live.Current.EvidenceIndex.Save));
        Assert.Equal(Bytes(built.SectionIndex.Save), Bytes(live.Current.SectionIndex.Save));
        Assert.Equal(Bytes(built.PhrasingIndex.Save), Bytes(live.Current.PhrasingIndex.Save));
        Assert.Equal(Bytes(built.DomainWords.Save), Bytes(live.Current.DomainWords.Save));
        Assert.Equal(["how"], Best(changed.SectionIndex.Score("B2-other", Lang.Vi, "gửi giấy tờ zzzz")));
        Assert.Same(before.EvidenceIndex.GetUnits("B1-tech", Lang.Vi), changed.EvidenceIndex.GetUnits("B1-tech", Lang.Vi));
        Assert.NotSame(before.EvidenceIndex.GetUnits("B2-other", Lang.Vi), changed.EvidenceIndex.GetUnits("B2-other", Lang.Vi));

        static byte[] Bytes(Action<SnapshotWriter> save)
        {
            using var stream = new MemoryStream();
            save(new SnapshotWriter(stream));
            return stream.ToArray();
        }

        static IEnumerable<string> Best(IReadOnlyDictionary<string, double> scores) =>
            scores.Where(score => score.Value == scores.Values.Max()).Select(score => score.Key);
    }

    [Fact]
    public async Task Two_changes_in_a_row_are_learnt_from_once_more()
    {
        using var store = Open();
        using var live = new LiveKnowledge(store, Snapshots, changes.Add);
        Write("B2-new", "Gửi giấy tờ.");
        store.Reload();
        Write("B2-new", "Gửi giấy tờ zzzz.");
        store.Reload();
        File.WriteAllText(
            PathOf("B1-tech"),
            File.ReadAllText(PathOf("B1-tech")).Replace("checked: 2026-11-21", "checked: 2026-11-22", StringComparison.Ordinal)
        );
        store.Reload();

        await live.Learning;

        Assert.True(live.Current.IsLearnt);
        Assert.Equal("B2-new", live.Current.Index.Search("zzzz").Hits[0].Passage.ArticleKey);
        Assert.Equal(new DateOnly(2026, 11, 22), live.Current.Find("B1-tech")!.Checked);
    }

    [Fact]
    public void The_second_start_reads_the_index_that_the_first_wrote()
    {
        for (var start = 0; start < 2; start++)
        {
            using var store = Open();
            using var live = new LiveKnowledge(store, Snapshots, changes.Add);
            Assert.NotEmpty(live.Current.Index.Search("phần mềm").Hits);
        }

        Assert.Equal([SnapshotOutcome.Written, SnapshotOutcome.Loaded], changes.Select(change => change.Snapshot));
    }

    private ArticleStore Open() => new(folder.File("articles"), lastGoodFile: null, TimeProvider.System, watch: false);

    private string PathOf(string key) => Path.Combine(folder.File("articles"), "support", key + ".md");

    private void Write(string key, string how)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(key))!);
        File.WriteAllText(
            PathOf(key),
            Sample
                .Article.Replace("key: B1-tech", "key: " + key, StringComparison.Ordinal)
                .Replace("Nộp hồ sơ.", how, StringComparison.Ordinal)
        );
    }
}
