using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Hosting;

/// <summary>
/// <c>/health/live</c>: the process responds. <c>/health/ready</c>: it can store a message and has articles to answer from. A feature
/// adds its own check with the tag <see cref="ReadyTag"/>.
/// </summary>
internal static class HealthEndpoints
{
    public const string ReadyTag = "ready";

    public static void AddHealth(this IServiceCollection services) =>
        services
            .AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [ReadyTag])
            .AddCheck<DiskCheck>("disk", tags: [ReadyTag])
            .AddCheck<KnowledgeHealthCheck>("knowledge", tags: [ReadyTag]);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes
            .MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteReportAsync })
            .AllowAnonymous();
        routes
            .MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag), ResponseWriter = WriteReportAsync }
            )
            .AllowAnonymous();
    }

    private static Task WriteReportAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                status = report.Status.ToString(),
                checks = report.Entries.ToDictionary(
                    e => e.Key,
                    e => new { status = e.Value.Status.ToString(), description = e.Value.Description }
                ),
            },
            JsonSerializerOptions.Web
        );

    /// <summary>Healthy while the disk of the data folder has room to store messages.</summary>
    internal static HealthCheckResult CheckFreeSpace(long freeBytes) =>
        freeBytes >= MinFreeBytes
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(
                string.Create(CultureInfo.InvariantCulture, $"The disk of the data folder is full: {freeBytes / 1024} KiB are left.")
            );

    /// <summary>Room for a few minutes of messages with their attachments.</summary>
    private const long MinFreeBytes = 8 * 1024 * 1024;

    private sealed class DiskCheck(DataFolder dataFolder) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(CheckFreeSpace(new DriveInfo(dataFolder.Path).AvailableFreeSpace));
    }

    /// <summary>Checks that articles are loaded. A broken article does not make the service unready; having no article does.</summary>
    private sealed class KnowledgeHealthCheck(IServiceProvider services) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(
                services.GetService<LiveKnowledge>() is { Current.Articles.Count: 0 }
                    ? HealthCheckResult.Unhealthy("There are no articles.")
                    : HealthCheckResult.Healthy()
            );
    }

    /// <summary>Acquires and releases the write lock, which detects a lock that is never released.</summary>
    private sealed class DatabaseCheck(BatchWriter writer) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await writer.WriteAsync(
                    scope =>
                        ValueTask.FromResult(
                            scope.Connection.Execute("""UPDATE "Conversations" SET "LastSequence" = "LastSequence" WHERE "Key" = ''""")
                        ),
                    cancellationToken
                );
                return HealthCheckResult.Healthy();
            }
#pragma warning disable CA1031 // Any exception means not ready; the writer logs it.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                return HealthCheckResult.Unhealthy("The database does not accept writes.");
            }
        }
    }
}
