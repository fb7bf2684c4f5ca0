using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Requests.Deadlines;

/// <summary>The two clocks that every case has.</summary>
internal static class KnownClocks
{
    /// <summary>The service begins at this time, and gives no warnings of its own accord.</summary>
    public static void BeginAt(this IServiceCollection services, DateTimeOffset time)
    {
        services.AddSingleton<TimeProvider>(new FakeTime(time));
        services.Remove(services.Single(service => service.ImplementationType == typeof(DeadlineWorker)));
    }

    public static CaseDeadline FirstReply(this CaseDeadlines deadlines) => deadlines.Find(DeadlineDefinitions.FirstReply.Key)!;

    public static CaseDeadline Resolution(this CaseDeadlines deadlines) => deadlines.Find(DeadlineDefinitions.Resolution.Key)!;
}
