using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge.Answers.Holds;
using PolicyAssistantBot.Studio.Holds;
using PolicyAssistantBot.Studio.Rules;

namespace PolicyAssistantBot.Tests.Studio;

/// <summary>One person holds at once; two lift.</summary>
public sealed class HoldRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly StudioPerson Binh = new("binh", "Bình", Roles.Reviewer);
    private static readonly StudioPerson Sen = new("sen", "Sen", Roles.Supervisor);
    private static readonly StudioPerson An = new("an", "An", Roles.Editor | Roles.Administrator);

    [Fact]
    public void Two_different_persons_lift_a_hold()
    {
        var row = Changed(
            Place(new WantedHold(HoldScope.Article, "B1-tech", false, "Đang rà soát.", "Under review.", null, "nghi sai"), Binh)
        );
        Assert.Equal(StudioRefusal.WrongState, Refusal(HoldRules.Lift(row, Sen, Now)));
        Assert.Equal(StudioRefusal.NoReason, Refusal(HoldRules.AskToLift(row, " ", Binh)));
        var asked = Changed(HoldRules.AskToLift(row, "đã đối chiếu", Binh));
        Assert.Equal(StudioRefusal.NeedsSecond, Refusal(HoldRules.Lift(asked, Binh, Now)));
        Assert.Equal(StudioRefusal.NoRole, Refusal(HoldRules.Lift(asked, An, Now)));
        Assert.Equal(Now, Changed(HoldRules.Lift(asked, Sen, Now)).LiftedAt);
    }

    [Theory]
    [InlineData("", "Under review.", "nghi sai", nameof(StudioRefusal.NoText))]
    [InlineData("Đang rà soát.", " ", "nghi sai", nameof(StudioRefusal.NoText))]
    [InlineData("Đang rà soát.", "Under review.", "", nameof(StudioRefusal.NoReason))]
    public void Askers_are_told_in_both_languages_and_the_record_why(string vi, string en, string reason, string expected) =>
        Assert.Equal(expected, Name(Place(new WantedHold(HoldScope.Everything, "", false, vi, en, null, reason), Sen)));

    [Theory]
    [InlineData(HoldScope.Topic, "financing", null, nameof(StudioRefusal.WrongState))]
    [InlineData(HoldScope.Article, "B1-unknown", null, nameof(StudioRefusal.UnknownMatter))]
    [InlineData(HoldScope.Article, "B1-tech", "B1-tech", nameof(StudioRefusal.UnknownMatter))]
    public void Only_a_known_article_is_withdrawn_and_another_one_replaces_it(
        HoldScope scope,
        string key,
        string? successor,
        string expected
    ) => Assert.Equal(expected, Name(Place(new WantedHold(scope, key, true, "Đã bỏ.", "Gone.", successor, "luật mới"), Binh)));

    [Fact]
    public void An_editor_does_not_hold() =>
        Assert.Equal(
            StudioRefusal.NoRole,
            Refusal(Place(new WantedHold(HoldScope.Everything, "", false, "Đang rà soát.", "Under review.", null, "thử"), An))
        );

    private static HoldDecision Place(WantedHold wanted, StudioPerson by) =>
        HoldRules.Place(wanted, [], 1, (_, key) => key != "B1-unknown", by, Now);

    private static HoldRow Changed(HoldDecision decision) => Assert.IsType<HoldDecision.Changed>(decision).Row;

    private static StudioRefusal Refusal(HoldDecision decision) => Assert.IsType<HoldDecision.Refused>(decision).Refusal;

    private static string Name(HoldDecision decision) => Refusal(decision).ToString();
}
