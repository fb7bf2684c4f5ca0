using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Requests.Deadlines;

/// <summary>The two deadlines that every case has.</summary>
internal static class KnownDeadlines
{
    /// <summary>Starts the service at this time, without its background worker for warnings.</summary>
    public static void BeginAt(this IServiceCollection services, DateTimeOffset time)
    {
        services.AddSingleton<TimeProvider>(new FakeTime(time));
        services.Remove(services.Single(service => service.ImplementationType == typeof(DeadlineWorker)));
    }

    public static CaseDeadline FirstReply(this CaseDeadlines deadlines) => deadlines.Find(DeadlineDefinitions.FirstReply.Key)!;

    public static CaseDeadline Resolution(this CaseDeadlines deadlines) => deadlines.Find(DeadlineDefinitions.Resolution.Key)!;
}
