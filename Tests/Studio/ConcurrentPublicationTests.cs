using FsCheck;
using FsCheck.Fluent;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>Publications beside each other, and questions beside publications.</summary>
public sealed class ConcurrentPublicationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly StudioPerson An = new("an", "An", Roles.Editor);
    private static readonly StudioPerson Binh = new("binh", "Bình", Roles.Reviewer);
    private static readonly StudioPerson Chi = new("chi", "Chi", Roles.Publisher);

    /// <summary>
    /// Two drafts with the same base, in any order of gate runs and publications: whatever goes live was seen by the gate beside exactly
    /// the articles that were live before it, and both can go in the end.
    /// </summary>
    [Fact]
    public void No_order_of_gates_and_publications_makes_a_set_live_that_no_gate_saw()
    {
        var steps = Gen.Elements("gate 0", "gate 1", "publish 0", "publish 1").ListOf(14);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20261201, 11),
            Prop.ForAll(steps.ToArbitrary(), list => Run(list) is null)
        );
    }

    [Fact]
    public void Of_two_drafts_the_second_is_stale_until_the_gate_sees_it_again()
    {
        var draft = Approved("E1-place");
        var early = new GateVerdict(draft.HeadDigest, 1, IsPassed: true);
        Assert.Equal(
            StudioRefusal.NoGate,
            Assert.IsType<StudioDecision.Refused>(StudioRules.Publish(draft, draft.Version, 2, early, Chi)).Refusal
        );
        Assert.IsType<StudioDecision.Changed>(StudioRules.Publish(draft, draft.Version, 2, early with { BaseSet = 2 }, Chi));
    }

    /// <summary>Questions are asked on two threads while the articles are swapped 20 times.</summary>
    [Fact]
    public async Task A_question_beside_publications_is_answered_from_one_published_text()
    {
        using var folder = new TempFolder();
        var texts = Enumerable.Range(1, 20).Select(number => $"Doanh nghiệp nộp hồ sơ tại quầy số {number}.").ToList();
        var articles = new ArticleFolder(folder.Path);
        var source = new SwappedArticles(Read(articles, texts[0]));
        using var live = new LiveKnowledge(source);
        var pipeline = new AnswerPipeline(() => live.Current, TimeProvider.System);
        var title = source.Current.Articles[0].Title.Vi;
        var seen = new System.Collections.Concurrent.ConcurrentBag<string>();
        using var stop = new CancellationTokenSource();
        var askers = Enumerable
            .Range(0, 2)
            .Select(_ =>
                Task.Run(() =>
                {
                    for (var asked = 0; asked < 200 || !stop.IsCancellationRequested; asked++)
                    {
                        seen.Add(pipeline.Ask(new Question(title)) is Answer.Answered { Text: var text } ? text : "");
                    }
                })
            )
            .ToList();
        foreach (var text in texts.Skip(1))
        {
            source.Swap(Read(articles, text));
            Assert.Contains(text, ((Answer.Answered)pipeline.Ask(new Question(title))).Text, StringComparison.Ordinal);
        }

        await stop.CancelAsync();
        await Task.WhenAll(askers);
        Assert.All(seen, answer => Assert.Single(texts, text => answer.Contains(text, StringComparison.Ordinal)));
    }

    private static ArticleSet Read(ArticleFolder folder, string answer) => ArticleSet.Read([folder.Text("E1-place", answer)]);

    private static string? Run(IEnumerable<string> steps)
    {
        var live = 1;
        var drafts = new Dictionary<int, ArticleDraft> { [0] = Approved("E1-place"), [1] = Approved("E2-people") };
        var gates = new Dictionary<int, GateVerdict>();
        foreach (var step in steps.Concat(["gate 0", "publish 0", "gate 1", "publish 1"]))
        {
            var index = step[^1] - '0';
            if (!drafts.TryGetValue(index, out var draft))
            {
                continue;
            }

            if (step.StartsWith("gate", StringComparison.Ordinal))
            {
                gates[index] = new GateVerdict(draft.HeadDigest, live, IsPassed: true);
                continue;
            }

            var decision = StudioRules.Publish(draft, draft.Version, live, gates.GetValueOrDefault(index), Chi);
            if (decision is StudioDecision.Changed)
            {
                if (gates[index].BaseSet != live)
                {
                    return $"{step} went live beside set {live}, the gate saw {gates[index].BaseSet}";
                }

                live++;
                drafts.Remove(index);
            }
        }

        return drafts.Count == 0 ? null : "a draft could not go live in the end";
    }

    private static ArticleDraft Approved(string key)
    {
        var draft = Changed(StudioRules.Start(null, key, new DraftText(1, key), 0, An, Now));
        draft = Changed(StudioRules.Submit(draft, draft.Version, "vì sao", 0, An, Now));
        return Changed(StudioRules.Approve(draft, draft.HeadDigest, Binh, Now));
    }

    private static ArticleDraft Changed(StudioDecision decision) => Assert.IsType<StudioDecision.Changed>(decision).Draft!;

    private sealed class SwappedArticles(ArticleSet first) : IArticleSource
    {
        public event EventHandler? Changed;

        public ArticleSet Current { get; private set; } = first;

        public void Swap(ArticleSet next)
        {
            Current = next;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }
}
