namespace PolicyAssistantBot.Insight;

/// <summary>A span of time, in Unix milliseconds.</summary>
/// <param name="End">The first millisecond after it.</param>
internal readonly record struct TimeWindow(long Start, long End)
{
    public bool Contains(long at) => at >= Start && at < End;
}
