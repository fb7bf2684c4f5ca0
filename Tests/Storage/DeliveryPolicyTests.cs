using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Storage.Outbox;

namespace PolicyAssistantBot.Tests.Storage;

/// <summary>The next step as a table of outcome, history and time.</summary>
public sealed class DeliveryPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);
    private static readonly DeliveryLimits Limits = new(TimeSpan.FromSeconds(2), TimeSpan.FromHours(1), 8, TimeSpan.FromDays(1));

    /// <param name="outcome">The result's type, with the retry delay in seconds.</param>
    /// <param name="hours">Hours since the message was first due.</param>
    /// <param name="step">"done", "retry" with the seconds of the wait, or why it is given up; then the ambiguous attempts so far.</param>
    [Theory]
    [InlineData("delivered", 0, 0, 0, "done")]
    [InlineData("delivered", 7, 1, 30, "done")]
    [InlineData("not accepted", 0, 0, 0, "retry 2, 0")]
    [InlineData("not accepted", 1, 0, 0, "retry 4, 0")]
    [InlineData("not accepted", 5, 0, 1, "retry 64, 0")]
    [InlineData("not accepted", 11, 0, 2, "retry 3600, 0")]
    [InlineData("not accepted", 90, 0, 23, "retry 3600, 0")]
    [InlineData("not accepted 7", 0, 0, 0, "retry 7, 0")]
    [InlineData("not accepted 1", 3, 0, 0, "retry 16, 0")]
    [InlineData("not accepted 999999", 0, 0, 0, "retry 21600, 0")]
    [InlineData("not accepted", 3, 1, 1, "retry 16, 1")]
    [InlineData("not accepted", 40, 0, 24, "NotAccepted, 0")]
    [InlineData("not accepted", 40, 1, 24, "MayHaveArrived, 1")]
    [InlineData("not accepted", 6, 0, 48, "retry 128, 0")]
    [InlineData("not accepted", 7, 0, 48, "NotAccepted, 0")]
    [InlineData("ambiguous", 0, 0, 0, "retry 30, 1")]
    [InlineData("ambiguous", 6, 0, 1, "retry 128, 1")]
    [InlineData("ambiguous", 1, 1, 0, "MayHaveArrived, 2")]
    [InlineData("ambiguous", 30, 1, 12, "MayHaveArrived, 2")]
    [InlineData("ambiguous", 1, 2, 0, "MayHaveArrived, 3")]
    [InlineData("ambiguous", 40, 0, 30, "retry 3600, 1")]
    [InlineData("refused", 0, 0, 0, "Refused, 0")]
    [InlineData("refused", 1, 1, 0, "MayHaveArrived, 1")]
    [InlineData("ended", 0, 0, 0, "NotAccepted, 0")]
    [InlineData("ended", 1, 1, 0, "MayHaveArrived, 1")]
    public void Outcome_and_history_decide_the_next_step(string outcome, int attempts, int ambiguous, int hours, string step) =>
        Assert.Equal(
            step,
            Describe(
                DeliveryPolicy.DecideNextStep(ParseOutcome(outcome), new(attempts, ambiguous, Now - TimeSpan.FromHours(hours)), Now, Limits)
            )
        );

    private static DeliveryResult ParseOutcome(string outcome) =>
        outcome.Split(' ') switch
        {
            ["delivered"] => new DeliveryResult.Delivered("id"),
            ["not", "accepted"] => new DeliveryResult.NotAccepted("503"),
            ["not", "accepted", var seconds] => new DeliveryResult.NotAccepted(
                "429",
                TimeSpan.FromSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture))
            ),
            ["ambiguous"] => new DeliveryResult.Ambiguous("502"),
            ["refused"] => new DeliveryResult.Refused("400"),
            _ => new DeliveryResult.ConversationEnded("403"),
        };

    private static string Describe(DeliveryStep step) =>
        step switch
        {
            DeliveryStep.Retry retry => FormattableString.Invariant($"retry {(retry.At - Now).TotalSeconds}, {retry.AmbiguousAttempts}"),
            DeliveryStep.GiveUp giveUp => FormattableString.Invariant($"{giveUp.Reason}, {giveUp.AmbiguousAttempts}"),
            _ => "done",
        };
}
