using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Storage;
using PolicyAssistantBot.Storage.Writing;

namespace PolicyAssistantBot.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can take in a message now and has something to answer from.
/// A capability adds its own check with the tag <see cref="Ready"/>.
/// </summary>
internal static class Health
{
    public const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) =>
        services
            .AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [Ready])
            .AddCheck<DiskCheck>("disk", tags: [Ready])
            .AddCheck<KnowledgeCheck>("knowledge", tags: [Ready]);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes
            .MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync })
            .AllowAnonymous();
        routes
            .MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }
            )
            .AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) =>
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

    /// <summary>What is free on the data folder's disk, in bytes, decides whether messages can be taken in.</summary>
    internal static HealthCheckResult Disk(long free) =>
        free >= NeededBytes
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(
                string.Create(CultureInfo.InvariantCulture, $"The disk of the data folder is full: {free / 1024} KiB are left.")
            );

    /// <summary>A few minutes of messages with their attachments.</summary>
    private const long NeededBytes = 8 * 1024 * 1024;

    private sealed class DiskCheck(DataFolder data) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(Disk(new DriveInfo(data.Path).AvailableFreeSpace));
    }

    /// <summary>There is something to answer from; a broken article is no reason to be down, none at all is.</summary>
    private sealed class KnowledgeCheck(IServiceProvider services) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(
                services.GetService<LiveKnowledge>() is { Current.Articles.Count: 0 }
                    ? HealthCheckResult.Unhealthy("There are no articles.")
                    : HealthCheckResult.Healthy()
            );
    }

    /// <summary>Takes the write lock and gives it back: a lock that never ends shows here.</summary>
    private sealed class DatabaseCheck(GroupWriter writer) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await writer.WriteAsync(
                    scope =>
                        ValueTask.FromResult(
                            scope.Sql.Execute("""UPDATE "Conversations" SET "LastSequence" = "LastSequence" WHERE "Key" = ''""")
                        ),
                    cancellationToken
                );
                return HealthCheckResult.Healthy();
            }
#pragma warning disable CA1031 // Any fault means not ready; which one stands in the writer's log.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                return HealthCheckResult.Unhealthy("The database does not take writes.");
            }
        }
    }
}
