namespace PolicyAssistantBot.Knowledge;

/// <summary>The local time of the service: Vietnam keeps UTC+7 all year.</summary>
public static class HanoiTime
{
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(7);

    /// <summary>The same instant with Hanoi's offset.</summary>
    public static DateTimeOffset ToHanoi(this DateTimeOffset at) => at.ToOffset(Offset);

    /// <summary>The calendar day in Hanoi.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>A local time of a day.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, Offset);

    /// <summary>Midnight at the beginning of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, Offset);
}
