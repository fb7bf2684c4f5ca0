using Microsoft.Extensions.Internal;

namespace PolicyAssistantBot.Storage;

/// <summary>Makes the entries of memory caches expire by the injected clock, so that tests control it.</summary>
internal sealed class CacheClock(TimeProvider time) : ISystemClock
{
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
