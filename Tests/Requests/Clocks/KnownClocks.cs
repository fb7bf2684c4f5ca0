using Microsoft.Extensions.DependencyInjection;
using PolicyAssistantBot.Requests.Clocks;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Requests.Clocks;

/// <summary>The two clocks that every case has.</summary>
internal static class KnownClocks
{
    /// <summary>The service begins at this time, and gives no warnings of its own accord.</summary>
    public static void BeginAt(this IServiceCollection services, DateTimeOffset time)
    {
        services.AddSingleton<TimeProvider>(new FakeTime(time));
        services.Remove(services.Single(service => service.ImplementationType == typeof(DeadlineWorker)));
    }

    public static CaseClock FirstReply(this CaseClocks clocks) => clocks.Find(ClockDefinitions.FirstReply.Key)!;

    public static CaseClock Resolution(this CaseClocks clocks) => clocks.Find(ClockDefinitions.Resolution.Key)!;
}
