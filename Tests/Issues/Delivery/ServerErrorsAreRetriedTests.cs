using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Outbox;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Channels;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Delivery;

/// <summary>A single status 500 ended the delivery of a message for good, where only administrators saw it.</summary>
public sealed class ServerErrorsAreRetriedTests : DeliveryTestBase
{
    [Fact]
    public async Task Eight_seconds_of_status_500_lose_nothing()
    {
        Host.Connector.ResponseOverride = _ => FakeConnector.Error(500, "ServiceError");
        for (var i = 0; i < 4; i++)
        {
            await SayAsync(new TeamsChat($"a:{i}"), $"câu {i}");
        }

        await Host.MessagesAsync(4);
        await Host.AdvanceAsync(TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(1));
        Host.Connector.ResponseOverride = _ => null;
        Host.Connector.Clear();
        await Host.AdvanceAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5));
        Assert.Equal(["câu 0", "câu 1", "câu 2", "câu 3"], Received.Order(StringComparer.Ordinal));
        Assert.Equal(0, await CountParkedAsync());
    }

    [Fact]
    public async Task A_supervisor_sees_what_is_undelivered_and_repeats_it()
    {
        using var folder = new TempFolder();
        await using var desk = await DeskHost.OpenAsync(folder);
        var number = await desk.SubmitAsync();
        await using (var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var activity = new Activity { Type = ActivityTypes.Message, Text = "Một" };
            await desk.Get<Outbox>()
                .AppendAsync(db, (await desk.FindAsync(number)).Request.Asker.GetConversationReference(), activity, default);
            await db.Set<ActivityRow>()
                .Where(a => a.Direction == Direction.Outbound)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(a => a.Progress, Progress.Undelivered).SetProperty(a => a.Problem, "500 ServiceError")
                );
            await transaction.CommitAsync();
        }

        using var chief = await desk.SignInAsync("truong", Roles.Supervisor);
        await chief.OpenAsync("/desk/undelivered");
        Assert.Equal(200, chief.Status);
        Assert.Contains("500 ServiceError", chief.Text, StringComparison.Ordinal);
        var undelivered = Assert.Single(await desk.Get<UndeliveredActivities>().ListAsync(10, default));
        await chief.SendAsync($"/desk/undelivered/{undelivered.Number}/retry");
        Assert.Equal(0, await desk.Get<UndeliveredActivities>().CountAsync(default));
    }
}
