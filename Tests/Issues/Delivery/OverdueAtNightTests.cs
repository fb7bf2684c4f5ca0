using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues.Delivery;

/// <summary>After a stop, warnings of deadlines that had passed meanwhile were sent at start, at any hour.</summary>
public sealed class OverdueAtNightTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Listener listener = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2026-12-15 02:00", "2026-12-15 08:00")]
    [InlineData("2026-12-12 10:00", "2026-12-14 08:00")]
    [InlineData("2026-12-15 12:45", "2026-12-15 13:30")]
    public async Task A_warning_that_is_late_waits_for_working_hours(string start, string morning)
    {
        await using var host = await StorageHost.OpenAsync(
            folder,
            services => services.AddRequests().AddSingleton<IDeadlineObserver>(listener)
        );
        await host.SubmitAsync("c1", "u1");
        AdvanceTo(host, start);
        Assert.Equal(0, await host.Get<DeadlineMonitor>().SendDueWarningsAsync(default));
        AdvanceTo(host, morning);
        Assert.True(await host.Get<DeadlineMonitor>().SendDueWarningsAsync(default) > 0);
        Assert.NotEqual(0, listener.Count);
    }

    private static void AdvanceTo(StorageHost host, string local)
    {
        var at = new DateTimeOffset(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
        host.Time.Advance(at - host.Time.GetUtcNow());
    }

    private sealed class Listener : IDeadlineObserver
    {
        public int Count { get; private set; }

        public Task OnDeadlineWarningAsync(
            AssistantDb db,
            SupportRequest request,
            DeadlineWarning warning,
            CancellationToken cancellationToken
        )
        {
            Count++;
            return Task.CompletedTask;
        }
    }
}
