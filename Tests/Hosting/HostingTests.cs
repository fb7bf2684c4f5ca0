using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PolicyAssistantBot.Hosting;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Tests.BotFramework.DirectLine;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Hosting;

public sealed class HostingTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_response_has_the_security_headers()
    {
        await using var host = await DirectLineHost.StartAsync(folder);
        foreach (var path in (string[])["/health/live", "/health/ready", "/nowhere"])
        {
            using var response = await host.Http.GetAsync(path);
            Assert.Equal(path == "/nowhere" ? HttpStatusCode.NotFound : HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("object-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task A_locked_database_refuses_with_a_reference_and_accepts_messages_again_when_unlocked()
    {
        await using var host = await DirectLineHost.StartAsync(folder, settings: [("Storage:BusyTimeout", "00:00:00.200")]);
        var client = await host.StartConversationAsync();
        await client.PollUntilAsync("hello");
        await using (var other = new SqliteConnection($"Data Source={host.Get<DataFolder>().DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync();
            await using var hold = await other.BeginTransactionAsync();
            var refused = await client.SayAsync("lost?", "k1");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "ServiceUnavailable"), (refused.Status, refused.Code));
            Assert.Matches("Reference: [0-9a-f]{8}$", refused.Json!["error"]!["message"]!.GetValue<string>());
            Assert.Equal(HttpStatusCode.OK, (await client.PollAsync()).Status);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Http.GetAsync("/health/ready")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/health/live")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.SayAsync("lost?", "k1")).Status);
        Assert.Equal(
            ["hello", "lost?", "echo lost?"],
            (await client.PollUntilAsync("echo lost?")).Select(a => a!["text"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task A_full_disk_refuses_and_loses_nothing_that_was_acknowledged()
    {
        await using var host = await DirectLineHost.StartAsync(folder);
        var client = await host.StartConversationAsync();
        await client.PollUntilAsync("hello");
        var writer = host.Get<PolicyAssistantBot.Storage.Writing.BatchWriter>();
        await writer.WriteAsync(scope => ValueTask.FromResult(scope.Connection.Execute("PRAGMA max_page_count=1")), default);

        var acknowledged = 0;
        ServiceResponse answer;
        do
        {
            answer = await client.PostAsync("{\"type\":\"event\",\"name\":\"" + new string('x', 20_000) + "\"}");
            acknowledged += answer.Status == HttpStatusCode.OK ? 1 : 0;
        } while (answer.Status == HttpStatusCode.OK && acknowledged < 500);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal(1 + acknowledged, (await client.PollAsync()).Json!["activities"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(8 * 1024 * 1024, HealthStatus.Healthy)]
    [InlineData((8 * 1024 * 1024) - 1, HealthStatus.Unhealthy)]
    [InlineData(0, HealthStatus.Unhealthy)]
    public void A_nearly_full_disk_is_not_ready(long free, HealthStatus status) =>
        Assert.Equal(status, HealthEndpoints.CheckFreeSpace(free).Status);

    [Fact]
    public async Task A_second_process_on_the_same_data_does_not_start_until_the_first_has_ended()
    {
        var first = await DirectLineHost.StartAsync(folder);
        await using (first)
        {
            var refused = await Assert.ThrowsAsync<IOException>(() =>
                DirectLineHost.StartAsync(folder, settings: [("Hosting:TakeOverWait", "00:00:00")])
            );
            Assert.Contains(folder.Path, refused.Message, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await first.Http.GetAsync("/health/ready")).StatusCode);
        }

        await using var second = await DirectLineHost.StartAsync(folder, settings: [("Hosting:TakeOverWait", "00:00:00")]);
        Assert.Equal(HttpStatusCode.OK, (await second.Http.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task A_start_failure_is_reported_in_one_sentence()
    {
        var file = Path.Combine(folder.Path, "a-file");
        await File.WriteAllTextAsync(file, "");
        var ended = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync(Path.Combine(file, "data")));

        Assert.Matches("Could not start: .*a-file", ended.Message);
        Assert.DoesNotContain("Unhandled exception", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_request_during_start_ends_the_service_cleanly()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddHostedService<StopDuringStartService>();

        Assert.Equal(0, await builder.Build().ServeAsync());
    }

    [Fact]
    public void A_wrong_setting_is_reported_by_name()
    {
        var wrong = new InvalidOperationException(
            "Failed to convert 'abc' at 'DirectLine:TokenLifetime'.",
            new FormatException("abc is not a TimeSpan.")
        );

        Assert.Equal("Failed to convert 'abc' at 'DirectLine:TokenLifetime'. abc is not a TimeSpan.", HostRunner.DescribeFailure(wrong));
        Assert.Equal("One. Two.", HostRunner.DescribeFailure(new OptionsValidationException("", typeof(string), ["One.", "Two."])));
    }

    private sealed class StopDuringStartService(IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.StopApplication();
            return Task.FromCanceled(new CancellationToken(canceled: true));
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
