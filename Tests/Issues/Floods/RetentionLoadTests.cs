using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Compression;
using PolicyAssistantBot.Storage.Turns;
using PolicyAssistantBot.Tests.Storage;
using PolicyAssistantBot.Tests.Support;
using Xunit.Abstractions;

namespace PolicyAssistantBot.Tests.Issues.Floods;

/// <summary>
/// The real program deletes old messages in small batches while a visitor asks. With <c>RETENTION_ROWS=1000000</c>
/// (<c>Tests/Heavy/retention.sh</c>) the visitor's waiting time is measured; otherwise some thousand rows show that it works.
/// </summary>
public sealed class RetentionLoadTests(ITestOutputHelper output) : IDisposable
{
    private const int MessagesPerConversation = 100;
    private const int RowsPerInsert = 100_000;
    private const int FewRows = 3_000;
    private const string OldPrefix = "directline/conversations/old-";
    private const string DoneMessage = "retention period is over";

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private static readonly int LongRows = int.TryParse(
        Environment.GetEnvironmentVariable("RETENTION_ROWS"),
        CultureInfo.InvariantCulture,
        out var rows
    )
        ? rows
        : 0;

    /// <summary>After the warming-up.</summary>
    private static readonly TimeSpan StartDelay = LongRows == 0 ? TimeSpan.Zero : 2 * WarmUp;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, EveryDatabase]
    public async Task Old_messages_are_deleted_while_a_visitor_is_answered(DatabaseKind database)
    {
        DatabaseKind? kind = database;
        var rowCount = LongRows == 0 ? FewRows : LongRows;
        await using var host = await StorageHost.OpenAsync(folder, database);
        await FillAsync(host, rowCount);

        var settings = (await kind.GetSettingsAsync(folder)).Select(s => (s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value));
        await using var server = await ServerProcess.StartAsync(
            folder.Path,
            settings: [.. settings, ("Retention__StartDelay", StartDelay.ToString())]
        );
        if (LongRows > 0)
        {
            // The first questions compile code and fill caches.
            using var warm = new CancellationTokenSource(WarmUp);
            await new Visitor(server.BaseAddress).RunAsync(warm.Token);
        }

        // What is measured begins with the deletion.
        await Wait.UntilAsync(async () => !await HasFirstMessageAsync(host), failure: () => server.Output);
        var started = Stopwatch.GetTimestamp();
        using var stopping = new CancellationTokenSource(Limit);
        var visitor = new Visitor(server.BaseAddress);
        var asking = visitor.RunAsync(stopping.Token);
        while (!server.Output.Contains(DoneMessage, StringComparison.Ordinal) && !asking.IsCompleted)
        {
            await Wait.PauseAsync(CancellationToken.None);
        }

        var duration = Stopwatch.GetElapsedTime(started);
        Assert.False(stopping.IsCancellationRequested, $"The deletion is not finished after {Limit.TotalMinutes} minutes.");
        await stopping.CancelAsync();
        await asking;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{database}: {rowCount} messages deleted within {duration.TotalSeconds:0} s; visitor meanwhile: {visitor.AnswerCount} "
                    + $"answers, 95 % within {visitor.Percentile95?.TotalMilliseconds:0} ms, the longest "
                    + $"{visitor.LongestWait.TotalMilliseconds:0} ms, {visitor.Refusals}"
            )
        );
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        Assert.False(await db.Set<ActivityRow>().AnyAsync(a => a.ConversationKey.StartsWith(OldPrefix)));
        Assert.False(await db.Set<StateRow>().AnyAsync(s => s.Key.StartsWith(OldPrefix)));
        Assert.False(await db.Set<ConversationRow>().AnyAsync(c => c.Key.StartsWith(OldPrefix)));
        Assert.NotEqual(0, visitor.AnswerCount);
        Assert.True(visitor.RefusalCount == 0, visitor.Refusals);
        Assert.True(LongRows == 0 || visitor.LongestWait < LongestWait, $"A visitor waited {visitor.LongestWait.TotalMilliseconds:0} ms.");
    }

    private static async Task<bool> HasFirstMessageAsync(StorageHost host)
    {
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await db.Set<ActivityRow>().AnyAsync(a => a.ConversationKey == OldPrefix + "0" && a.Sequence == 0);
    }

    private static async Task FillAsync(StorageHost host, int rowCount)
    {
        await using var db = await host.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var at = TimeProvider.System.GetUtcNow().AddDays(-100).ToUnixTimeMilliseconds();
        var json = StoredText.Encode(
            """{"type":"message","text":"Doanh nghiệp nhỏ được hỗ trợ một nửa chi phí tư vấn, tối đa 50 triệu đồng.","from":{"id":"bot"}}"""
        );
        for (var first = 0; first < rowCount; first += RowsPerInsert)
        {
            var last = Math.Min(first + RowsPerInsert, rowCount) - 1;
            await db.Database.ExecuteSqlAsync(
                $"""
                WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {last})
                INSERT INTO "Activities" ("ConversationKey", "Sequence", "Direction", "ActivityId", "Timestamp", "Shown", "Json", "Progress",
                    "Attempts", "AmbiguousAttempts", "NextAttemptAt")
                SELECT {OldPrefix} || (i / {MessagesPerConversation}), i % {MessagesPerConversation}, i % 2, '', {at}, {true}, {json},
                    {(int)Progress.Done}, 0, 0, 0 FROM n
                """
            );
        }

        var conversations = (rowCount / MessagesPerConversation) - 1;
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {conversations})
            INSERT INTO "Conversations" ("Key", "ChannelId", "ConversationId", "LastSequence", "LastTimestamp", "CreatedAt")
            SELECT {OldPrefix} || i, 'directline', 'old-' || i, {MessagesPerConversation}, {at}, {at} FROM n
            """
        );
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {conversations})
            INSERT INTO "States" ("Key", "Version", "Json") SELECT {OldPrefix} || i, 1, {json} FROM n
            """
        );
    }
}
