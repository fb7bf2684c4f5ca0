using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Store;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Requests.Deadlines;

/// <summary>Deadlines as they were stored when a case had exactly two of them.</summary>
public sealed class StoredDeadlinesTests : IDisposable
{
    private const string FirstReply = """
        {"kind":"firstReply","startedAt":"2026-11-21T02:00:00+00:00","countsFrom":"2026-11-21T02:00:00+00:00","budget":"08:00:00",
        "endsWithDay":false,"used":"00:00:00","runningSince":"2026-11-21T02:00:00+00:00","dueAt":"2026-11-23T17:30:00+07:00",
        "warned":50,"isRunning":true,"isPaused":false}
        """;

    private const string Resolution = """
        {"kind":"resolution","startedAt":"2026-11-21T02:00:00+00:00","countsFrom":"2026-11-21T02:00:00+00:00","budget":"4.16:00:00",
        "endsWithDay":true,"used":"01:30:00","warned":0,"isRunning":false,"isPaused":true}
        """;

    private const string Old =
        $$"""{"firstReply":{{FirstReply}},"resolution":{{Resolution}},"running":[{{FirstReply}}],"next":{{FirstReply}}}""";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Old_deadlines_are_read()
    {
        var deadlines = JsonSerializer.Deserialize<CaseDeadlines>(Old, StableJson.Options)!;

        Assert.Equal(["firstReply", "resolution"], deadlines.All.Select(deadline => deadline.Key));
        Assert.Equal(50, deadlines.FirstReply().WarnedPercent);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 10, 30, 0, TimeSpan.Zero), deadlines.Next!.DueAt);
        Assert.Equal(TimeSpan.FromMinutes(90), deadlines.Resolution().UsedTime);
        Assert.True(deadlines.Resolution().IsPaused);
    }

    [Fact]
    public void Stored_deadlines_are_read_as_they_were_written()
    {
        var deadlines = JsonSerializer.Deserialize<CaseDeadlines>(Old, StableJson.Options)!;
        var written = JsonSerializer.Serialize(deadlines, StableJson.Options);

        Assert.Equal(deadlines, JsonSerializer.Deserialize<CaseDeadlines>(written, StableJson.Options));
        Assert.StartsWith("{\"firstReply\":{\"kind\":\"firstReply\",", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_with_old_clocks_is_shown_warned_of_and_worked_on()
    {
        await using var desk = await DeskHost.OpenAsync(
            folder,
            services => services.BeginAt(new DateTimeOffset(2026, 11, 23, 17, 25, 0, TimeSpan.FromHours(7)))
        );
        var number = (await desk.SubmitAsync()).ToString();
        await using (var db = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync())
        {
            var due = new DateTimeOffset(2026, 11, 23, 10, 30, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
            await db.Database.ExecuteSqlAsync($"UPDATE Requests SET Clocks = {Old}, NextWarningAt = {due} WHERE CaseNumber = {number}");
        }

        var lan = await desk.SignInAsync("lan", Roles.Official);
        await lan.OpenAsync($"/desk/cases/{number}");
        Assert.Contains("Trả lời lần đầu", lan.Text, StringComparison.Ordinal);
        Assert.Contains("đến 23/11/2026 17:30", lan.Text, StringComparison.Ordinal);
        Assert.Contains("tạm dừng", lan.Text, StringComparison.Ordinal);

        desk.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, await desk.Get<DeadlineMonitor>().SendDueWarningsAsync(CancellationToken.None));
        await lan.OpenAsync($"/desk/cases/{number}");
        await lan.SendAsync($"/desk/cases/{number}/take");
        await using var after = await desk.Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        Assert.Equal("FirstReply", await after.Database.SqlQuery<string>($"SELECT Clock AS Value FROM DeadlineWarnings").SingleAsync());
        Assert.Equal(
            ["firstReply", "resolution"],
            (await after.Set<CaseRow>().SingleAsync()).Deadlines!.All.Select(deadline => deadline.Key)
        );
    }
}
