using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Evaluation.Gate;
using PolicyAssistantBot.Studio.Rules;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>A publisher may accept single answers that become worse, each for a reason; nothing else of the gate.</summary>
public sealed class AcceptanceRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly StudioPerson An = new("an", "An", Roles.Editor | Roles.Publisher);
    private static readonly StudioPerson Binh = new("binh", "Bình", Roles.Reviewer);
    private static readonly StudioPerson Chi = new("chi", "Chi", Roles.Publisher);
    private static readonly GateChange First = Change("Câu hỏi một?", "C2-loan");
    private static readonly GateChange Second = Change("Câu hỏi hai?", "C3-loan");

    [Fact]
    public void A_draft_goes_live_when_each_lost_answer_was_accepted()
    {
        var gate = new GateReport([], [First, Second], [], 10);
        var approved = Approve(Submitted());
        Assert.Equal(StudioRefusal.GateFailed, Refusal(Publish(approved, gate)));
        var once = Changed(AcceptanceRules.Accept(approved, approved.Version, gate, First.Question, "đúng hơn", Chi, Now));
        Assert.Equal(StudioRefusal.GateFailed, Refusal(Publish(once, gate)));
        var both = Changed(AcceptanceRules.Accept(once, once.Version, gate, Second.Question, "bài kia đầy đủ hơn", Chi, Now));
        Assert.IsType<StudioDecision.Changed>(Publish(both, gate));

        // Another answer than the accepted one must be accepted anew, and so must everything when the text changes.
        Assert.Equal(StudioRefusal.GateFailed, Refusal(Publish(both, gate with { Changes = [First, Change("Câu hỏi hai?", "C6-loan")] })));
        Assert.Empty(Changed(StudioRules.Save(both, both.Version, new DraftText(2, "b"), An, Now)).Accepted);
    }

    [Fact]
    public void Findings_and_lost_ways_of_asking_cannot_be_accepted()
    {
        var approved = Approve(Submitted());
        var problem = new Problem("support/E1-place.md", 3, "promise", new LocalizedText("Hứa tiền.", "Promises money."));
        var gate = new GateReport([problem], [First], [], 10);
        var accepted = Changed(AcceptanceRules.Accept(approved, approved.Version, gate, First.Question, "đúng hơn", Chi, Now));
        Assert.Equal(StudioRefusal.GateFailed, Refusal(Publish(accepted, gate)));
        Assert.Equal(StudioRefusal.GateFailed, Refusal(Publish(accepted, gate with { Findings = [], LostPhrasings = ["hỏi gì"] })));
        Assert.IsType<StudioDecision.Changed>(Publish(accepted, gate with { Findings = [] }));
    }

    [Fact]
    public void It_takes_a_publisher_who_did_not_write_it_and_a_reason()
    {
        var gate = new GateReport([], [First], [], 10);
        var draft = Submitted();
        Assert.Equal(StudioRefusal.OwnWork, Refusal(AcceptanceRules.Accept(draft, 2, gate, First.Question, "vì", An, Now)));
        Assert.Equal(StudioRefusal.NoRole, Refusal(AcceptanceRules.Accept(draft, 2, gate, First.Question, "vì", Binh, Now)));
        Assert.Equal(StudioRefusal.NoReason, Refusal(AcceptanceRules.Accept(draft, 2, gate, First.Question, " ", Chi, Now)));
        Assert.Equal(StudioRefusal.Missing, Refusal(AcceptanceRules.Accept(draft, 2, gate, "Câu khác?", "vì", Chi, Now)));
        Assert.Equal(StudioRefusal.NoGate, Refusal(AcceptanceRules.Accept(draft, 2, null, First.Question, "vì", Chi, Now)));
        Assert.Equal(StudioRefusal.Stale, Refusal(AcceptanceRules.Accept(draft, 1, gate, First.Question, "vì", Chi, Now)));
    }

    [Fact]
    public void An_urgent_publication_needs_a_publisher_a_reason_and_the_gate()
    {
        var draft = Submitted();
        var passed = new GateVerdict("a", 1, IsPassed: true);
        Assert.Equal(StudioRefusal.NoRole, Refusal(StudioRules.PublishUrgently(draft, 2, 1, passed, "gấp", Binh)));
        Assert.Equal(StudioRefusal.NoReason, Refusal(StudioRules.PublishUrgently(draft, 2, 1, passed, "", Chi)));
        Assert.Equal(StudioRefusal.NoGate, Refusal(StudioRules.PublishUrgently(draft, 2, 2, passed, "gấp", Chi)));
        Assert.Equal(
            StudioRefusal.GateFailed,
            Refusal(StudioRules.PublishUrgently(draft, 2, 1, new GateVerdict("a", 1, IsPassed: false), "gấp", Chi))
        );
        var decision = Assert.IsType<StudioDecision.Changed>(StudioRules.PublishUrgently(draft, 2, 1, passed, "gấp", Chi));
        Assert.Equal(StudioEventKind.PublishedUrgently, decision.Event);
    }

    private static GateChange Change(string question, string article) =>
        new(
            question,
            GateChangeKind.Bystander,
            IsLost: true,
            new GateAnswer("Answered", "C1-loan", "Trước", 0.9),
            new GateAnswer("Answered", article, "Sau", 0.8)
        );

    private static StudioDecision Publish(ArticleDraft draft, GateReport gate) =>
        StudioRules.Publish(draft, draft.Version, 1, GateVerdict.Of("a", 1, gate), Chi);

    private static ArticleDraft Submitted() =>
        Changed(
            StudioRules.Submit(Changed(StudioRules.Start(null, "E1-place", new DraftText(1, "a"), 0, An, Now)), 1, "vì sao", 0, An, Now)
        );

    private static ArticleDraft Approve(ArticleDraft draft) => Changed(StudioRules.Approve(draft, draft.HeadDigest, Binh, Now));

    private static ArticleDraft Changed(StudioDecision decision) => Assert.IsType<StudioDecision.Changed>(decision).Draft!;

    private static StudioRefusal Refusal(StudioDecision decision) => Assert.IsType<StudioDecision.Refused>(decision).Refusal;
}
