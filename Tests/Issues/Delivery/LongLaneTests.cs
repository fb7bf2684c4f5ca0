using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.BotFramework.Turns;

namespace PolicyAssistantBot.Tests.Issues.Delivery;

/// <summary>
/// Each added message was compared with all that waited in its conversation, under the lock of all conversations: a visitor who floods one
/// slowed everybody down.
/// </summary>
public sealed class LongLaneTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1_000)]
    [InlineData(4_000)]
    public void An_addition_looks_at_one_waiting_message_however_many_wait(int count)
    {
        var lanes = new TurnLanes();
        var lane = lanes.Add(CreateTurn(0))!;
        for (var i = 1; i < count; i++)
        {
            Assert.Null(lanes.Add(CreateTurn(i)));
        }

        // The same messages again, as after a read of what is pending: found by their id.
        for (var i = 0; i < count; i++)
        {
            Assert.Null(lanes.Add(CreateTurn(i)));
        }

        Assert.Equal((count, count), (lane.Count, lanes.Count));
        Assert.InRange(lane.ComparisonCount, 0, count);
    }

    [Fact]
    public void A_message_that_comes_late_passes_only_the_younger_ones_and_never_the_first()
    {
        var lane = new TurnLane("c");
        foreach (var second in (int[])[5, 6, 8, 9, 7, 1])
        {
            lane.Add(CreateTurn(second));
        }

        var order = new List<string?>();
        while (lane.Count > 0)
        {
            order.Add(lane.RemoveFirst().Activity.Id);
        }

        Assert.Equal(["5", "1", "6", "7", "8", "9"], order);
    }

    private static QueuedTurn CreateTurn(int second) =>
        new(
            new Activity
            {
                Id = $"{second}",
                ChannelId = "directline",
                Conversation = new ConversationAccount { Id = "c" },
                Timestamp = Start.AddSeconds(second),
            },
            null
        );
}
