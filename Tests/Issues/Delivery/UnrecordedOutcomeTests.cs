using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Delivery;

/// <summary>A message that the Connector had accepted was sent again if the database could not store the outcome.</summary>
public sealed class UnrecordedOutcomeTests : DeliveryTestBase
{
    [Fact]
    public async Task An_outcome_that_cannot_be_stored_is_kept_until_it_can_and_nothing_is_sent_twice()
    {
        await ExecuteAsync(
            """
            CREATE TRIGGER no_note BEFORE UPDATE ON "Activities" WHEN NEW."Direction" = 1 AND NEW."Progress" = 1
            BEGIN SELECT RAISE(ABORT, 'locked'); END
            """
        );
        for (var i = 0; i < 8; i++)
        {
            await SayAsync(new TeamsChat($"a:{i}"), $"câu {i}");
        }

        await Host.MessagesAsync(8);
        for (var i = 0; i < 60; i++)
        {
            Host.Time.Advance(TimeSpan.FromSeconds(5));
            await Wait.PauseAsync();
        }

        Assert.Equal(8, Received.Length);
        await ExecuteAsync("DROP TRIGGER no_note");
        await Host.AdvanceUntilAsync(() => !IsAnythingPending());
        Assert.Equal(8, Received.Length);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var db = await Host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private bool IsAnythingPending()
    {
        using var db = Host.Get<IDbContextFactory<AssistantDb>>().CreateDbContext();
        return db.Set<ActivityRow>().Any(a => a.Progress == Progress.Pending);
    }
}
