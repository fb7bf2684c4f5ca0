using FsCheck;
using FsCheck.Fluent;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Studio.Rules;

namespace PolicyAssistantBot.Tests.Studio;

public sealed class StudioRulesTests
{
    private const Roles All = Roles.Editor | Roles.Reviewer | Roles.Publisher;

    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly StudioPerson An = new("an", "An", All);
    private static readonly StudioPerson Binh = new("binh", "Bình", All);
    private static readonly StudioPerson Chi = new("chi", "Chi", All);

    [Fact]
    public void A_contributor_cannot_approve_whatever_roles_this_person_holds()
    {
        var submitted = Submit(Start("E1-place"));
        Assert.Equal(StudioRefusal.OwnWork, Refusal(StudioRules.Approve(submitted, submitted.HeadDigest, An, Now)));
        Assert.Equal(DraftState.Approved, Changed(StudioRules.Approve(submitted, submitted.HeadDigest, Binh, Now)).State);
    }

    [Fact]
    public void Whoever_wrote_on_it_earlier_is_still_a_contributor()
    {
        var draft = Start("E1-place");
        draft = Changed(StudioRules.Save(draft, draft.Version, new DraftText(2, "b"), Binh, Now));
        draft = Submit(draft);
        Assert.Equal(StudioRefusal.OwnWork, Refusal(StudioRules.Approve(draft, "b", Binh, Now)));
        Assert.Equal(StudioRefusal.OwnWork, Refusal(StudioRules.Approve(draft, "b", An, Now)));
    }

    [Fact]
    public void An_edit_after_the_approval_voids_it()
    {
        var approved = Approve(Submit(Start("E1-place")));
        Assert.True(approved.IsApproved);
        var edited = Changed(StudioRules.Save(approved, approved.Version, new DraftText(2, "other"), An, Now));
        Assert.Equal(DraftState.Draft, edited.State);
        Assert.False(edited.IsApproved);
        Assert.Null(edited.ApprovedById);
        Assert.Equal(StudioRefusal.WrongState, Refusal(StudioRules.Publish(edited, edited.Version, 1, Passed("other"), Chi)));
    }

    [Fact]
    public void What_was_approved_is_the_text_that_the_reviewer_saw()
    {
        var submitted = Submit(Start("E1-place"));
        Assert.Equal(StudioRefusal.Stale, Refusal(StudioRules.Approve(submitted, "another", Binh, Now)));
    }

    [Fact]
    public void An_article_of_the_risk_list_is_published_by_another_person_than_the_approver()
    {
        var risky = Approve(Submit(Start("B1-tech-solutions")));
        Assert.Equal(StudioRefusal.SamePerson, Refusal(StudioRules.Publish(risky, risky.Version, 1, Passed("a"), Binh)));
        Assert.IsType<StudioDecision.Changed>(StudioRules.Publish(risky, risky.Version, 1, Passed("a"), Chi));
        var other = Approve(Submit(Start("E1-place")));
        Assert.IsType<StudioDecision.Changed>(StudioRules.Publish(other, other.Version, 1, Passed("a"), Binh));
    }

    [Fact]
    public void Nothing_is_published_that_no_gate_saw_beside_the_live_articles()
    {
        var approved = Approve(Submit(Start("E1-place")));
        Assert.Equal(StudioRefusal.NoGate, Refusal(StudioRules.Publish(approved, approved.Version, 1, null, Chi)));
        Assert.Equal(StudioRefusal.NoGate, Refusal(StudioRules.Publish(approved, approved.Version, 2, Passed("a"), Chi)));
        Assert.Equal(StudioRefusal.NoGate, Refusal(StudioRules.Publish(approved, approved.Version, 1, Passed("b"), Chi)));
        var failed = Passed("a") with { IsPassed = false };
        Assert.Equal(StudioRefusal.GateFailed, Refusal(StudioRules.Publish(approved, approved.Version, 1, failed, Chi)));
    }

