using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;
using PolicyAssistantBot.Insight;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>The report was computed again for everybody who opened the figures at the same time.</summary>
public sealed class ReportsAreSharedTests : IDisposable
{
    private static readonly Period Week = new(new DateOnly(2026, 11, 16), 1);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Fifty_concurrent_callers_share_one_computation()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var databases = new BlockingDbContextFactory(desk.Get<IDbContextFactory<AssistantDb>>());
        var reports = new InsightReportService(databases, desk.Get<HybridCache>(), DeadlineDefinitions.Default, desk.Time);

        var callers = Enumerable.Range(0, 50).Select(_ => reports.GetAsync(Week, default)).ToList();
        databases.Release();
        var answers = await Task.WhenAll(callers);
        Assert.Equal(1, databases.Opened);
        Assert.All(answers, answer => Assert.Same(answers[0], answer));

        // Another period is computed by itself, and the same one again after a minute.
        await reports.GetAsync(Week with { Weeks = 2 }, default);
        Assert.Equal(2, databases.Opened);
        desk.Time.Advance(TimeSpan.FromSeconds(59));
        await reports.GetAsync(Week, default);
        Assert.Equal(2, databases.Opened);
        desk.Time.Advance(TimeSpan.FromSeconds(2));
        await reports.GetAsync(Week, default);
        Assert.Equal(3, databases.Opened);
    }

    [Fact]
    public async Task A_caller_that_cancels_does_not_cancel_the_others()
    {
        await using var desk = await DeskHost.OpenAsync(folder);
        var databases = new BlockingDbContextFactory(desk.Get<IDbContextFactory<AssistantDb>>());
        var reports = new InsightReportService(databases, desk.Get<HybridCache>(), DeadlineDefinitions.Default, desk.Time);
        using var leaving = new CancellationTokenSource();
        var first = reports.GetAsync(Week, leaving.Token);
        var second = reports.GetAsync(Week, default);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        databases.Release();
        Assert.Equal((Week, 1), ((await second).Period, databases.Opened));
    }

    /// <summary>Counts opened databases, and opens none before its release.</summary>
    private sealed class BlockingDbContextFactory(IDbContextFactory<AssistantDb> inner) : IDbContextFactory<AssistantDb>
    {
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int opened;

        public int Opened => opened;

        public void Release() => released.SetResult();

        public AssistantDb CreateDbContext() => throw new NotSupportedException();

        public async Task<AssistantDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref opened);
            await released.Task.WaitAsync(cancellationToken);
            return await inner.CreateDbContextAsync(cancellationToken);
        }
    }
}
