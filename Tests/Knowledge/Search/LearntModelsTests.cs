using System.Text.Json;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Acts;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Search;

/// <summary>What is read from a snapshot equals what is learnt.</summary>
public sealed class LearntModelsTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<(string Name, SnapshotOutcome Outcome)> outcomes = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_build_ships_a_snapshot_of_everything_that_is_learnt_from_the_articles()
    {
        var snapshots = SnapshotStore.OpenReadOnly(SnapshotStore.ShippedFolder, Report);
        using var store = new ArticleStore(
            SourceTree.Combine("Knowledge", "Articles"),
            lastGoodFile: null,
            TimeProvider.System,
            watch: false,
            snapshots
        );
        KnowledgeBase.WriteSnapshots(store.Current.Articles, snapshots);

        Assert.Equal(
            [
                ("articles", SnapshotOutcome.Loaded),
                ("search", SnapshotOutcome.Loaded),
                ("tables", SnapshotOutcome.Loaded),
                ("phrasings", SnapshotOutcome.Loaded),
                ("policy", SnapshotOutcome.Loaded),
                ("acts", SnapshotOutcome.Loaded),
            ],
            outcomes
        );
    }

    [Fact]
    public void The_program_answers_the_same_with_and_without_snapshots()
    {
        var learnt = KnowledgeBase.Build(RealKnowledge.Articles, snapshots: SnapshotStore.None);
        var loaded = KnowledgeBase.Build(RealKnowledge.Articles, snapshots: SnapshotStore.Shipped);
        var clock = new FakeTime();
        AnswerPipeline[] pipelines = [new(() => learnt, clock), new(() => loaded, clock)];
        foreach (var question in Questions())
        {
            string[] answers =
            [
                .. pipelines.Select(pipeline => JsonSerializer.Serialize<object>(pipeline.AskEach(new Question(question.Text)))),
            ];
            Assert.Equal(answers[0], answers[1]);
            foreach (var lang in new[] { Lang.Vi, Lang.En })
            {
                var options = new PolicyAssistantBot.Knowledge.Search.SearchOptions { Lang = lang };
                var (a, b) = (learnt.Index.Search(question.Text, options), loaded.Index.Search(question.Text, options));
                Assert.Equal(a.Hits.Select(hit => (hit.Passage.Id, hit.Score)), b.Hits.Select(hit => (hit.Passage.Id, hit.Score)));
                Assert.Equal((a.Confidence, a.Query.Decoded), (b.Confidence, b.Query.Decoded));
            }
        }
    }

    [Fact]
    public void Acts_and_sections_are_recognised_the_same_with_and_without_snapshots()
    {
        var acts = ConversationPolicy.Current.Acts;
        var snapshots = SnapshotStore.OpenOnly(folder.Path, Report);
        ActReader[] readers =
        [
            new(acts, PhrasingSet.Default, SnapshotStore.None),
            new(acts, PhrasingSet.Default, snapshots),
            new(acts, PhrasingSet.Default, snapshots),
        ];
        PhrasingModels[] models =
        [
            new(PhrasingSet.Default),
            PhrasingModels.Open(PhrasingSet.Default, snapshots),
            PhrasingModels.Open(PhrasingSet.Default, snapshots),
        ];
        Assert.Equal(
            [
                ("acts", SnapshotOutcome.Written),
                ("acts", SnapshotOutcome.Loaded),
                ("phrasings", SnapshotOutcome.Written),
                ("phrasings", SnapshotOutcome.Loaded),
            ],
            outcomes
        );
        foreach (var (lang, text) in Questions().Concat(acts.Phrasings.Select(phrasing => (Lang.Vi, phrasing.Text))))
        {
            var expected = models[0].Predict(lang, text);
            foreach (var (reader, model) in readers.Zip(models).Skip(1))
            {
                Assert.Equal(readers[0].Classify(text), reader.Classify(text));
                Assert.Equal(readers[0].IsConfirmation(text), reader.IsConfirmation(text));
                Assert.Equal(expected.FollowUpProbability, model.Predict(lang, text).FollowUpProbability);
                Assert.Equal(expected.SectionProbabilities, model.Predict(lang, text).SectionProbabilities);
            }
        }
    }

    [Fact]
    public void Models_of_another_policy_are_learnt_anew()
    {
        var acts = ConversationPolicy.Current.Acts;
        var snapshots = SnapshotStore.Open(folder.Path, Report);
        var changed = acts with { Phrasings = [.. acts.Phrasings, new("test", DialogueAct.Thanks, null, "zorblax quá")] };

        _ = new ActReader(changed, PhrasingSet.Default, snapshots);
        _ = new ActReader(acts with { Openers = [.. acts.Openers, "zorblax"] }, PhrasingSet.Default, snapshots);

        Assert.Equal([("acts", SnapshotOutcome.Written), ("acts", SnapshotOutcome.Written)], outcomes);
    }

    private void Report(string name, SnapshotOutcome outcome) => outcomes.Add((name, outcome));

    private static IEnumerable<(Lang Language, string Text)> Questions() =>
        PhrasingSet.Default.All.Where((_, i) => i % 50 == 0).Select(phrasing => (phrasing.Language, phrasing.Text));
}