    [Fact]
    public void Each_act_needs_its_role()
    {
        var nobody = new StudioPerson("x", "X", Roles.Administrator | Roles.Supervisor);
        var draft = Start("E1-place");
        var submitted = Submit(draft);
        var approved = Approve(submitted);
        StudioDecision[] decisions =
        [
            StudioRules.Start(null, "k", new DraftText(1, "a"), 0, nobody, Now),
            StudioRules.Save(draft, 1, new DraftText(2, "b"), nobody, Now),
            StudioRules.Submit(draft, 1, "why", 0, nobody, Now),
            StudioRules.Remark(draft, "text", nobody),
            StudioRules.AskForChanges(submitted, submitted.Version, "text", nobody, Now),
            StudioRules.Approve(submitted, "a", nobody, Now),
            StudioRules.Schedule(approved, approved.Version, Now.AddDays(1), nobody, Now),
            StudioRules.Publish(approved, approved.Version, 1, Passed("a"), nobody),
            StudioRules.Discard(draft, 1, nobody),
        ];
        Assert.All(decisions, decision => Assert.Equal(StudioRefusal.NoRole, Refusal(decision)));
        Assert.Equal(StudioRefusal.NoRole, StudioRules.RollBack(2, 1, "why", nobody));
    }

    [Fact]
    public void A_submission_needs_a_reason_and_no_finding()
    {
        var draft = Start("E1-place");
        Assert.Equal(StudioRefusal.NoReason, Refusal(StudioRules.Submit(draft, 1, " ", 0, An, Now)));
        Assert.Equal(StudioRefusal.Findings, Refusal(StudioRules.Submit(draft, 1, "why", 2, An, Now)));
        Assert.Equal(StudioRefusal.Stale, Refusal(StudioRules.Submit(draft, 9, "why", 0, An, Now)));
    }

    /// <summary>Any order of acts by any persons: what is published was approved, as it is, by somebody who did not write on it.</summary>
    [Fact]
    public void No_order_of_acts_publishes_a_text_that_another_person_did_not_approve()
    {
        StudioPerson[] people = [An, Binh, Chi];
        var acts = Gen.Choose(0, 7).SelectMany(act => Gen.Choose(0, 2).Select(person => (Act: act, Person: people[person]))).ListOf(30);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20261130, 11),
            Prop.ForAll(acts.ToArbitrary(), list => RunActs(list) is null)
        );
    }

    private static string? RunActs(IEnumerable<(int Act, StudioPerson Person)> acts)
    {
        var draft = Start("E1-place");
        var writers = new HashSet<string>(StringComparer.Ordinal) { An.Id };
        var approvals = new HashSet<(string Digest, string By)>();
        var texts = 1;
        foreach (var (act, person) in acts)
        {
            var decision = act switch
            {
                0 => StudioRules.Save(draft, draft.Version, new DraftText(++texts, $"t{texts}"), person, Now),
                1 or 2 => StudioRules.Submit(draft, draft.Version, "why", 0, person, Now),
                3 or 4 => StudioRules.Approve(draft, draft.HeadDigest, person, Now),
                5 => StudioRules.AskForChanges(draft, draft.Version, "please", person, Now),
                6 => StudioRules.Schedule(draft, draft.Version, Now.AddDays(1), person, Now),
                _ => StudioRules.Publish(draft, draft.Version, 1, Passed(draft.HeadDigest), person),
            };
            if (decision is not StudioDecision.Changed changed)
            {
                continue;
            }

            if (act == 0)
            {
                writers.Add(person.Id);
            }

            if (act is 3 or 4)
            {
                approvals.Add((draft.HeadDigest, person.Id));
            }

            if (changed.Draft is null)
            {
                return approvals.Any(approval => approval.Digest == draft.HeadDigest && !writers.Contains(approval.By))
                    ? null
                    : $"{draft.HeadDigest} was published";
            }

            draft = changed.Draft;
        }

        return null;
    }

    private static GateVerdict Passed(string digest) => new(digest, 1, IsPassed: true);

    private static ArticleDraft Start(string key) => Changed(StudioRules.Start(null, key, new DraftText(1, "a"), 0, An, Now));

    private static ArticleDraft Submit(ArticleDraft draft) => Changed(StudioRules.Submit(draft, draft.Version, "why", 0, An, Now));

    private static ArticleDraft Approve(ArticleDraft draft) => Changed(StudioRules.Approve(draft, draft.HeadDigest, Binh, Now));

    private static ArticleDraft Changed(StudioDecision decision) =>
        Assert.IsType<StudioDecision.Changed>(decision).Draft ?? throw new InvalidOperationException("The draft is gone.");

    private static StudioRefusal Refusal(StudioDecision decision) => Assert.IsType<StudioDecision.Refused>(decision).Refusal;
}
