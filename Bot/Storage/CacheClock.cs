using Microsoft.Extensions.Internal;

namespace PolicyAssistantBot.Storage;

/// <summary>Lets entries of memory caches expire by the injected clock.</summary>
internal sealed class CacheClock(TimeProvider time) : ISystemClock
{
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
